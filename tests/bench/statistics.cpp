#include "tests/bench/statistics.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace motcua::bench {

namespace {

/// The sample that has `rank` others before it.
double ranked(std::vector<double>& samples, std::size_t rank)
{
    assert(rank < samples.size());
    const auto place = samples.begin() + static_cast<std::ptrdiff_t>(rank);
    std::nth_element(samples.begin(), place, samples.end());
    return *place;
}

} // namespace

double median(std::vector<double> samples)
{
    const auto half = samples.size() / 2;
    const auto upper = ranked(samples, half);
    return samples.size() % 2 == 1 ? upper : (ranked(samples, half - 1) + upper) / 2;
}

double percentile(std::vector<double> samples, double percent)
{
    assert(percent > 0 && percent <= 100);
    const auto rank = std::ceil(percent / 100 * static_cast<double>(samples.size()));
    return ranked(samples, static_cast<std::size_t>(rank) - 1);
}

} // namespace motcua::bench
