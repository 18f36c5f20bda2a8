#pragma once
// The named limits of appointments.

#include <chrono>
#include <cstddef>

namespace motcua::domain {

/// Longer visits are not booked.
constexpr std::chrono::minutes booked_visit_max{8 * 60};

/// Places held at once at a site: more are refused as if the slot were full.
constexpr std::size_t slot_holds_max = 500;

/// Days that one look at the slots may span.
constexpr int slot_days_max = 62;

/// Closures that lie ahead.
constexpr std::size_t closures_max = 200;

/// How long one closure may be.
constexpr std::chrono::hours closure_length_max{24 * 62};

} // namespace motcua::domain
