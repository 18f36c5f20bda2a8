#pragma once
// What the site's own promises must reach.

#include "tests/bench/report.hpp"
#include "tests/bench/rules/scores.hpp"

namespace motcua::bench {

/// The figures of the first score, with their goals; some of those are shares of the yardstick's. As
/// all_candidates().
std::vector<figure> goals_of(const std::vector<promise_score>& scores);

} // namespace motcua::bench
