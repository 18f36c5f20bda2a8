// Holding a place, booking it, moving and cancelling. Every rule about time and places holds here, whatever a
// list of slots said before.

#include "server/domain/appointments/limits.hpp"
#include "server/domain/appointments/slots.hpp"
#include "server/domain/decide.hpp"
#include "server/domain/intake/availability.hpp"

#include <algorithm>

namespace motcua::domain {

namespace {

using found_appointment = boost::system::result<const appointment*, refusal>;

/// While the intake is suspended nothing is booked, not even for later.
std::optional<refusal> why_not_booked(const site_state& state, const service_code& service, instant now)
{
    const auto* suspended = suspension_of(state, service, now);
    if (suspended == nullptr) {
        return std::nullopt;
    }
    return refusal{.code = refusal_code::suspended, .why = suspended->reason, .until = suspended->until};
}

bool is_officers(ticket_channel channel) { return channel == ticket_channel::staff; }

/// The open appointment of that code, if the asker may change it. The same answer for a code that nobody has
/// and for the wrong digits: nobody learns which codes exist.
found_appointment open_appointment(const site_state& state, const appointment_code& code,
                                   const std::optional<phone_tag>& last_digits)
{
    const auto* found = state.appointments().find(code);
    if (found == nullptr || (last_digits && *last_digits != found->last_digits)) {
        return refusal{.code = refusal_code::unknown_appointment};
    }
    if (found->state != appointment_state::booked) {
        return refusal{.code = refusal_code::wrong_state, .state = name_of(found->state)};
    }
    return found;
}

} // namespace

decision decide(const site_state& state, const hold_slot& wanted, const context& ctx)
{
    const auto* service = find_service(state.settings(), wanted.service);
    if (service == nullptr) {
        return refusal{refusal_code::unknown_service, "service"};
    }
    if (auto why = why_not_booked(state, service->code, ctx.now)) {
        return *std::move(why);
    }
    const wished_visit visit{
        .service = *service, .length = wanted.length, .by_officer = is_officers(wanted.channel)};
    const slot_book book(state, visit, *ctx.zone, ctx.now);
    const auto found = book.slot_at(wanted.start);
    if (!found) {
        return found.error();
    }
    if (state.appointments().holds().size() >= slot_holds_max) {
        return refusal{.code = refusal_code::slot_full, .field = "start"};
    }
    const auto& rules = rules_of(state.settings(), *service);
    return std::vector<event_body>{slot_held{.hold = wanted.hold,
                                             .service = service->code,
                                             .start = found->start,
                                             .end = found->end,
                                             .channel = wanted.channel,
                                             .expires_at = ctx.now + rules.hold_minutes}};
}

decision decide(const site_state& state, const book_appointment& wanted, const context& ctx)
{
    const auto& appointments = state.appointments();
    const auto* held = wanted.hold ? appointments.find_hold(*wanted.hold) : nullptr;
    if (wanted.hold && held == nullptr && appointments.find_booked_with(*wanted.hold) != nullptr) {
        return std::vector<event_body>{};
    }
    const auto* service = find_service(state.settings(), wanted.service);
    if (service == nullptr) {
        return refusal{refusal_code::unknown_service, "service"};
    }
    if (auto why = why_not_booked(state, service->code, ctx.now)) {
        return *std::move(why);
    }
    const wished_visit visit{
        .service = *service, .length = wanted.length, .by_officer = is_officers(wanted.channel)};
    const bool is_held = held != nullptr && ctx.now < held->expires_at;
    if (wanted.hold && !is_held) {
        refusal expired{.code = refusal_code::hold_expired, .field = "hold"};
        const auto next = slot_book(state, visit, *ctx.zone, ctx.now).first_free(wanted.start);
        if (next) {
            expired.first_free_slot = next->start;
        }
        return expired;
    }
    if (held != nullptr && (held->service != service->code || held->start != wanted.start)) {
        return refusal{.code = refusal_code::not_a_slot, .field = "start", .why = "another time is held"};
    }
    const slot_book book(state, visit, *ctx.zone, ctx.now, {.hold = wanted.hold});
    const auto found = book.slot_at(wanted.start);
    if (!found) {
        return found.error();
    }
    const auto day = business_day(*ctx.zone, state.settings(), found->start);
    const auto& rules = rules_of(state.settings(), *service);
    if (appointments.count_of(wanted.phone, day) >= rules.per_phone_day) {
        return refusal{.code = refusal_code::too_many_bookings, .field = "phone"};
    }
    const auto code = std::ranges::find_if(
        wanted.codes, [&](const appointment_code& each) { return appointments.find(each) == nullptr; });
    if (code == wanted.codes.end()) {
        return refusal{.code = refusal_code::no_numbers_left};
    }
    return std::vector<event_body>{appointment_booked{.appointment = appointment_id{appointments.last() + 1},
                                                      .code = *code,
                                                      .hold = wanted.hold,
                                                      .service = service->code,
                                                      .procedure = wanted.procedure,
                                                      .day = day,
                                                      .start = found->start,
                                                      .end = found->end,
                                                      .channel = wanted.channel,
                                                      .lang = wanted.lang,
                                                      .phone = wanted.phone,
                                                      .last_digits = wanted.last_digits}};
}

decision decide(const site_state& state, const move_appointment& wanted, const context& ctx)
{
    const auto open = open_appointment(state, wanted.code, wanted.last_digits);
    if (!open) {
        return open.error();
    }
    const auto& moved = **open;
    if (moved.start == wanted.start) {
        return std::vector<event_body>{};
    }
    const auto* service = find_service(state.settings(), moved.service);
    if (service == nullptr) {
        return refusal{refusal_code::unknown_service};
    }
    if (auto why = why_not_booked(state, moved.service, ctx.now)) {
        return *std::move(why);
    }
    const wished_visit visit{.service = *service,
                             .length = std::chrono::duration_cast<minutes>(moved.end - moved.start),
                             .by_officer = is_officers(wanted.channel)};
    const slot_book book(state, visit, *ctx.zone, ctx.now, {.appointment = moved.id});
    const auto found = book.slot_at(wanted.start);
    if (!found) {
        return found.error();
    }
    const auto day = business_day(*ctx.zone, state.settings(), found->start);
    const auto& rules = rules_of(state.settings(), *service);
    const bool is_counted = !wanted.phone || day == moved.day;
    if (!is_counted && state.appointments().count_of(*wanted.phone, day) >= rules.per_phone_day) {
        return refusal{.code = refusal_code::too_many_bookings, .field = "start"};
    }
    return std::vector<event_body>{appointment_moved{.appointment = moved.id,
                                                     .from = moved.start,
                                                     .day = day,
                                                     .start = found->start,
                                                     .end = found->end,
                                                     .phone = wanted.phone,
                                                     .closure = {}}};
}

decision decide(const site_state& state, const cancel_appointment& wanted, const context&)
{
    const auto open = open_appointment(state, wanted.code, wanted.last_digits);
    if (!open) {
        return open.error();
    }
    return std::vector<event_body>{appointment_cancelled{.appointment = (*open)->id, .closure = {}}};
}

decision decide(const site_state& state, const show_person& wanted, const context&)
{
    const auto number = static_cast<std::int64_t>(wanted.appointment);
    if (number < 1 || number > state.appointments().last()) {
        return refusal{.code = refusal_code::unknown_appointment};
    }
    return std::vector<event_body>{person_shown{wanted.appointment}};
}

} // namespace motcua::domain
