// Counters: open, pause, close, and calling the next person.

#include "server/api/resources/resources.hpp"
#include "server/api/views.hpp"

namespace motcua::api {

namespace {

runtime::answer_maker the_counter(const call& made)
{
    return
        [site = made.parameter("site"), code = made.counter()](const domain::site_state& state, const auto&) {
            return runtime::reply{200, base::to_json(views(site, state).counter(*state.find_counter(code)))};
        };
}

/// The ticket that was called, or 204 when nobody waits.
runtime::answer_maker the_called(const call& made)
{
    return [site = made.parameter("site"), code = made.counter()](const domain::site_state& state,
                                                                  const auto& happened) {
        if (happened.empty()) {
            return runtime::reply{204, {}};
        }
        const auto called = *state.find_counter(code)->current;
        return runtime::reply{200, base::to_json(views(site, state).ticket(*state.find(called)))};
    };
}

awaitable<response> open(call& made)
{
    auto body = body_of<protocol::open_counter>(made);
    if (!body) {
        return ready(std::move(body).error());
    }
    domain::open_counter wanted{made.counter(), {}};
    if (body->services) {
        wanted.services.emplace(body->services->begin(), body->services->end());
    }
    return change(made, std::move(wanted), the_counter(made));
}

awaitable<response> pause(call& made)
{
    auto body = body_of<protocol::with_reason>(made);
    if (!body) {
        return ready(std::move(body).error());
    }
    return change(made, domain::pause_counter{made.counter(), std::move(body->reason)}, the_counter(made));
}

awaitable<response> close(call& made)
{
    const auto body = body_of<protocol::nothing>(made);
    if (!body) {
        return ready(body.error());
    }
    return change(made, domain::close_counter{made.counter()}, the_counter(made));
}

awaitable<response> call_next(call& made)
{
    const auto body = body_of<protocol::nothing>(made);
    if (!body) {
        return ready(body.error());
    }
    return change(made, domain::call_next{made.counter()}, the_called(made));
}

awaitable<response> call_one(call& made)
{
    const auto body = body_of<protocol::call_ticket>(made);
    if (!body) {
        return ready(body.error());
    }
    const auto address = parse_ticket_id(body->ticket);
    if (!address || address->site != made.asked.parameter("site")) {
        return ready(problem_of(domain::refusal{domain::refusal_code::unknown_ticket, "ticket"}));
    }
    return change(made, domain::call_ticket{made.counter(), address->ticket}, the_called(made));
}

} // namespace

std::vector<endpoint> counter_endpoints()
{
    constexpr auto no_fields = described<protocol::nothing>("nothing");
    constexpr auto reason = described<protocol::with_reason>("with_reason");
    const described_answer counter{200, "The counter after it", described<protocol::counter>("counter")};
    const described_answer called{200, "The ticket that was called", described<protocol::ticket>("ticket")};
    const described_answer nobody{204, "Nobody waits for what this counter serves", {}};
    return {
        counter_action("/api/v1/sites/{site}/counters/{counter}/open",
                       "Opens a counter, for some of its services or all",
                       described<protocol::open_counter>("open_counter"), {counter}, open),
        counter_action("/api/v1/sites/{site}/counters/{counter}/pause", "Pauses a counter", reason, {counter},
                       pause),
        counter_action("/api/v1/sites/{site}/counters/{counter}/close", "Closes a counter", no_fields,
                       {counter}, close),
        counter_action("/api/v1/sites/{site}/counters/{counter}/call_next",
                       "Calls whoever is next by the calling rule", no_fields, {called, nobody}, call_next),
        counter_action("/api/v1/sites/{site}/counters/{counter}/call", "Calls one ticket out of order",
                       described<protocol::call_ticket>("call_ticket"), {called}, call_one),
    };
}

} // namespace motcua::api
