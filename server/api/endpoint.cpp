#include "server/api/endpoint.hpp"

#include "server/api/limits.hpp"
#include "server/api/numbers.hpp"
#include "server/api/views.hpp"

#include <algorithm>

namespace motcua::api {

namespace {

bool is_open(openness one, const open_doors& doors)
{
    switch (one) {
    case openness::closed:
        return false;
    case openness::where_reads_are_open:
        return doors.reads;
    case openness::where_tickets_are_open:
        return doors.tickets;
    case openness::open:
    case openness::probe:
        return true;
    }
    return false;
}

std::optional<response> check_credential(const endpoint& row, call& made)
{
    const auto now = made.house.steady_now();
    if (made.asked.bearer) {
        made.who = made.house.known.find(*made.asked.bearer, made.asked.user_agent, now);
        if (made.who) {
            return std::nullopt;
        }
        // What is open to anyone is open with an old token too; elsewhere its holder must hear that it is
        // none.
        if (row.open != openness::open && row.open != openness::probe) {
            return no_credential();
        }
    }
    if (!is_open(row.open, made.house.open)) {
        return no_credential();
    }
    if (row.open != openness::probe && !made.house.anonymous.allows(made.asked.remote, now)) {
        return too_many_calls(std::chrono::seconds{1});
    }
    return std::nullopt;
}

/// The block of numbers that the path names; none when it was never leased.
std::optional<domain::block_id> find_block(std::string_view text, const domain::site_state& state)
{
    const auto number = read_number(text);
    if (!number || text.front() == '0' || *number < 1 || *number > state.last_block()) {
        return std::nullopt;
    }
    return domain::block_id{*number};
}

/// The site, ticket, counter and block that the path names.
std::optional<response> find_things(call& made)
{
    auto site = made.asked.parameter("site");
    const auto id = made.asked.parameter("id");
    std::optional<ticket_address> address;
    if (!id.empty()) {
        address = parse_ticket_id(id);
        if (!address) {
            return unknown_thing("ticket");
        }
        site = address->site;
        made.ticket = address->ticket;
    }
    if (site.empty()) {
        return std::nullopt;
    }
    const auto found = made.house.halls.find(site);
    if (found == made.house.halls.end() || (made.who && made.who->site != site)) {
        return unknown_thing(address ? "ticket" : "site");
    }
    made.at = &found->second;
    if (!made.at->site.readable()) {
        return unavailable();
    }
    const auto& state = made.at->site.state();
    // What was done to a ticket of a day that is over is answered again to whoever asks again. That a ticket
    // is gone may be told when it is durable; until then what the call asks for waits, and finds out.
    if (address && state.find(made.ticket) == nullptr && made.at->site.settled() && !is_asked_again(made)) {
        return unknown_thing("ticket");
    }
    const auto counter = made.asked.parameter("counter");
    if (!counter.empty() && state.find_counter(std::string(counter)) == nullptr) {
        return unknown_thing("counter");
    }
    if (const auto named = made.asked.parameter("block"); !named.empty()) {
        const auto block = find_block(named, state);
        if (!block) {
            return unknown_thing("block");
        }
        made.block = *block;
    }
    return std::nullopt;
}

std::optional<response> check_role(const endpoint& row, const call& made)
{
    if (!made.who || is_open(row.open, made.house.open)) {
        return std::nullopt;
    }
    if (!row.who.holds(made.who->role)) {
        return wrong_role();
    }
    const auto counter = made.asked.parameter("counter");
    const bool acts_at_counter = made.is(role::counter) || made.is(role::clerk);
    if (!counter.empty() && acts_at_counter && made.who->counter != counter) {
        return wrong_role();
    }
    return std::nullopt;
}

std::optional<response> check_key(const endpoint& row, const call& made)
{
    const auto& key = made.asked.idempotency_key;
    const auto printable = [](char c) { return c >= ' ' && c <= '~'; };
    if (!key || !row.takes_key ||
        (!key->empty() && key->size() <= 64 && std::ranges::all_of(*key, printable))) {
        return std::nullopt;
    }
    return http::problem(422, "invalid_idempotency_key", "1 to 64 printable ASCII characters are expected.",
                         "Idempotency-Key");
}

std::optional<response> refused(const endpoint& row, call& made)
{
    if (auto refusal = check_credential(row, made)) {
        return refusal;
    }
    if (auto refusal = find_things(made)) {
        return refusal;
    }
    if (auto refusal = check_role(row, made)) {
        return refusal;
    }
    return check_key(row, made);
}

template <class Answer, class Handler>
awaitable<Answer> serve(const endpoint& row, const Handler& run, office& house, http::request& asked)
{
    call made{.asked = asked, .house = house, .who = {}, .at = nullptr, .ticket = {}, .block = {}};
    if (auto refusal = refused(row, made)) {
        co_return *std::move(refusal);
    }
    co_return co_await run(made);
}

} // namespace

boost::json::object limit_schema()
{
    return {{"type", "integer"}, {"minimum", 1}, {"maximum", limits::page_max}, {"default", limits::page}};
}

endpoint counter_action(std::string_view path, std::string_view summary, described_message body,
                        std::vector<described_answer> answers, endpoint::handler run)
{
    return {.method = http::verb::post,
            .path = path,
            .who = at_counter,
            .open = openness::closed,
            .summary = summary,
            .query = {},
            .body = body,
            .answers = std::move(answers),
            .run = std::move(run)};
}

std::vector<http::route> routes_of(const std::vector<endpoint>& rows, office& house)
{
    std::vector<http::route> routes;
    for (const auto& each : rows) {
        const auto row = std::make_shared<const endpoint>(each);
        if (const auto* run = std::get_if<endpoint::handler>(&row->run)) {
            routes.emplace_back(each.method, each.path, [row, run, &house](http::request& asked) {
                return serve<response>(*row, *run, house, asked);
            });
        } else {
            const auto& open = std::get<endpoint::feed_handler>(row->run);
            routes.emplace_back(each.path, [row, &open, &house](http::request& asked) {
                return serve<http::feed_answer>(*row, open, house, asked);
            });
        }
    }
    return routes;
}

} // namespace motcua::api
