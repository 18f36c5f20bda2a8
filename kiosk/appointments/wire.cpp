#include "kiosk/appointments/wire.hpp"

#include "kiosk/wire.hpp"

#include <algorithm>

namespace motcua::kiosk {

std::vector<slot> slots_of(const protocol::slot_list& list)
{
    std::vector<slot> all;
    all.reserve(list.items.size());
    for (const auto& each : list.items) {
        all.push_back({.start = each.start, .free = each.free});
    }
    return all;
}

held_slot place_of(const protocol::slot_hold& held)
{
    return {.hold = held.hold, .service = held.service, .start = held.start, .expires_at = held.expires_at};
}

appointment appointment_of(const protocol::appointment& booked)
{
    return {.code = booked.code,
            .service = booked.service,
            .start = base::wall_time(booked.start),
            .check_in_from =
                booked.check_in_from ? std::optional{base::wall_time(*booked.check_in_from)} : std::nullopt};
}

ticket ticket_of_check_in(const protocol::ticket& issued)
{
    auto known = ticket_of(issued);
    if (issued.booked_for) {
        known.booked = booking_of_ticket{.start = base::wall_time(*issued.booked_for),
                                         .is_late = issued.late.value_or(false)};
    }
    return known;
}

protocol::book_appointment body_of(const booking_request& wanted)
{
    return {.service = protocol::code_text(wanted.place.service),
            .start = wanted.place.start,
            .phone = base::text<1, 30>(wanted.phone),
            .hold = base::text<1, 64>(wanted.place.hold),
            .lang = base::enum_named<protocol::language>(wanted.language)};
}

booking_refused refused_booking(const std::string& key, const client::problem& wrong)
{
    if (client::is_outcome_unknown(wrong)) {
        return {.key = key, .why = booking_refusal::unanswered};
    }
    return {.key = key, .why = booking_refusal_of(wrong.code), .next = wrong.first_free_slot};
}

check_in_refused refused_check_in(const std::string& key, const client::problem& wrong)
{
    if (client::is_outcome_unknown(wrong)) {
        return {.key = key, .why = check_in_refusal::unanswered};
    }
    check_in_refused sorry{.key = key, .why = check_in_refusal_of(wrong.code)};
    const auto& time =
        sorry.why == check_in_refusal::too_early && wrong.opens_at ? wrong.opens_at : wrong.start;
    if (time) {
        sorry.time = base::wall_time(*time);
    }
    sorry.number = wrong.number.value_or("");
    return sorry;
}

} // namespace motcua::kiosk
