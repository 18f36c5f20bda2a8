#pragma once
// What the calendar of a site can be asked to do.

namespace motcua::domain {

/// Closes the day that is over, opens and closes each day missed since, and opens the day of `now`. Does
/// nothing when that day is open.
struct turn_day
{};

/// Of the days missed, this many at most are opened and closed one by one; the rest is passed over in one
/// step, because a clock that jumped by years must not cause thousands of events.
constexpr int missed_days_max = 31;

} // namespace motcua::domain
