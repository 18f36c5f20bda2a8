#pragma once
// How appointments are booked at a site, or for one service of it.

#include "server/domain/calendar/office_calendar.hpp"

#include <boost/describe/class.hpp>
#include <optional>

namespace motcua::domain {

struct appointment_settings
{
    /// Length of a slot, and the grid on which slots begin.
    std::chrono::minutes slot_minutes{30};
    std::chrono::minutes step_minutes{30};
    /// Places of a slot.
    int capacity = 2;
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
    /// The part of a slot's places, 0 to 1, that only people in the hall, or only officers, may take.
    double walk_in_share = 0;
    double officer_share = 0;
    /// When slots are offered; none for all opening hours.
    std::optional<week_hours> hours;
};
BOOST_DESCRIBE_STRUCT(appointment_settings, (),
                      (slot_minutes, step_minutes, capacity, lead_minutes, horizon_days, early_minutes,
                       grace_minutes, hold_minutes, per_phone_day, walk_in_share, officer_share, hours))

} // namespace motcua::domain
