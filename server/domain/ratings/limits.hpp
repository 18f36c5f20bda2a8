#pragma once
// The named limits of ratings.

#include <chrono>

namespace motcua::domain {

constexpr int score_min = 1;
constexpr int score_max = 5;

/// How long after the end of service a visit can be rated, and how long a rating can be changed.
constexpr std::chrono::days rating_time{7};
constexpr std::chrono::hours rating_change_time{1};

} // namespace motcua::domain
