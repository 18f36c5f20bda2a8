#include "tests/simulation/checks/known_seqs.hpp"

#include <algorithm>

namespace motcua::simulation {

namespace {

/// By time, each with the greatest seq up to then.
template <class Knowns>
void settle_rising(Knowns& knowns)
{
    std::ranges::sort(knowns, {}, [](const auto& one) { return one.when; });
    std::int64_t highest = 0;
    for (auto& one : knowns) {
        one.seq = highest = std::max(highest, one.seq);
    }
}

/// The last that is not after `when`; null when none is.
template <class Knowns>
auto* last_until(const Knowns& knowns, moment when)
{
    const auto after = std::ranges::upper_bound(knowns, when, {}, [](const auto& one) { return one.when; });
    return after == knowns.begin() ? nullptr : &*std::prev(after);
}

} // namespace

void known_seqs::settle()
{
    settle_rising(shown_);
    settle_rising(durable_);
    std::ranges::sort(requested_, {}, &known::when);
    auto lowest = any;
    for (auto one = requested_.rbegin(); one != requested_.rend(); ++one) {
        one->seq = lowest = std::min(lowest, one->seq);
    }
}

std::int64_t known_seqs::least(moment when) const
{
    const auto* last = last_until(shown_, when);
    return last == nullptr ? 0 : last->seq;
}

std::int64_t known_seqs::stored(moment when) const
{
    const auto* last = last_until(durable_, when);
    return last == nullptr ? 0 : last->seq;
}

std::int64_t known_seqs::most(moment when) const
{
    auto most = any;
    // What was asked for later, or at the same moment, was not yet there.
    const auto later = std::ranges::lower_bound(requested_, when, {}, &known::when);
    if (later != requested_.end()) {
        most = later->seq - 1;
    }
    if (!durable_.empty()) {
        most = std::min(most, stored(when));
    }
    return most;
}

} // namespace motcua::simulation
