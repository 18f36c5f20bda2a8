#pragma once
// One HTTP request that is being handled: its holder, its site and the thing that its path names, and the
// helpers with which every resource turns it into a command or a query.

#include "base/json.hpp"
#include "server/api/office.hpp"
#include "server/api/problems.hpp"
#include "server/http/router.hpp"

#include <algorithm>
#include <boost/asio/async_result.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace motcua::api {

using boost::asio::awaitable;
using http::response;

/// Everything here lives until the answer has been given. On the thread of the network.
struct request_context
{
    http::request& request;
    api::office& office;
    /// Null for a request without a credential.
    std::shared_ptr<const access::holder> holder;
    /// The site of the path; null where the path names none.
    const site_context* site = nullptr;
    /// The ticket of the path.
    domain::ticket_id ticket{};
    /// The block of numbers of the path.
    domain::block_id block{};

    std::string parameter(std::string_view name) const { return std::string(request.parameter(name)); }
    std::string counter() const { return parameter("counter"); }
    bool is(access::role role) const { return holder && holder->role == role; }
};

/// A value, or the answer that refuses the request.
template <class T>
using checked = boost::system::result<T, response>;

/// The body as a message; no body is the same as `{}`. 400 `malformed_json`, or 422 with the field.
template <class T>
checked<T> body_of(const request_context& ctx)
{
    auto read = base::from_json<T>(ctx.request.body.empty() ? std::string_view("{}") : ctx.request.body);
    if (!read) {
        return problem_of(read.error());
    }
    return *std::move(read);
}

/// A query parameter as one of an enum's words; none when it is not given. 422 with the field.
template <class Enum>
checked<std::optional<Enum>> word_of(const request_context& ctx, std::string_view name)
{
    const auto given = ctx.request.query(name);
    if (!given || given->empty()) {
        return std::optional<Enum>{};
    }
    auto read = base::read_word<Enum>(*given);
    if (!read) {
        return problem_of(std::move(read).error().inside(std::string(name)));
    }
    return std::optional{*read};
}

/// `limit` of the query: limits::page when not given. 422 outside 1 to limits::page_max.
checked<std::size_t> page_of(const request_context& ctx);

/// A part of a list: at most `limit` items, after the first `offset`.
struct list_part
{
    std::size_t offset = 0;
    std::size_t limit = 0;
};

/// `limit` and `cursor` of the query, for a list whose order stays the same: its cursor counts the items
/// before the page.
checked<list_part> list_part_of(const request_context& ctx);

/// Cuts `whole`, a message with `items` and `next_cursor`, down to one part.
template <class List>
void cut(List& whole, const list_part& part)
{
    const auto begin = std::min(part.offset, whole.items.size());
    const auto end = std::min(begin + part.limit, whole.items.size());
    if (end < whole.items.size()) {
        whole.next_cursor = std::to_string(end);
    }
    const auto at = [&whole](std::size_t place) {
        return whole.items.begin() + static_cast<std::ptrdiff_t>(place);
    };
    whole.items = {std::make_move_iterator(at(begin)), std::make_move_iterator(at(end))};
}

/// An answer that needs no wait. Handlers are plain functions that return what they wait for: it spares a
/// coroutine, and gcc 12 destroys some temporaries of a co_await twice.
inline awaitable<response> ready(response answer) { co_return answer; }

/// Gives the site a command and answers when its events are durable. `answer` makes the first answer; a 204
/// has an empty body. `ctx` must outlive the wait.
awaitable<response> change(const request_context& ctx, domain::command command, runtime::answer_maker answer);

/// The same for a caller that the credential of the request does not name.
awaitable<response> change_by(const request_context& ctx, runtime::caller caller, domain::command command,
                              runtime::answer_maker answer);

/// Runs `ask`, which gives the site work that is not a command, and answers with its outcome.
awaitable<response> outcome_of(std::function<void(std::function<void(runtime::outcome)> done)> ask);

/// Runs `make` on a thread of the pool and answers with its result; 503 when the pool is full. `make` must
/// not touch `ctx`, and must come from a variable: gcc 12 destroys a lambda written inside co_await twice.
awaitable<response> on_pool(const request_context& ctx, std::function<response()> make);

/// Answers from the state as soon as all of it is durable; 503 while the site is unavailable. `ctx` must
/// outlive the wait.
template <class Make>
awaitable<response> query(const request_context& ctx, Make make)
{
    auto& site = ctx.site->machine;
    if (site.state_is_durable()) {
        co_return make(site.state());
    }
    const auto executor = co_await boost::asio::this_coro::executor;
    const auto wait = [&site, &make, &executor](auto handler) {
        const auto waiting = std::make_shared<decltype(handler)>(std::move(handler));
        site.read([waiting, make, executor](const domain::site_state* state) {
            auto answer = state == nullptr ? unavailable() : make(*state);
            // Nothing may use the site from within read().
            boost::asio::post(
                executor, [waiting, answer = std::move(answer)]() mutable { (*waiting)(std::move(answer)); });
        });
    };
    co_return co_await boost::asio::async_initiate<const boost::asio::use_awaitable_t<>, void(response)>(
        wait, boost::asio::use_awaitable);
}

/// Whether the site remembers a change under the key of this request.
bool is_retry(const request_context& ctx);

/// A success with a message as its body.
template <class T>
response answer_of(unsigned status, const T& message)
{
    return http::json(status, base::to_json(message));
}

} // namespace motcua::api
