#pragma once
// The generator of closed load: a number of connections, each with one request under way. One thread, and the
// same code for every server, so that two of them can be compared.

#include <chrono>
#include <cstdint>
#include <string_view>

namespace motcua::bench {

/// How a server is spoken to.
class dialect
{
public:
    virtual ~dialect() = default;

    /// The bytes of one more request, valid until the next use.
    virtual std::string_view next_request() = 0;

    /// The length of the reply that `received` begins with; 0 when it is not whole yet. Throws failure when
    /// it is not the reply that was asked for.
    virtual std::size_t reply_length(std::string_view received) const = 0;
};

struct load
{
    int connections{};
    /// Replies count from the end of `warm_up` on, for `duration`.
    std::chrono::milliseconds warm_up{};
    std::chrono::milliseconds duration{};
};

struct load_result
{
    /// Counted replies a second.
    double per_second{};
    /// All of them, with those of warm-up and end.
    std::uint64_t replies{};
};

/// Loads the server on `port` of loopback.
load_result run_closed_load(std::uint16_t port, dialect& speaks, const load& wanted);

/// Gets exactly `count` replies, over few connections.
void get_replies(std::uint16_t port, dialect& speaks, int count);

} // namespace motcua::bench
