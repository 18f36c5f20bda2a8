#pragma once
// One call of the interface on its way: who asks, about which site and thing, and the helpers with which
// every resource turns it into a command or a query.

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

struct call
{
    http::request& asked;
    office& house;
    /// Null for a call without a credential.
    std::shared_ptr<const holder> who;
    /// The site of the path; null where the path names none.
    const hall* at = nullptr;
    /// The ticket of the path.
    domain::ticket_id ticket{};
    /// The block of numbers of the path.
    domain::block_id block{};

    std::string parameter(std::string_view name) const { return std::string(asked.parameter(name)); }
    std::string counter() const { return parameter("counter"); }
    bool is(role one) const { return who && who->role == one; }
};

/// A value, or the answer with which the call is refused.
template <class T>
using checked = boost::system::result<T, response>;

/// The body as a message. Without a body all that may be left out is. 400 `malformed_json`, or 422 with the
/// field.
template <class T>
checked<T> body_of(const call& made)
{
    auto read = base::from_json<T>(made.asked.body.empty() ? std::string_view("{}") : made.asked.body);
    if (!read) {
        return problem_of(read.error());
    }
    return *std::move(read);
}

/// A query parameter as one of an enum's words; none when it is not given. 422 with the field.
template <class Enum>
checked<std::optional<Enum>> word_of(const call& made, std::string_view name)
{
    const auto given = made.asked.query(name);
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
checked<std::size_t> page_of(const call& made);

/// Which part of a list is asked for: that after `offset` items, at most `limit` of them.
struct list_part
{
    std::size_t offset = 0;
    std::size_t limit = 0;
};

/// `limit` and `cursor` of the query for a list whose order stays the same: its cursors count the items
/// before.
checked<list_part> list_part_of(const call& made);

/// Leaves of `whole`, a message with `items` and `next_cursor`, the part that is asked for.
template <class List>
void cut(List& whole, const list_part& wanted)
{
    const auto begin = std::min(wanted.offset, whole.items.size());
    const auto end = std::min(begin + wanted.limit, whole.items.size());
    if (end < whole.items.size()) {
        whole.next_cursor = std::to_string(end);
    }
    const auto at = [&whole](std::size_t place) {
        return whole.items.begin() + static_cast<std::ptrdiff_t>(place);
    };
    whole.items = {std::make_move_iterator(at(begin)), std::make_move_iterator(at(end))};
}

/// An answer that needs no waiting. Handlers are plain functions that return what they wait for: it spares a
/// coroutine, and gcc 12 destroys some temporaries of a co_await twice.
inline awaitable<response> ready(response answer) { co_return answer; }

/// Asks the site for a change and answers when it is durable. `answer` makes the first answer; a 204 has an
/// empty body. `made` must outlive the wait.
awaitable<response> change(const call& made, domain::command wanted, runtime::answer_maker answer);

/// Calls `ask`, which asks the site for something else than a command, and answers with what that comes to.
awaitable<response> outcome_of(std::function<void(std::function<void(runtime::outcome)> done)> ask);

/// Answers with what `make` gives on a thread of the pool; 503 when that is full. `make` must not touch the
/// call, and must come from a variable: a lambda written inside co_await is destroyed twice by gcc 12.
awaitable<response> on_pool(const call& made, std::function<response()> make);

/// Answers from the state as soon as all that it holds is durable; 503 while the site is unavailable. `made`
/// must outlive the wait.
template <class Make>
awaitable<response> query(const call& made, Make make)
{
    auto& site = made.at->site;
    if (site.settled()) {
        co_return make(site.state());
    }
    const auto executor = co_await boost::asio::this_coro::executor;
    const auto wait = [&site, &make, &executor](auto handler) {
        const auto waiting = std::make_shared<decltype(handler)>(std::move(handler));
        site.read([waiting, make, executor](const domain::site_state* state) {
            auto answer = state == nullptr ? unavailable() : make(*state);
            // The site must not be asked for anything from within a look.
            boost::asio::post(
                executor, [waiting, answer = std::move(answer)]() mutable { (*waiting)(std::move(answer)); });
        });
    };
    co_return co_await boost::asio::async_initiate<const boost::asio::use_awaitable_t<>, void(response)>(
        wait, boost::asio::use_awaitable);
}

/// Whether the site remembers a change under the caller's key.
bool is_asked_again(const call& made);

/// A success with a message as its body.
template <class T>
response answer_of(unsigned status, const T& message)
{
    return http::json(status, base::to_json(message));
}

} // namespace motcua::api
