// Counters: open, pause, close, and call the next ticket.

#include "server/api/identifiers.hpp"
#include "server/api/resources/resources.hpp"
#include "server/api/views.hpp"

namespace motcua::api {

namespace {

runtime::answer_maker the_counter(const request_context& ctx)
{
    return
        [site = ctx.parameter("site"), code = ctx.counter()](const domain::site_state& state, const auto&) {
            return runtime::reply{runtime::answer_kind::done,
                                  base::to_json(views(site, state).counter(*state.find_counter(code)))};
        };
}

/// The ticket that was called, or 204 when nobody waits.
runtime::answer_maker the_called(const request_context& ctx)
{
    return [site = ctx.parameter("site"), code = ctx.counter()](const domain::site_state& state,
                                                                const auto& happened) {
        const auto called = state.find_counter(code)->current;
        if (happened.empty() || !called) {
            return runtime::reply{runtime::answer_kind::nothing, {}};
        }
        return runtime::reply{runtime::answer_kind::done,
                              base::to_json(views(site, state).ticket(*state.find(*called)))};
    };
}

awaitable<response> open(request_context& ctx)
{
    auto body = body_of<protocol::open_counter>(ctx);
    if (!body) {
        return ready(std::move(body).error());
    }
    domain::open_counter command{ctx.counter(), {}};
    if (body->services) {
        command.services.emplace(body->services->begin(), body->services->end());
    }
    return change(ctx, std::move(command), the_counter(ctx));
}

awaitable<response> pause(request_context& ctx)
{
    auto body = body_of<protocol::with_reason>(ctx);
    if (!body) {
        return ready(std::move(body).error());
    }
    return change(ctx, domain::pause_counter{ctx.counter(), std::move(body->reason), until_of(*body)},
                  the_counter(ctx));
}

awaitable<response> close(request_context& ctx)
{
    const auto body = body_of<protocol::nothing>(ctx);
    if (!body) {
        return ready(body.error());
    }
    return change(ctx, domain::close_counter{ctx.counter()}, the_counter(ctx));
}

awaitable<response> call_next(request_context& ctx)
{
    const auto body = body_of<protocol::call_next>(ctx);
    if (!body) {
        return ready(body.error());
    }
    domain::call_next command{.counter = ctx.counter()};
    if (body->finish) {
        command.finish = wider_word<domain::visit_outcome>(
            body->finish->outcome.value_or(protocol::finish_outcome::served));
    }
    return change(ctx, std::move(command), the_called(ctx));
}

awaitable<response> call_one(request_context& ctx)
{
    const auto body = body_of<protocol::call_ticket>(ctx);
    if (!body) {
        return ready(body.error());
    }
    const auto address = parse_ticket_id(body->ticket);
    if (!address || address->site != ctx.request.parameter("site")) {
        return ready(problem_of(domain::refusal{domain::refusal_code::unknown_ticket, "ticket"}));
    }
    return change(ctx, domain::call_ticket{ctx.counter(), address->ticket}, the_called(ctx));
}

/// The same for managers and administrators, at any counter.
endpoint also_in_charge(endpoint row)
{
    row.roles = access::any_staff;
    return row;
}

} // namespace

std::vector<endpoint> counter_endpoints()
{
    constexpr auto no_fields = described<protocol::nothing>("nothing");
    constexpr auto reason = described<protocol::with_reason>("with_reason");
    const described_answer counter{200, "The counter after the change",
                                   described<protocol::counter>("counter")};
    const described_answer called{200, "The ticket that was called", described<protocol::ticket>("ticket")};
    const described_answer nobody{204, "Nobody waits for the services of this counter", {}};
    return {
        counter_action("/api/v1/sites/{site}/counters/{counter}/open",
                       "Opens a counter, for some of its services or all",
                       described<protocol::open_counter>("open_counter"), {counter}, open),
        also_in_charge(counter_action("/api/v1/sites/{site}/counters/{counter}/pause", "Pauses a counter",
                                      reason, {counter}, pause)),
        also_in_charge(counter_action("/api/v1/sites/{site}/counters/{counter}/close", "Closes a counter",
                                      no_fields, {counter}, close)),
        counter_action(
            "/api/v1/sites/{site}/counters/{counter}/call_next",
            "Calls the next ticket by the calling rule; with `finish` ends the visit at the counter before",
            described<protocol::call_next>("call_next"), {called, nobody}, call_next),
        counter_action("/api/v1/sites/{site}/counters/{counter}/call", "Calls one ticket out of order",
                       described<protocol::call_ticket>("call_ticket"), {called}, call_one),
    };
}

} // namespace motcua::api
