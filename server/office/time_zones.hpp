#pragma once
// Time zones from the IANA database of the system (package tzdata).

#include "server/domain/calendar/time_zone.hpp"

#include <optional>
#include <string>

namespace motcua::office {

/// The years whose transitions a zone has. The tables of tzdata's files end in 2037; the library does not
/// read the rule that follows them. Viet Nam has no transitions.
constexpr int zone_from_year = 1970;
constexpr int zone_to_year = 2037;

/// The zone called `name`, such as "Asia/Ho_Chi_Minh" or a fixed one; none where the system knows none of
/// that name. Offsets are rounded to minutes: since 1972 all are whole ones. The first call reads the
/// database, some milliseconds; any thread.
std::optional<domain::time_zone> find_time_zone(const std::string& name);

} // namespace motcua::office
