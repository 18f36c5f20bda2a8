#include "server/http/router.hpp"

#include <algorithm>
#include <boost/beast/core/string.hpp>
#include <stdexcept>
#include <utility>

namespace motcua::http {
namespace {

std::vector<route::segment> parse_path(std::string_view path)
{
    std::vector<route::segment> segments;
    while (!path.empty()) {
        path.remove_prefix(1);
        const auto text = path.substr(0, path.find('/'));
        path.remove_prefix(text.size());
        const auto close = text.find('}');
        if (text.starts_with('{') && close != text.npos) {
            segments.push_back({std::string{text.substr(close + 1)}, std::string{text.substr(1, close - 1)}});
        } else if (!text.empty()) {
            segments.push_back({std::string{text}, {}});
        }
    }
    return segments;
}

bool fits(const route::segment& pattern, std::string_view segment) noexcept
{
    if (pattern.name.empty()) {
        return segment == pattern.literal;
    }
    return segment.size() > pattern.literal.size() && segment.ends_with(pattern.literal);
}

bool fits(const route& row, const request& request) noexcept
{
    // Most paths begin alike and differ towards their end.
    for (std::size_t i = row.segments.size(); i-- > 0;) {
        if (!fits(row.segments[i], request.segments()[i])) {
            return false;
        }
    }
    return true;
}

void capture(const route& row, request& request)
{
    request.clear_parameters();
    for (std::size_t i = 0; i < row.segments.size(); ++i) {
        const auto& pattern = row.segments[i];
        const auto text = request.segments()[i];
        if (!pattern.name.empty()) {
            request.set_parameter(pattern.name, text.substr(0, text.size() - pattern.literal.size()));
        }
    }
}

bool is_safe(verb method) noexcept { return method == verb::get || method == verb::head; }

bool is_json(std::string_view content_type) noexcept
{
    auto type = content_type.substr(0, content_type.find(';'));
    while (type.ends_with(' ') || type.ends_with('\t')) {
        type.remove_suffix(1);
    }
    return boost::beast::iequals(type, "application/json");
}

response not_allowed(std::string allow)
{
    auto refusal = problem(405, "method_not_allowed", "This path does not support this method.");
    refusal.set_header("Allow", allow);
    return refusal;
}

response upgrade_required()
{
    // The session adds the header Upgrade that belongs to this status.
    return problem(426, "upgrade_required", "This path is a WebSocket.");
}

boost::asio::awaitable<response> ready(response answer) { co_return answer; }

/// The credential of a feed may be in the query: the script of a page cannot set the header.
boost::asio::awaitable<feed_answer> open_feed(const route& row, request& request)
{
    if (!request.bearer) {
        request.bearer = request.query("access_token");
    }
    return row.open(request);
}

/// A client that may not have the feed learns that before anything about upgrades.
boost::asio::awaitable<response> refuse_without_upgrade(const route& row, request& request)
{
    auto answer = co_await open_feed(row, request);
    if (auto* refusal = std::get_if<response>(&answer)) {
        co_return std::move(*refusal);
    }
    co_return upgrade_required();
}

} // namespace

bool is_foreign(const request& request) noexcept
{
    const auto scheme_end = request.origin.find("://");
    return !request.origin.empty() &&
           (scheme_end == request.origin.npos ||
            !boost::beast::iequals(request.origin.substr(scheme_end + 3), request.host));
}

route::route(verb a_method, std::string_view path, handler an_answer)
    : method{a_method}, segments{parse_path(path)}, answer{std::move(an_answer)}
{}

route::route(std::string_view path, feed_handler an_open)
    : method{verb::get}, segments{parse_path(path)}, open{std::move(an_open)}
{}

router::router(std::vector<route> table, const limits& bounds) : limits_{bounds}
{
    for (auto& row : table) {
        const auto length = row.segments.size();
        if (by_length_.size() <= length) {
            by_length_.resize(length + 1);
        }
        by_length_[length].push_back(std::move(row));
    }
}

router::match router::resolve(request& request) const
{
    const route* found = nullptr;
    std::string allow;
    const auto method = request.method == verb::head ? verb::get : request.method;
    if (const auto length = request.segments().size(); length < by_length_.size()) {
        for (const auto& row : by_length_[length]) {
            if (!fits(row, request)) {
                continue;
            }
            if (row.method == method) {
                found = &row;
                break;
            }
            const auto name = boost::beast::http::to_string(row.method);
            if (!allow.empty()) {
                allow += ", ";
            }
            allow.append(name.data(), name.size());
            if (row.method == verb::get) {
                allow += ", HEAD";
            }
        }
    }
    if (!found && allow.empty()) {
        return {nullptr, problem(404, "not_found", "There is nothing at this path.")};
    }
    if (!found) {
        return {nullptr, not_allowed(std::move(allow))};
    }
    if (request.content_length > limits_.body_bytes) {
        return {nullptr, problem(413, "too_large", "The body is larger than 64 KiB.")};
    }
    if (request.content_length > 0 && !is_json(request.content_type)) {
        return {nullptr, problem(415, "not_json", "The body must be application/json.")};
    }
    if ((!is_safe(request.method) || found->open) && is_foreign(request)) {
        return {nullptr,
                problem(403, "forbidden_origin", "A page of another origin may not send this request.")};
    }
    capture(*found, request);
    return {found, {}};
}

boost::asio::awaitable<response> router::handle(request& request) const
{
    auto resolved = resolve(request);
    if (!resolved.row) {
        return ready(std::move(resolved.refusal));
    }
    if (resolved.row->open) {
        return refuse_without_upgrade(*resolved.row, request);
    }
    return resolved.row->answer(request);
}

boost::asio::awaitable<feed_answer> router::open(request& request) const
{
    auto resolved = resolve(request);
    if (!resolved.row) {
        co_return std::move(resolved.refusal);
    }
    if (!resolved.row->open) {
        co_return co_await resolved.row->answer(request);
    }
    co_return co_await open_feed(*resolved.row, request);
}

} // namespace motcua::http
