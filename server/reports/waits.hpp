#pragma once
// The waits report: counts, means and exact percentiles of the log, by service, counter, hour and so on.

#include "server/reports/log_reader.hpp"

namespace motcua::reports {

enum class grouping
{
    service,
    counter,
    staff,
    hour,
    weekday,
    day,
    priority,
    channel,
    total
};
BOOST_DESCRIBE_ENUM(grouping, service, counter, staff, hour, weekday, day, priority, channel, total)

struct waits_query
{
    /// Business days, both included.
    domain::local_day from{};
    domain::local_day to{};
    /// Hour, weekday and day are those of issue, by the clock that the site had then.
    grouping by{};
};

/// The visits of one key. By service, counter or officer a visit stands under each that it stayed at, with
/// the waiting before that call and the service there; visits that were never called stand under none, by
/// service under the one that they waited for. Each is counted once in `visits` and once in `served`,
/// `no_show` or `cancelled`, by the state it ended in, so that the sums agree. `served` is every visit that
/// ended at a counter in service, whatever its outcome, also when it was the close of the day that ended it.
/// All other figures speak of the served visits; they are none where there is none of them.
struct waits_row
{
    /// "08" for an hour, "1" (Monday) to "7" for a weekday, "2026-11-23" for a day, "total", else the code.
    /// None for the visits that no counter, or no member of staff, ever had.
    std::optional<std::string> key;
    std::int64_t visits{};
    std::int64_t served{};
    std::int64_t no_show{};
    std::int64_t cancelled{};
    /// Of `visits`, those during which the clock was set; they are in no figure below.
    std::int64_t unreliable{};
    /// Means are rounded to the nearest second, halves up.
    std::optional<domain::seconds> wait_mean;
    /// Percentiles are nearest-rank: the smallest wait that at least that share of the waits does not exceed.
    std::optional<domain::seconds> wait_p50;
    std::optional<domain::seconds> wait_p90;
    std::optional<domain::seconds> wait_p95;
    std::optional<domain::seconds> wait_max;
    std::optional<domain::seconds> service_mean;
    std::optional<domain::seconds> service_p90;
    /// The share (0 to 1) of visits whose wait is within the target that they came under. Visits without one
    /// are not judged.
    std::optional<double> within_target;
    /// The target that the last visit of each service came under, where it is the same for all services of
    /// these visits; none when they differ.
    std::optional<domain::seconds> target;
};

/// The order of the rows, and of pages of them: numbers by value, then other texts, none at the end.
bool key_before(const std::optional<std::string>& left, const std::optional<std::string>& right);

/// One row for each key that has visits. Reads every visit once, more than `report_visits_max` are
/// `too_much`.
result<std::vector<waits_row>> waits(log_reader& log, const waits_query& wanted);

} // namespace motcua::reports
