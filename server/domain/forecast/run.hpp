#pragma once
// The calling rule run forward: counters become free and call the earliest due of those who are there.

#include "server/domain/forecast/attendance.hpp"
#include "server/domain/forecast/line.hpp"

#include <array>
#include <limits>
#include <span>

namespace motcua::domain {

/// After the moment that was asked about, in milliseconds.
using run_time = std::int64_t;
constexpr run_time never = std::numeric_limits<run_time>::max();

using run_times = std::array<run_time, forecast_runs>;

/// A counter in the runs.
struct future_counter
{
    struct span
    {
        run_time from;
        run_time to;
    };

    /// The lists that it calls from: services, and what is reserved for it.
    std::vector<std::size_t> lists;
    /// When it calls.
    std::vector<span> spans;
    /// When it is free first, in each run.
    run_times free{};

    /// The first time at or after `time` at which it calls; never, when its hours are over.
    run_time next_time(run_time time) const
    {
        for (const auto& one : spans) {
            if (time < one.to) {
                return std::max(time, one.from);
            }
        }
        return never;
    }
};

/// When each of `line`, which is in calling order, is called in each run. Those of service s wait in list s,
/// those reserved for counter c in list `services` + c. Ends a run early when `wanted` is called; none: all
/// are wanted.
std::vector<run_times> run_forward(const std::vector<future_counter>& counters,
                                   const std::vector<waiter>& line, std::size_t services, instant now,
                                   std::optional<std::size_t> wanted);

} // namespace motcua::domain
