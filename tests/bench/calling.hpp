#pragma once
// A counter of the demo office that calls numbers.

#include "tests/bench/http_wire.hpp"
#include "tests/bench/office.hpp"

#include <vector>

namespace motcua::bench {

/// One call_next.
struct call
{
    clock::time_point sent_at;
    std::size_t feeds_reached = 0;
};

/// One counter: a connection of its own. A call is followed at once by no_show, which frees the counter.
class calling_counter
{
public:
    /// Opens the counter `code`.
    calling_counter(std::uint16_t port, const demo_file& demo, const std::string& code);

    const descriptor& handle() const { return connection_.handle(); }

    /// Calls the next ticket, now or as soon as the counter is free.
    void call_next();

    /// Takes an answer, if one is there, and does what comes next.
    void read();

    bool is_busy() const { return state_ != state::free || wanted_ > 0; }

    /// How many calls had to wait for the counter to be free.
    std::size_t late() const { return late_; }

    /// All that were sent, in order: so come their messages.
    std::vector<call>& sent() { return sent_; }
    const std::vector<call>& sent() const { return sent_; }

private:
    enum class state
    {
        free,
        calling,
        freeing
    };

    void send_next();
    void free_counter(std::string_view ticket);

    std::string token_;
    std::string path_;
    socket connection_;
    state state_ = state::free;
    /// Calls that wait for the counter to be free.
    std::size_t wanted_ = 0;
    std::vector<call> sent_;
    std::size_t late_ = 0;
};

} // namespace motcua::bench
