#pragma once
// What the site's own promises must reach.

#include "tests/bench/report.hpp"
#include "tests/bench/rules/scores.hpp"

namespace motcua::bench {

/// The figures of the first score, with their goals: some are shares of the yardstick's, one of the last
/// score's, which is the floor. `promise_us` is the cost of a promise at 50 waiting.
std::vector<figure> goals_of(const std::vector<promise_score>& scores, double promise_us);

} // namespace motcua::bench
