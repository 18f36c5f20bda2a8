#pragma once
// HTTP and WebSocket as far as the benchmark needs them: requests made by hand, replies taken apart with as
// little work as can be, for the generator shares the machine with the server.

#include "tests/bench/socket.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace motcua::bench {

struct http_reply
{
    int status{};
    std::string_view body;
    /// Head and body.
    std::string_view whole;
};

/// The first reply in `received`; none when it is not whole yet. Throws failure when it is none at all.
std::optional<http_reply> find_reply(std::string_view received);

/// What `reply` says went wrong, in a line.
std::string describe(const http_reply& reply);

/// `key` is the Idempotency-Key.
std::string post_request(std::string_view path, std::string_view token, std::string_view key,
                         std::string_view body);

/// A request of any method; `headers` are whole lines, and without a token it has no credential.
std::string write_request(std::string_view method, std::string_view path, std::string_view token,
                          std::string_view headers, std::string_view body);

/// Waits until the reply to what was sent is whole. It stays among what was received, and is valid until more
/// is.
http_reply wait_for_reply(socket& server);

/// Sends `request` and waits for its answer. Throws failure unless the status is `expected`. The body.
std::string exchange(socket& server, std::string_view request, int expected);

/// A key that this process did not give out before, 24 characters long.
std::string fresh_key();

struct frame
{
    /// Of RFC 6455, section 5.2: 1 text, 8 close, 9 ping.
    int opcode{};
    std::string_view payload;
    std::size_t length{};
};

/// The first frame of a server in `received`; none when it is not whole yet.
std::optional<frame> find_frame(std::string_view received);

/// Upgrades a fresh connection to the feed of `site` and waits for its snapshot.
void open_feed(socket& server, std::string_view site, std::string_view token);

} // namespace motcua::bench
