#pragma once
// The counters of the demo office calling numbers by a timetable that does not wait for answers.

#include "tests/bench/http_wire.hpp"
#include "tests/bench/office.hpp"

#include <deque>
#include <vector>

namespace motcua::bench {

/// One call_next.
struct call
{
    /// When it was to be sent; it counts from here even if its counter was not free then.
    clock::time_point due;
    std::size_t feeds_reached = 0;
};

/// One counter: a connection of its own. A call is followed at once by no_show, which frees the counter.
class calling_counter
{
public:
    /// Opens the counter `code`.
    calling_counter(std::uint16_t port, const demo_file& demo, const std::string& code);

    const descriptor& handle() const { return connection_.handle(); }

    /// Calls the next ticket, as soon as the counter is free.
    void call_next(clock::time_point due);

    /// Takes an answer, if one is there, and does what comes next.
    void read();

    bool is_busy() const { return state_ != state::free || !waiting_.empty(); }

    /// How many calls had to wait for the counter.
    std::size_t late() const { return late_; }

    /// All that were sent, in order: so come their messages.
    std::vector<call>& sent() { return sent_; }

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
    std::deque<clock::time_point> waiting_;
    std::vector<call> sent_;
    std::size_t late_ = 0;
};

} // namespace motcua::bench
