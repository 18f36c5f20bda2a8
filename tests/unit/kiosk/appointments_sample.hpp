#pragma once
// Times, appointments and the screens of both, for tests.

#include "tests/unit/kiosk/sample.hpp"

namespace motcua::test {

/// On the office's wall in November 2026.
inline base::timestamp november(int day, int hour, int minute)
{
    using namespace std::chrono;
    const sys_days date{year{2026} / November / std::chrono::day{static_cast<unsigned>(day)}};
    return {date + hours{hour} + minutes{minute} - hours{7}, hours{7}};
}

/// Of Monday the 23rd and the days after it: one full day, and a free time on the third.
inline std::vector<kiosk::slot> demo_slots()
{
    std::vector<kiosk::slot> slots;
    for (int hour = 8; hour < 12; ++hour) {
        slots.push_back({november(24, hour, 0), 0});
    }
    for (int half = 15; half < 34; ++half) {
        if (half < 23 || half >= 26) { // not at noon
            slots.push_back({november(25, half / 2, half % 2 * 30), half % 5});
        }
    }
    slots.push_back({november(30, 8, 0), 2});
    return slots;
}

inline kiosk::held_slot demo_place() { return {"hold-1", "A", november(25, 8, 0), november(23, 9, 46)}; }

inline kiosk::appointment demo_appointment()
{
    return {"7KQ2MD", "A", base::wall_time(november(25, 8, 0)), base::wall_time(november(25, 7, 30))};
}

/// `shown` on a kiosk whose every service can be booked.
inline kiosk::state booking_state(kiosk::screen shown, const std::string& language,
                                  std::vector<kiosk::service> services = demo_services())
{
    auto state = showing(std::move(shown), language, std::move(services));
    for (const auto& each : state.services) {
        state.slots[each.code] = demo_slots();
    }
    return state;
}

/// Each screen of booking and check-in, with its name.
inline std::vector<std::pair<std::string, kiosk::state>> appointment_screens(const std::string& language)
{
    using namespace kiosk;
    const auto day = day_of(november(25, 8, 0));
    const choosing_slot choosing{
        .service = "A", .since = {}, .is_known = true, .week = week_of(day), .day = day};
    std::vector<std::pair<std::string, kiosk::state>> all;
    const auto add = [&](const std::string& name, kiosk::screen shown) {
        all.emplace_back(name, booking_state(shown, language));
        all.emplace_back(name + "_long", booking_state(std::move(shown), language, long_services(5)));
    };
    for (const std::size_t count : {1U, 4U, 8U, 12U, 20U}) {
        const auto name = "booking_home_" + std::to_string(count);
        all.emplace_back(name, booking_state(at_home{}, language, many_services(count)));
        all.emplace_back(name + "_long", booking_state(at_home{}, language, long_services(count)));
    }
    add("bookable", choosing_bookable{});
    add("slots", choosing);
    add("slots_unknown", choosing_slot{.service = "A", .since = {}});
    add("holding", holding_slot{"boot-1", "A", november(25, 8, 0), {}});
    add("phone", entering_phone{.place = demo_place()});
    add("phone_full",
        entering_phone{.place = demo_place(), .digits = "0912345678", .left = std::chrono::seconds{41}});
    add("booking", booking{});
    add("booked", booked{demo_appointment(), {}});
    for (const auto why :
         {booking_refusal::full, booking_refusal::expired, booking_refusal::too_many,
          booking_refusal::not_bookable, booking_refusal::suspended, booking_refusal::other}) {
        add("not_booked_" + std::to_string(static_cast<int>(why)),
            not_booked{.why = why, .service = "A", .since = {}, .next = november(30, 8, 0)});
    }
    add("not_booked_unanswered", not_booked{.why = booking_refusal::unanswered,
                                            .service = "A",
                                            .since = {},
                                            .unanswered = booking_request{}});
    add("code", entering_code{"7KQ"});
    add("code_full", entering_code{"7KQ2MD"});
    add("checking_in", checking_in{});
    for (int why = 0; why <= static_cast<int>(check_in_refusal::other); ++why) {
        add("not_checked_in_" + std::to_string(why),
            not_checked_in{.why = static_cast<check_in_refusal>(why),
                           .since = {},
                           .time = base::wall_time(november(25, 7, 30)),
                           .number = "A013"});
    }
    auto ticket = demo_ticket();
    ticket.booked = booking_of_ticket{.start = monday_morning()};
    add("ticket_booked", issued{ticket, {}, true});
    ticket.booked->is_late = true;
    add("ticket_late", issued{ticket, {}, true});
    add("refused_booking", refused{refusal::full, {}, "A", november(25, 8, 0)});
    return all;
}

} // namespace motcua::test
