#pragma once
// When the counters of a made-up hall are meant to be open.

#include "server/domain/calendar/office_calendar.hpp"
#include "server/rehearsal/draws.hpp"

#include <boost/describe/enum.hpp>

namespace motcua::rehearsal {

enum class counter_kind
{
    all_day,
    morning,
    afternoon,
    busy_hours ///< when most people come: 8:00 to 10:30, and from the end of noon to 15:30
};
BOOST_DESCRIBE_ENUM(counter_kind, all_day, morning, afternoon, busy_hours)

/// 70 % all day, 7.5 % each half, 15 % the busy hours.
counter_kind draw_counter_kind(const draws& of_counter);

/// The hall: 7:30 to 11:30, and `noon_ends` to 17:00.
domain::day_hours hours_of_site(domain::minutes noon_ends);

domain::day_hours hours_of(counter_kind kind, domain::minutes noon_ends);

/// All of them together.
domain::minutes length_of(const domain::day_hours& hours);

} // namespace motcua::rehearsal
