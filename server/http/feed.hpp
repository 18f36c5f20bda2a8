#pragma once
// One open WebSocket as the rest of the server sees it. A simulation can implement it without a socket.

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace motcua::http {

/// The sub-protocol that the server accepts if the client offers it.
inline constexpr std::string_view feed_protocol = "motcua.v1";

/// Why a feed is closed, by RFC 6455, section 7.4.1.
enum class close_code : std::uint16_t
{
    normal = 1000,
    going_away = 1001,
    unsupported = 1003,
    policy = 1008,
    again = 1013
};

/// Everything happens on the thread of the io_context.
class feed
{
public:
    virtual ~feed() = default;

    /// Queues one text message in UTF-8; many feeds may share it. Never blocks and runs no callback. Does
    /// nothing once the feed is closing or gone; a client more than limits::feed_backlog_bytes behind
    /// is dropped.
    virtual void send(std::shared_ptr<const std::string> message) = 0;

    /// False once it is closing or gone: messages then go nowhere, and `on_gone` may have run.
    virtual bool is_open() const = 0;

    /// Begins the closing handshake; queued messages may be lost. `on_gone` follows.
    virtual void close(close_code code) = 0;

    /// Runs with each text message of the client. The view is valid until it returns.
    std::function<void(std::string_view)> on_message;

    /// Runs about once a second: if it returns false, the feed is closed with close_code::policy. Unset:
    /// always true.
    std::function<bool()> may_go_on;

    /// Runs once, when nothing can be sent any more, whichever side ended it; never from within send or
    /// close. All callbacks are then released, so they may own the feed.
    std::function<void()> on_gone;
};

} // namespace motcua::http
