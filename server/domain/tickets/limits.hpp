#pragma once
// The named limits of tickets.

#include <chrono>

namespace motcua::domain::limits {

/// How long after its issue a kiosk may give its own number back.
inline constexpr std::chrono::minutes give_back{2};

/// How often the holder of a ticket may let others go first, and for how long in all.
inline constexpr int postponements_max = 3;
inline constexpr std::chrono::minutes postponed_max{30};

} // namespace motcua::domain::limits
