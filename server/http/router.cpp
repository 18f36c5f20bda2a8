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

bool fits(const route& row, const request& asked) noexcept
{
    // Most paths begin alike and differ towards their end.
    for (std::size_t i = row.segments.size(); i-- > 0;) {
        if (!fits(row.segments[i], asked.segments()[i])) {
            return false;
        }
    }
    return true;
}

void capture(const route& row, request& asked)
{
    asked.clear_parameters();
    for (std::size_t i = 0; i < row.segments.size(); ++i) {
        const auto& pattern = row.segments[i];
        const auto text = asked.segments()[i];
        if (!pattern.name.empty()) {
            asked.set_parameter(pattern.name, text.substr(0, text.size() - pattern.literal.size()));
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

bool is_foreign(const request& asked) noexcept
{
    const auto scheme_end = asked.origin.find("://");
    return !asked.origin.empty() && (scheme_end == asked.origin.npos ||
                                     !boost::beast::iequals(asked.origin.substr(scheme_end + 3), asked.host));
}

response not_allowed(std::string allow)
{
    auto refusal = problem(405, "method_not_allowed", "This path does not know this method.");
    refusal.set_header("Allow", allow);
    return refusal;
}

response upgrade_required()
{
    // The session adds the header Upgrade that belongs to this status.
    return problem(426, "upgrade_required", "This path is a WebSocket.");
}

boost::asio::awaitable<response> ready(response answer) { co_return answer; }

/// The credential of a feed may stand in the query: a page's script cannot set the header.
boost::asio::awaitable<feed_answer> open_feed(const route& row, request& asked)
{
    if (!asked.bearer) {
        asked.bearer = asked.query("access_token");
    }
    return row.open(asked);
}

/// Whoever may not have the feed is told so before anything of upgrades.
boost::asio::awaitable<response> refuse_without_upgrade(const route& row, request& asked)
{
    auto answer = co_await open_feed(row, asked);
    if (auto* refusal = std::get_if<response>(&answer)) {
        co_return std::move(*refusal);
    }
    co_return upgrade_required();
}

} // namespace

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

router::match router::resolve(request& asked) const
{
    const route* found = nullptr;
    std::string allow;
    const auto method = asked.method == verb::head ? verb::get : asked.method;
    if (const auto length = asked.segments().size(); length < by_length_.size()) {
        for (const auto& row : by_length_[length]) {
            if (!fits(row, asked)) {
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
    if (asked.content_length > limits_.body_bytes) {
        return {nullptr, problem(413, "too_large", "The body is larger than 64 KiB.")};
    }
    if (asked.content_length > 0 && !is_json(asked.content_type)) {
        return {nullptr, problem(415, "not_json", "The body must be application/json.")};
    }
    if ((!is_safe(asked.method) || found->open) && is_foreign(asked)) {
        return {nullptr, problem(403, "forbidden_origin", "Another site's page may not ask for this.")};
    }
    capture(*found, asked);
    return {found, {}};
}

boost::asio::awaitable<response> router::handle(request& asked) const
{
    auto resolved = resolve(asked);
    if (!resolved.row) {
        return ready(std::move(resolved.refusal));
    }
    if (resolved.row->open) {
        return refuse_without_upgrade(*resolved.row, asked);
    }
    return resolved.row->answer(asked);
}

boost::asio::awaitable<feed_answer> router::open(request& asked) const
{
    auto resolved = resolve(asked);
    if (!resolved.row) {
        co_return std::move(resolved.refusal);
    }
    if (!resolved.row->open) {
        co_return co_await resolved.row->answer(asked);
    }
    co_return co_await open_feed(*resolved.row, asked);
}

} // namespace motcua::http
