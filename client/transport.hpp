#pragma once
// The seam between a client's logic and the world: messages and time. Behind it are sockets and a steady
// clock, or a simulated network and a virtual clock.
//
// One rule holds for everything here: it runs on one strand, no callback runs before the function that took
// it returned, and none runs after its operation was destroyed, not even if the callback itself destroyed it.

#include "client/error.hpp"
#include "client/fingerprint.hpp"

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace motcua::client {

using std::chrono::milliseconds;

/// Something under way. Destroying it cancels it.
class operation
{
public:
    operation() = default;
    operation(const operation&) = delete;
    operation& operator=(const operation&) = delete;
    virtual ~operation() = default;
};

enum class verb
{
    get,
    post,
    remove ///< DELETE
};

struct http_request
{
    client::verb verb = client::verb::get;
    std::string target; ///< path and query, percent-encoded
    std::string body;   ///< JSON, or empty
    /// Makes a change safe to send again; empty: none is sent.
    std::string idempotency_key;
};

struct http_response
{
    int status = 0;
    std::string body;
    std::optional<std::chrono::seconds> retry_after;
    bool replayed = false; ///< the answer to an earlier try
};

/// Takes any answer, whatever its status, or the reason why there is none.
using completion = std::function<void(result<http_response>)>;

struct feed_handlers
{
    /// The server agreed; messages follow.
    std::function<void()> on_open;
    /// A whole text message. The view is valid until the function returns.
    std::function<void(std::string_view)> on_message;
    /// Anything at all came, such as the answer to a ping; also before each message.
    std::function<void()> on_heard;
    /// The feed is over, or never opened; the last callback.
    std::function<void(boost::system::error_code)> on_closed;
};

/// A live feed, open or opening.
class feed : public operation
{
public:
    /// Asks the server for a sign of life. Does nothing before on_open, after on_closed, or while the ping
    /// before it is not yet sent.
    virtual void ping() = 0;
};

/// Carries bytes: requests with their answers, and feeds.
class transport
{
public:
    virtual ~transport() = default;

    /// Sends `request` once, never twice, and reads the answer. Completes within `deadline`, with
    /// error::deadline_passed at the latest.
    [[nodiscard]] virtual std::unique_ptr<operation> send(http_request request, milliseconds deadline,
                                                          completion done) = 0;

    /// Opens a feed. It has no deadline of its own: its owner destroys it when it is too slow or too silent.
    [[nodiscard]] virtual std::unique_ptr<feed> open_feed(std::string target, feed_handlers handlers) = 0;

    /// The bearer token of all requests and feeds from now on; empty, or not a token: none is sent.
    virtual void use_token(std::string token) = 0;

    /// The fingerprint that the server must have: the one given, or, where the first use is trusted, that of
    /// the first server reached. None: no certificate is pinned, or no server was reached yet.
    virtual std::optional<fingerprint> pinned() const { return std::nullopt; }
};

using time_point = std::chrono::steady_clock::time_point;

/// A clock and its timers.
class timers
{
public:
    virtual ~timers() = default;

    virtual time_point now() const = 0;

    /// Runs `function` once, after `delay`.
    [[nodiscard]] virtual std::unique_ptr<operation> after(milliseconds delay,
                                                           std::function<void()> function) = 0;
};

} // namespace motcua::client
