#pragma once
// Time zones from the IANA database of the system.

#include "server/domain/calendar/time_zone.hpp"

namespace motcua::office {

/// The zone of that name with its transitions from 1970 to 2060, or a fixed one such as "UTC+07:30"; none where
/// there is none of that name.
std::optional<domain::time_zone> find_time_zone(const std::string& name);

} // namespace motcua::office
