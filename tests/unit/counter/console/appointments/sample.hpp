#pragma once
// A counter on a morning with appointments, for tests.

#include "tests/unit/counter/console/sample.hpp"

namespace motcua::test {

namespace appointments = counter::console::appointments;

inline std::chrono::local_days monday() { return std::chrono::floor<std::chrono::days>(monday_morning()); }

/// An appointment of that Monday: at 9:30 where `from_now` is 11 minutes before the hour of the wall.
inline appointments::appointment appointment_at(
    std::string code, std::chrono::minutes from_now,
    protocol::appointment_state state = protocol::appointment_state::booked, std::string service = "A")
{
    return {.code = std::move(code),
            .service = std::move(service),
            .start = monday_morning() + from_now,
            .state = state};
}

/// `at` on the wall, as it goes over the wire.
inline base::timestamp wire_time(std::chrono::local_seconds at)
{
    const std::chrono::minutes offset{7 * 60};
    return {std::chrono::sys_seconds(at.time_since_epoch()) - offset, offset};
}

inline std::vector<appointments::appointment> appointments_of_monday()
{
    using std::chrono::minutes;
    using enum protocol::appointment_state;
    auto here = appointment_at("K4T8QP", minutes(-71), checked_in);
    here.number = "A012";
    auto late = appointment_at("9XR3WB", minutes(-41), checked_in, "D");
    late.number = "D009";
    late.is_late = true;
    return {here,
            late,
            appointment_at("QH62TE", minutes(-31), no_show),
            appointment_at("5VNP8J", minutes(-11)),
            appointment_at("W3GK7S", minutes(19)),
            appointment_at("T8DQ2M", minutes(49), cancelled),
            appointment_at("J4WC5N", minutes(79), protocol::appointment_state::booked, "B")};
}

/// Counter 1, which serves A and D, with the list of the appointments open.
inline counter::console::model with_appointments(
    std::vector<appointments::appointment> list = appointments_of_monday())
{
    auto m = counter_one();
    m.handle(appointments::event{appointments::pressed_appointments{}}, {});
    m.take_appointment_requests();
    m.handle(appointments::event{appointments::list_came{monday(), std::move(list)}}, {});
    return m;
}

/// Half hours from 10:00 on that day, with one place each.
inline std::vector<appointments::free_time> free_times(std::chrono::local_days day, int count)
{
    std::vector<appointments::free_time> all;
    for (int nth = 0; nth < count; ++nth) {
        all.push_back({.start = wire_time(day + std::chrono::minutes(600 + 30 * nth)), .places = 1});
    }
    return all;
}

/// The last request that the model asked for, which must be a `Request`.
template <class Request>
Request last_request(counter::console::model& m)
{
    const auto all = m.take_appointment_requests();
    return all.empty() ? Request{} : std::get<Request>(all.back());
}

/// Counter 1 with the free times of `day` for a new appointment of service A.
inline counter::console::model choosing_time(std::chrono::local_days day, int count = 3)
{
    using namespace counter::console;
    auto m = with_appointments();
    m.handle(appointments::event{appointments::pressed_book{}}, {});
    m.handle(typed{U'1'}, {});
    const auto asked = last_request<appointments::ask_times>(m);
    m.handle(appointments::event{appointments::times_came{asked, free_times(day, count)}}, {});
    return m;
}

/// The same with a place held, where name and phone number are typed.
inline counter::console::model filling_form(std::chrono::local_days day)
{
    using namespace counter::console;
    auto m = choosing_time(day);
    m.handle(confirmed{}, {});
    const auto wanted = last_request<appointments::deed>(m);
    m.handle(appointments::event{appointments::place_held{
                 wanted.key, {"h1", wanted.start, monday_morning() + std::chrono::minutes(5)}}},
             {});
    return m;
}

inline void type_text(counter::console::model& m, std::u32string_view text)
{
    for (const auto letter : text) {
        m.handle(counter::console::typed{letter}, {});
    }
}

} // namespace motcua::test
