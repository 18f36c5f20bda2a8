#pragma once
// A connection to a server on loopback, driven by hand: whole sends, and receives that never wait.

#include "tests/bench/descriptor.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace motcua::bench {

/// A port on loopback that is free now.
std::uint16_t find_free_port();

/// Listens on a free port of loopback; accepts without waiting.
descriptor listen_on_loopback();

/// The port that `bound` has.
std::uint16_t port_of(const descriptor& bound);

class socket
{
public:
    /// Throws failure when nobody listens on `port`.
    explicit socket(std::uint16_t port);

    const descriptor& handle() const { return handle_; }

    /// Throws failure when the kernel does not take all of it: a peer that reads keeps the buffer empty.
    void send(std::string_view bytes);

    /// What has come and was not taken, after one read of the socket (which may bring nothing). Throws
    /// failure when the peer has closed. Valid until the next use.
    std::string_view receive();

    /// The first `count` bytes of what receive() gave are done with.
    void take(std::size_t count);

    /// As receive(), but waits for more bytes, at most reply_wait.
    std::string_view wait_for_more();

private:
    std::string_view receive(int flags);

    descriptor handle_;
    std::string buffer_; ///< its first received_ bytes are what was read
    std::size_t received_ = 0;
};

} // namespace motcua::bench
