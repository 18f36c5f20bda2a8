#pragma once
// What the HTTP side counts about itself.

#include <cstdint>

namespace motcua::http {

struct metrics
{
    std::uint64_t connections = 0; ///< open now, feeds included
    std::uint64_t feeds = 0;       ///< open now
    std::uint64_t accepted = 0;    ///< since start, like all below
    std::uint64_t requests = 0;
    std::uint64_t failed = 0;         ///< handlers that threw
    std::uint64_t bad_handshakes = 0; ///< TLS never began: wrong bytes, an old version, a refused certificate
    std::uint64_t bad_requests = 0;   ///< refused before they reached the router
    std::uint64_t timed_out = 0;      ///< closed by a deadline
    std::uint64_t evicted = 0;        ///< closed to make room
    std::uint64_t accept_errors = 0;
    std::uint64_t feeds_behind = 0; ///< dropped because they did not keep up
    std::uint64_t feeds_silent = 0; ///< dropped because their client was gone
};

} // namespace motcua::http
