#pragma once
// Every limit of the HTTP side: sizes, counts and deadlines. Tests shorten them, the server runs with these.

#include <chrono>
#include <cstddef>

namespace motcua::http {

struct limits
{
    std::size_t connections = 8192; ///< feeds included; when full the longest idle one makes room
    int backlog = 1024;             ///< connections that the kernel holds until they are accepted

    std::size_t header_bytes = 8 * 1024;
    std::size_t header_fields = 64;
    std::size_t body_bytes = 64 * 1024;
    std::size_t discarded_bytes =
        1024 * 1024; ///< read and discarded after a refusal, so that the answer reaches the client

    std::size_t feed_message_bytes = 4 * 1024;    ///< largest message accepted from the client of a feed
    std::size_t feed_backlog_bytes = 1024 * 1024; ///< a client that is further behind is dropped
    std::chrono::steady_clock::duration feed_ping = std::chrono::seconds{15};
    std::chrono::steady_clock::duration feed_silence =
        std::chrono::seconds{45}; ///< then the client counts as gone

    // Deadlines hold within one sweep.
    std::chrono::steady_clock::duration sweep = std::chrono::seconds{1};
    std::chrono::steady_clock::duration handshake = std::chrono::seconds{10}; ///< of TLS, from the connection
    std::chrono::steady_clock::duration idle = std::chrono::seconds{75};      ///< between two requests
    std::chrono::steady_clock::duration header = std::chrono::seconds{10};    ///< from its first byte
    std::chrono::steady_clock::duration body = std::chrono::seconds{10};      ///< from the end of the header
    std::chrono::steady_clock::duration handle = std::chrono::seconds{60}; ///< from the request to its answer
    std::chrono::steady_clock::duration write = std::chrono::seconds{10};
    std::chrono::steady_clock::duration linger =
        std::chrono::seconds{2}; ///< for a refused client to read the answer
    std::chrono::steady_clock::duration stop =
        std::chrono::seconds{5}; ///< for the requests in progress when stopping
    std::chrono::steady_clock::duration accept_pause =
        std::chrono::milliseconds{100}; ///< after a failed accept
};

} // namespace motcua::http
