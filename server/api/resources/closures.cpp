// Times for which nothing can be booked, and what becomes of what was booked there.

#include "base/numbers.hpp"
#include "server/api/appointment_views.hpp"
#include "server/api/resources/resources.hpp"

namespace motcua::api {

namespace {

constexpr auto closure_message = described<protocol::closure>("closure");

awaitable<response> announce(request_context& ctx)
{
    const auto body = body_of<protocol::close_slots>(ctx);
    if (!body) {
        return ready(body.error());
    }
    domain::close_slots command{.from = body->from.at, .to = body->to.at, .reason = body->reason};
    if (body->service) {
        command.service = std::string(*body->service);
    }
    if (body->counter) {
        command.counter = std::string(*body->counter);
    }
    return change(ctx, std::move(command),
                  [&machine = ctx.site->machine](const domain::site_state& state, const auto&) {
                      return runtime::reply{
                          runtime::answer_kind::created,
                          base::to_json(closure_view(state, state.appointments().closures().back(),
                                                     machine.zone(), machine.now()))};
                  });
}

/// What was done, in the form of what was proposed: the list of people to phone.
protocol::closure applied_view(const domain::site_state& state, domain::closure_id id,
                               std::span<const domain::event> happened)
{
    const auto offset = state.utc_offset();
    const auto time = [offset](domain::instant at) {
        return base::timestamp{std::chrono::floor<std::chrono::seconds>(at), offset};
    };
    auto message = closure_head(state, *state.appointments().find_closure(id));
    const auto add = [&](domain::appointment_id which) -> protocol::affected_booking& {
        const auto& one = state.appointments().at(which);
        auto& added = message.bookings.emplace_back();
        added.code = one.code;
        added.service = one.service;
        added.start = time(one.start);
        return added;
    };
    for (const auto& each : happened) {
        if (const auto* moved = std::get_if<domain::appointment_moved>(&each.body)) {
            auto& added = add(moved->appointment);
            added.start = time(moved->from);
            added.proposal = protocol::proposed_time{time(moved->start)};
        } else if (const auto* cancelled = std::get_if<domain::appointment_cancelled>(&each.body)) {
            add(cancelled->appointment);
        }
    }
    return message;
}

awaitable<response> apply(request_context& ctx)
{
    const auto body = body_of<protocol::nothing>(ctx);
    if (!body) {
        return ready(body.error());
    }
    const auto number = base::read_number(ctx.request.parameter("closure"));
    if (!number) {
        return ready(unknown_thing("closure"));
    }
    const domain::closure_id id{*number};
    return change(ctx, domain::apply_closure{id},
                  [id](const domain::site_state& state, std::span<const domain::event> happened) {
                      return runtime::reply{runtime::answer_kind::done,
                                            base::to_json(applied_view(state, id, happened))};
                  });
}

awaitable<response> list_closures(request_context& ctx)
{
    const auto part = list_part_of(ctx);
    if (!part) {
        return ready(part.error());
    }
    return query(ctx, [&machine = ctx.site->machine, part = *part](const domain::site_state& state) {
        protocol::closure_list all;
        for (const auto& each : state.appointments().closures()) {
            all.items.push_back(closure_view(state, each, machine.zone(), machine.now()));
        }
        cut(all, part);
        return answer_of(200, all);
    });
}

} // namespace

std::vector<endpoint> closure_endpoints()
{
    return {{.method = http::verb::get,
             .path = "/api/v1/sites/{site}/closures",
             .roles = access::in_charge,
             .open = openness::closed,
             .summary = "The closures that lie ahead, and what they leave without a counter",
             .query = {limit_parameter, cursor_parameter},
             .body = {},
             .answers = {{200, "The closures", described<protocol::closure_list>("closure_list")}},
             .run = list_closures},
            {.method = http::verb::post,
             .path = "/api/v1/sites/{site}/closures",
             .roles = access::in_charge,
             .open = openness::closed,
             .summary = "Takes no more bookings for a time, and says what is booked there",
             .query = {},
             .body = described<protocol::close_slots>("close_slots"),
             .answers = {{201, "The closure, with a proposal for each booking", closure_message}},
             .run = announce},
            {.method = http::verb::post,
             .path = "/api/v1/sites/{site}/closures/{closure}/apply",
             .roles = access::in_charge,
             .open = openness::closed,
             .summary = "Moves or cancels the bookings in the way of a closure in one step",
             .query = {},
             .body = described<protocol::nothing>("nothing"),
             .answers = {{200, "What was moved and cancelled", closure_message}},
             .run = apply}};
}

} // namespace motcua::api
