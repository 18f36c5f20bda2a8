#pragma once
// The named limits of tickets.

#include <chrono>

namespace motcua::domain::limits {

/// How long after its issue a kiosk may give its own number back.
inline constexpr std::chrono::minutes give_back{2};

} // namespace motcua::domain::limits
