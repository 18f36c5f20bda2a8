#pragma once
// The table of routes, and the one way from a request to its answer. It uses no sockets, so a simulation can
// drive it too.

#include "server/http/feed.hpp"
#include "server/http/limits.hpp"
#include "server/http/request.hpp"
#include "server/http/response.hpp"

#include <boost/asio/awaitable.hpp>
#include <functional>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace motcua::http {

/// Answers a request. An exception becomes a 500 with a generic text, and is reported.
/// (A request costs 4 us of processor time outside the kernel, about 0.4 us of that for coroutines: callbacks
/// would not pay.)
using handler = std::function<boost::asio::awaitable<response>(request&)>;

/// Whether a browser says that a page of another server sends it.
bool is_foreign(const request& request) noexcept;

/// Runs when a feed is open; sets its callbacks and may send at once.
using feed_opened = std::function<void(std::shared_ptr<feed>)>;

/// Answers a request for a feed before the upgrade: refuses it with a response, or accepts it.
using feed_answer = std::variant<response, feed_opened>;
using feed_handler = std::function<boost::asio::awaitable<feed_answer>(request&)>;

/// One row of the table. A path has segments, each a literal or `{name}` with or without a literal tail
/// (`{code}.ics`).
struct route
{
    route(verb method, std::string_view path, handler answer);
    route(std::string_view path, feed_handler open); ///< a feed, reached by GET with an upgrade

    struct segment
    {
        std::string literal; ///< the whole segment, or its tail
        std::string name;    ///< of the parameter; empty if there is none
    };

    verb method;
    std::vector<segment> segments;
    handler answer;
    feed_handler open;
};

class router
{
public:
    /// The first row that matches a request answers it.
    explicit router(std::vector<route> table, const limits& bounds = {});

    /// Answers any request that is not an upgrade to a feed. Before the handler runs: 404 `not_found` for an
    /// unknown path, 405 `method_not_allowed` with Allow, 413 `too_large`, 415 `not_json` for a body of
    /// another type, 403 `forbidden_origin` for a change that a page of another origin sends. 426
    /// `upgrade_required` for a feed that the client may have. HEAD is answered as GET; the session leaves
    /// the body out. `request` must live until the answer is there.
    boost::asio::awaitable<response> handle(request& request) const;

    /// Answers an upgrade to a feed, after the same checks; the credential may be the query parameter
    /// `access_token`. An upgrade of a path that is not a feed is answered like a request without the
    /// upgrade, as RFC 9110 allows.
    boost::asio::awaitable<feed_answer> open(request& request) const;

private:
    struct match
    {
        const route* row = nullptr; ///< null: refused
        response refusal;
    };
    match resolve(request& request) const;

    std::vector<std::vector<route>> by_length_; ///< index: number of segments
    limits limits_;
};

} // namespace motcua::http
