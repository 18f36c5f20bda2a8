#include "server/api/endpoint.hpp"

#include "base/numbers.hpp"
#include "server/api/identifiers.hpp"
#include "server/api/limits.hpp"
#include "server/api/views.hpp"

#include <algorithm>

namespace motcua::api {

namespace {

/// What the site that the path names lets anybody do. What is delivered where there is no such site, or it
/// cannot be read now: the next check says so.
domain::public_settings public_of(const request_context& ctx)
{
    const auto named = ctx.office.sites.find(ctx.request.parameter("site"));
    if (named == ctx.office.sites.end() || !named->second.machine.readable()) {
        return {};
    }
    return named->second.machine.state().settings().public_;
}

bool is_open(openness open, const request_context& ctx)
{
    switch (open) {
    case openness::closed:
        return false;
    case openness::where_reads_are_open:
        return public_of(ctx).reads;
    case openness::where_tickets_are_open:
        return public_of(ctx).tickets;
    case openness::bookings:
    case openness::open:
    case openness::probe:
        return true;
    }
    return false;
}

std::optional<std::string_view> token_of(const http::request& request)
{
    return request.bearer ? request.bearer : request.cookie;
}

/// A browser adds the cookie to whatever a page sends. Only a page of this server can send the header with
/// it; the feed, which cannot carry it, needs the Origin instead.
bool is_of_our_page(const endpoint& row, const http::request& request)
{
    const bool is_feed = std::holds_alternative<endpoint::feed_handler>(row.run);
    return (is_feed ? !request.origin.empty() : request.from_script) && !http::is_foreign(request);
}

/// The pace of those without a credential.
access::address_limit& limit_of(openness open, office& limited)
{
    switch (open) {
    case openness::where_tickets_are_open:
        return limited.anonymous_tickets;
    case openness::bookings:
        return limited.anonymous_bookings;
    default:
        return limited.anonymous;
    }
}

std::optional<response> check_credential(const endpoint& row, request_context& ctx)
{
    const auto now = ctx.office.steady_now();
    const bool for_anybody =
        row.open == openness::open || row.open == openness::bookings || row.open == openness::probe;
    if (const auto token = token_of(ctx.request)) {
        ctx.holder = ctx.office.credentials.find(*token, ctx.request.user_agent, now);
        if (ctx.holder && ctx.holder->cookie != !ctx.request.bearer) {
            ctx.holder = nullptr; // A cookie is not a bearer token, nor the other way round.
        }
        if (ctx.holder && ctx.holder->cookie && !is_of_our_page(row, ctx.request)) {
            ctx.holder = nullptr;
            if (!is_open(row.open, ctx)) {
                return cross_site();
            }
        }
        if (ctx.holder) {
            return std::nullopt;
        }
        // An endpoint that is open to anybody accepts an old token too; elsewhere its holder must learn that
        // it is no longer valid.
        if (!for_anybody && ctx.request.bearer) {
            ctx.office.report({.kind = access::report_kind::unknown_token,
                               .name = {},
                               .role = {},
                               .address = ctx.request.remote});
            return no_credential();
        }
    }
    if (!is_open(row.open, ctx)) {
        return no_credential();
    }
    if (row.open == openness::probe) {
        return std::nullopt;
    }
    const auto wait = limit_of(row.open, ctx.office).take(ctx.request.remote, now);
    return wait == std::chrono::seconds{0} ? std::nullopt : std::optional{too_many_requests(wait)};
}

/// The block of numbers with this id; none if it was never leased.
std::optional<domain::block_id> find_block(std::string_view text, const domain::site_state& state)
{
    const auto number = base::read_number(text);
    if (!number || text.front() == '0' || *number < 1 || *number > state.last_block()) {
        return std::nullopt;
    }
    return domain::block_id{*number};
}

/// The site, ticket, counter and block that the path names.
std::optional<response> find_things(request_context& ctx)
{
    auto site = ctx.request.parameter("site");
    const auto id = ctx.request.parameter("id");
    std::optional<ticket_address> address;
    if (!id.empty()) {
        address = parse_ticket_id(id);
        if (!address) {
            return unknown_thing("ticket");
        }
        site = address->site;
        ctx.ticket = address->ticket;
    }
    if (site.empty()) {
        return std::nullopt;
    }
    const auto found = ctx.office.sites.find(site);
    if (found == ctx.office.sites.end() || (ctx.holder && ctx.holder->site != site)) {
        return unknown_thing(address ? "ticket" : "site");
    }
    ctx.site = &found->second;
    if (!ctx.site->machine.readable()) {
        return unavailable();
    }
    const auto& state = ctx.site->machine.state();
    // A retry of a change to a ticket of a day that is over gets its first answer. That a ticket is gone may
    // be reported when it is durable; until then the handler waits, and finds out.
    if (address && state.find(ctx.ticket) == nullptr && ctx.site->machine.state_is_durable() &&
        !is_retry(ctx)) {
        return unknown_thing("ticket");
    }
    const auto counter = ctx.request.parameter("counter");
    if (!counter.empty() && state.find_counter(std::string(counter)) == nullptr) {
        return unknown_thing("counter");
    }
    const auto service = ctx.request.parameter("service");
    if (!service.empty() && domain::find_service(state.settings(), std::string(service)) == nullptr) {
        return unknown_thing("service");
    }
    if (const auto named = ctx.request.parameter("block"); !named.empty()) {
        const auto block = find_block(named, state);
        if (!block) {
            return unknown_thing("block");
        }
        ctx.block = *block;
    }
    return std::nullopt;
}

response refuse_role(const request_context& ctx)
{
    ctx.office.report({.kind = access::report_kind::wrong_role,
                       .name = ctx.holder->name,
                       .role = ctx.holder->role,
                       .address = ctx.request.remote});
    return wrong_role();
}

bool has_one_time_password(const request_context& ctx)
{
    const auto* state = ctx.holder->staff ? state_of(ctx.office, ctx.holder->site) : nullptr;
    const auto* member = state == nullptr ? nullptr : state->staff().find(*ctx.holder->staff);
    return member != nullptr && member->one_time;
}

std::optional<response> check_role(const endpoint& row, const request_context& ctx)
{
    if (!ctx.holder || is_open(row.open, ctx)) {
        return std::nullopt;
    }
    if (has_one_time_password(ctx) && !row.for_one_time_password) {
        return password_change_required();
    }
    if (!row.roles.holds(ctx.holder->role)) {
        return refuse_role(ctx);
    }
    if (!ctx.holder->acts && row.method != http::verb::get && !row.for_idle_console) {
        return sign_in_required();
    }
    const auto counter = ctx.request.parameter("counter");
    const bool acts_at_counter = ctx.is(access::role::counter) || ctx.is(access::role::clerk);
    if (!counter.empty() && acts_at_counter && ctx.holder->counter != counter) {
        return refuse_role(ctx);
    }
    return std::nullopt;
}

std::optional<response> check_key(const endpoint& row, const request_context& ctx)
{
    const auto& key = ctx.request.idempotency_key;
    const auto printable = [](char byte) { return byte >= ' ' && byte <= '~'; };
    if (!key || !row.takes_key ||
        (!key->empty() && key->size() <= 64 && std::ranges::all_of(*key, printable))) {
        return std::nullopt;
    }
    return http::problem(422, "invalid_idempotency_key",
                         "The key must have 1 to 64 printable ASCII characters.", "Idempotency-Key");
}

std::optional<response> refused(const endpoint& row, request_context& ctx)
{
    if (auto refusal = check_credential(row, ctx)) {
        return refusal;
    }
    if (auto refusal = find_things(ctx)) {
        return refusal;
    }
    if (auto refusal = check_role(row, ctx)) {
        return refusal;
    }
    if (auto refusal = check_key(row, ctx)) {
        return refusal;
    }
    if (row.needs_match && ctx.request.if_match.empty()) {
        return precondition_required();
    }
    return std::nullopt;
}

template <class Answer, class Handler>
awaitable<Answer> serve(const endpoint& row, const Handler& run, office& office, http::request& request)
{
    request_context ctx{
        .request = request, .office = office, .holder = {}, .site = nullptr, .ticket = {}, .block = {}};
    if (!row.takes_key) {
        // Under a key the answer would be stored, and a hash of the request: one of them may be a secret.
        request.idempotency_key.reset();
    }
    if (auto refusal = refused(row, ctx)) {
        co_return *std::move(refusal);
    }
    co_return co_await run(ctx);
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
            .roles = access::at_counter,
            .open = openness::closed,
            .summary = summary,
            .query = {},
            .body = body,
            .answers = std::move(answers),
            .run = std::move(run)};
}

std::vector<http::route> routes_of(const std::vector<endpoint>& rows, office& office)
{
    std::vector<http::route> routes;
    for (const auto& each : rows) {
        const auto row = std::make_shared<const endpoint>(each);
        if (const auto* run = std::get_if<endpoint::handler>(&row->run)) {
            routes.emplace_back(each.method, each.path, [row, run, &office](http::request& request) {
                return serve<response>(*row, *run, office, request);
            });
        } else {
            const auto& open = std::get<endpoint::feed_handler>(row->run);
            routes.emplace_back(each.path, [row, &open, &office](http::request& request) {
                return serve<http::feed_answer>(*row, open, office, request);
            });
        }
    }
    return routes;
}

} // namespace motcua::api
