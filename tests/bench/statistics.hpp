#pragma once
// Medians and percentiles of samples.

#include <vector>

namespace motcua::bench {

/// The middle one; of an even number the mean of the middle two. `samples` is not empty.
double median(std::vector<double> samples);

/// The nearest-rank percentile: the smallest sample that at least `percent` of all do not exceed. `samples`
/// is not empty; 0 < `percent` <= 100.
double percentile(std::vector<double> samples, double percent);

} // namespace motcua::bench
