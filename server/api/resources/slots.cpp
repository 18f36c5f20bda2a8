// The times that can be booked, and the places that are held while a form is filled.

#include "server/domain/appointments/slots.hpp"
#include "protocol/appointments.hpp"
#include "server/api/identifiers.hpp"
#include "server/api/log_queries.hpp"
#include "server/api/resources/booking.hpp"
#include "server/api/resources/resources.hpp"
#include "server/domain/appointments/limits.hpp"

namespace motcua::api {

namespace {

base::timestamp timestamp(const domain::site_state& state, domain::instant at)
{
    return {std::chrono::floor<std::chrono::seconds>(at), state.utc_offset()};
}

awaitable<response> list_slots(request_context& ctx)
{
    const auto days = days_of(ctx);
    if (!days) {
        return ready(days.error());
    }
    if (days->to - days->from >= std::chrono::days{domain::slot_days_max}) {
        return ready(http::problem(422, "out_of_range", "Ask for at most 62 days.", "to"));
    }
    const auto named = ctx.request.query("procedure");
    const auto length =
        length_of(ctx, named && !named->empty() ? std::optional<std::string>{*named} : std::nullopt);
    if (!length) {
        return ready(length.error());
    }
    return query(ctx, [&ctx, days = *days, length = *length](const domain::site_state& state) {
        const auto* service = domain::find_service(state.settings(), ctx.parameter("service"));
        if (service == nullptr) {
            return unknown_thing("service");
        }
        const domain::slot_book book(state,
                                     {.service = *service, .length = length, .by_officer = is_officer(ctx)},
                                     ctx.site->machine.zone(), ctx.site->machine.now());
        protocol::slot_list list;
        for (const auto& each : book.slots(days.from, days.to)) {
            list.items.push_back({.start = timestamp(state, each.start),
                                  .end = timestamp(state, each.end),
                                  .capacity = each.capacity,
                                  .free = each.free});
        }
        return answer_of(200, list);
    });
}

awaitable<response> hold(request_context& ctx)
{
    const auto body = body_of<protocol::hold_slot>(ctx);
    if (!body) {
        return ready(body.error());
    }
    const auto length = length_of(ctx, body->procedure);
    if (!length) {
        return ready(length.error());
    }
    domain::hold_slot command{.hold = ctx.office.random.next(),
                              .service = ctx.parameter("service"),
                              .start = body->start.at,
                              .length = *length,
                              .channel = booking_channel(ctx)};
    const auto id = command.hold;
    return change(ctx, std::move(command), [id](const domain::site_state& state, const auto&) {
        const auto& held = *state.appointments().find_hold(id);
        return runtime::reply{
            runtime::answer_kind::created,
            base::to_json(protocol::slot_hold{.hold = format_track(id),
                                              .service = held.service,
                                              .start = timestamp(state, held.start),
                                              .end = timestamp(state, held.end),
                                              .expires_at = timestamp(state, held.expires_at)})};
    });
}

} // namespace

std::vector<endpoint> slot_endpoints()
{
    return {{.method = http::verb::get,
             .path = "/api/v1/sites/{site}/services/{service}/slots",
             .roles = access::everyone,
             .open = openness::where_reads_are_open,
             .summary = "The times that can be booked, and how many places are free",
             .query = {from_parameter,
                       to_parameter,
                       {"procedure", "For a visit that takes the time of this procedure"}},
             .body = {},
             .answers = {{200, "In order of time", described<protocol::slot_list>("slot_list")}},
             .run = list_slots},
            {.method = http::verb::post,
             .path = "/api/v1/sites/{site}/services/{service}/holds",
             .roles = booking_roles,
             .open = openness::bookings,
             .summary = "Keeps a place for some minutes while a form is filled",
             .query = {},
             .body = described<protocol::hold_slot>("hold_slot"),
             .answers = {{201, "The place", described<protocol::slot_hold>("slot_hold")}},
             .run = hold}};
}

} // namespace motcua::api
