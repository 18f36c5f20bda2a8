#pragma once
// Local time: the offsets of a time zone, and from which instant on each holds.

#include "server/domain/types.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace motcua::domain {

struct zone_transition
{
    /// The offset holds from here on.
    instant from;
    minutes offset{};

    friend bool operator==(const zone_transition&, const zone_transition&) = default;
};

/// Plain values, loaded once: nothing here looks into a file, so that a replay does not depend on one.
struct time_zone
{
    std::string name;
    /// East of UTC, before the first transition.
    minutes first_offset{};
    /// In order.
    std::vector<zone_transition> transitions;

    friend bool operator==(const time_zone&, const time_zone&) = default;
};

minutes offset_at(const time_zone& zone, instant at);

local_time to_local(const time_zone& zone, instant at);

/// When the clocks of the zone show `at`. Of two, where clocks were set back, the first. Where they were set
/// forward past `at`, it moves forward by as much: 02:30 is then 03:30.
instant to_instant(const time_zone& zone, local_time at);

/// The first instant at which the clocks of the zone show `at` or later: the end of the gap, where they skip
/// it.
instant first_instant(const time_zone& zone, local_time at);

/// A zone without transitions, called "UTC+07:00".
time_zone fixed_zone(minutes offset);

/// The fixed zone of that name; none for any other name.
std::optional<time_zone> find_fixed_zone(std::string_view name);

/// The zone of that name, if it is a fixed one or that of Viet Nam: those that need no database.
std::optional<time_zone> find_lone_zone(const std::string& name);

/// Asia/Ho_Chi_Minh since 1975: seven hours east of UTC, without summer time.
const time_zone& zone_of_vietnam();

} // namespace motcua::domain
