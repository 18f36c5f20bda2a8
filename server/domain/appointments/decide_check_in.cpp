// Who came for an appointment, and who did not.

#include "server/domain/appointments/slots.hpp"
#include "server/domain/decide.hpp"
#include "server/domain/intake/availability.hpp"
#include "server/domain/tickets/arrive.hpp"
#include "server/domain/tickets/next_number.hpp"

namespace motcua::domain {

namespace {

/// The end of the time in which an appointment keeps its place.
instant grace_end(const site_state& state, const appointment& one)
{
    const auto* service = find_service(state.settings(), one.service);
    const bool is_own = service != nullptr && service->appointments;
    const auto& rules = is_own ? *service->appointments : state.settings().appointments;
    return one.start + rules.grace_minutes;
}

/// Why the appointment cannot be checked in at this moment, if it cannot.
std::optional<refusal> why_not_now(const site_state& state, const appointment& one,
                                   const service_settings& service, const context& ctx)
{
    refusal why{.code = refusal_code::too_early, .start = one.start};
    const auto& rules = rules_of(state.settings(), service);
    if (state.day() != one.day) {
        why.code = refusal_code::wrong_day;
        return why;
    }
    if (ctx.now < one.start - rules.early_minutes) {
        why.opens_at = one.start - rules.early_minutes;
        return why;
    }
    if (is_over_today(state, service, *ctx.zone, ctx.now)) {
        why.code = refusal_code::too_late;
        return why;
    }
    if (const auto found = availability_of(state, service, *ctx.zone, ctx.now);
        found.refused == refusal_code::suspended) {
        return refusal_of(found);
    }
    return std::nullopt;
}

} // namespace

decision decide(const site_state& state, const check_in& wanted, const context& ctx)
{
    const auto* found = state.appointments().find(wanted.code);
    if (found == nullptr) {
        return refusal{.code = refusal_code::unknown_appointment};
    }
    if (found->state == appointment_state::cancelled) {
        return refusal{.code = refusal_code::wrong_state, .state = name_of(found->state)};
    }
    if (found->state == appointment_state::checked_in) {
        const auto* ticket = found->ticket ? state.find(*found->ticket) : nullptr;
        return refusal{.code = refusal_code::already_checked_in,
                       .number = ticket == nullptr ? "" : format_number(ticket->series, ticket->number)};
    }
    if (!state.day()) {
        return refusal{refusal_code::day_not_open};
    }
    const auto* service = find_service(state.settings(), found->service);
    if (service == nullptr) {
        return refusal{refusal_code::unknown_service};
    }
    if (auto why = why_not_now(state, *found, *service, ctx)) {
        return *std::move(why);
    }
    const int number = next_number(state, *service, ctx.now);
    if (number == 0) {
        return refusal{refusal_code::no_numbers_left};
    }
    const bool late = ctx.now > grace_end(state, *found);
    const auto head_start = late ? minutes{0} : state.settings().head_start.appointment_minutes;
    const auto joined = arrive(state,
                               {.service = service->code,
                                .ready = late ? ctx.now : std::max(ctx.now, found->start),
                                .head_start = head_start},
                               ctx);
    return std::vector<event_body>{ticket_issued{.ticket = ticket_id{state.last_ticket() + 1},
                                                 .service = service->code,
                                                 .number = number,
                                                 .day = *state.day(),
                                                 .priority = priority_class::none,
                                                 .channel = ticket_channel::appointment,
                                                 .lang = found->lang,
                                                 .procedure = found->procedure,
                                                 .track = wanted.track,
                                                 .issued_at = ctx.now,
                                                 .ready = joined.ready,
                                                 .due = joined.due,
                                                 .ahead = joined.ahead,
                                                 .promise = joined.promise,
                                                 .block = std::nullopt,
                                                 .appointment = found->id,
                                                 .late = late}};
}

decision decide(const site_state& state, const tend_appointments&, const context& ctx)
{
    std::vector<event_body> events;
    const auto& appointments = state.appointments();
    for (const auto& each : appointments.holds()) {
        if (each.expires_at <= ctx.now) {
            events.emplace_back(slot_hold_expired{each.id});
        }
    }
    for (const auto& service : state.settings().services) {
        appointments.visit_taken(service.code, instant{}, ctx.now, [&](const appointment& each) {
            if (each.state == appointment_state::booked && grace_end(state, each) < ctx.now) {
                events.emplace_back(appointment_missed{each.id});
            }
        });
    }
    return events;
}

} // namespace motcua::domain
