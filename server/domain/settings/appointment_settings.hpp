#pragma once
// How appointments are booked at a site, or for one service of it.

#include "server/domain/calendar/office_calendar.hpp"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <optional>
#include <vector>

namespace motcua::domain {

enum class weekday_name
{
    mon,
    tue,
    wed,
    thu,
    fri,
    sat,
    sun
};
BOOST_DESCRIBE_ENUM(weekday_name, mon, tue, wed, thu, fri, sat, sun)

/// What is different on a weekday; none: as on every day.
struct weekday_appointments
{
    weekday_name day{};
    std::optional<std::chrono::minutes> slot_minutes;
    std::optional<std::chrono::minutes> step_minutes;
    std::optional<std::chrono::minutes> buffer_minutes;
    std::optional<int> capacity;
};
BOOST_DESCRIBE_STRUCT(weekday_appointments, (), (day, slot_minutes, step_minutes, buffer_minutes, capacity))

struct appointment_settings
{
    /// Length of a slot, and the grid on which slots begin.
    std::chrono::minutes slot_minutes{30};
    std::chrono::minutes step_minutes{30};
    /// Kept free after a visit.
    std::chrono::minutes buffer_minutes{0};
    /// Places of a slot.
    int capacity = 2;
    std::vector<weekday_appointments> weekdays;
    /// How long before its start a slot can be booked, and how many days ahead.
    std::chrono::minutes lead_minutes{60};
    int horizon_days = 30;
    /// How early one may check in, and how late without losing the place.
    std::chrono::minutes early_minutes{30};
    std::chrono::minutes grace_minutes{10};
    /// How long a place is kept while a form is filled.
    std::chrono::minutes hold_minutes{5};
    /// Open bookings of one phone number for one day.
    int per_phone_day = 2;
    /// The part of a slot's places, 0 to 1, that is kept for people with a ticket, and the part that only
    /// officers may book. Both are rounded to whole places, halves up.
    double walk_in_share = 0;
    double officer_share = 0;
    /// When slots are offered; none for all opening hours.
    std::optional<week_hours> hours;
};
BOOST_DESCRIBE_STRUCT(appointment_settings, (),
                      (slot_minutes, step_minutes, buffer_minutes, capacity, weekdays, lead_minutes,
                       horizon_days, early_minutes, grace_minutes, hold_minutes, per_phone_day, walk_in_share,
                       officer_share, hours))

} // namespace motcua::domain
