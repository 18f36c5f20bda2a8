#pragma once
// The messages of the wait-time log and its report.

#include "protocol/messages.hpp"

namespace motcua::protocol {

/// An ended visit: an item of `GET /sites/{site}/visits`, and a line of its CSV, in this order of columns.
struct visit
{
    std::string number;
    base::day day{};
    std::string service;
    std::optional<std::string> procedure;
    protocol::channel channel{};
    protocol::priority priority{};
    timestamp issued_at;
    std::optional<timestamp> first_called_at;
    std::optional<timestamp> served_from;
    std::optional<timestamp> served_to;
    std::optional<std::string> counter;
    std::optional<std::string> staff;
    int calls{};
    /// To the first call that led to service; null without service.
    std::optional<std::int64_t> wait_s;
    /// All its time in service; null without service.
    std::optional<std::int64_t> service_s;
    int transfers{};
    protocol::outcome outcome{};
    /// What the citizen was promised; null where no minutes were.
    std::optional<std::int64_t> expected_wait_s;
    /// What the citizen thought of it; null where nobody asked.
    std::optional<int> rating;
    /// All its waiting, over transfers.
    std::int64_t wait_total_s{};
    /// From the last call to the start of service.
    std::optional<std::int64_t> walk_s;
    /// The clock was set during the visit: it counts in no mean.
    bool unreliable{};
    std::string id;
    protocol::forecast_state forecast_state{};
    std::optional<std::int64_t> expected_from_s;
    std::optional<std::int64_t> expected_to_s;
};
BOOST_DESCRIBE_STRUCT(visit, (),
                      (number, day, service, procedure, channel, priority, issued_at, first_called_at,
                       served_from, served_to, counter, staff, calls, wait_s, service_s, transfers, outcome,
                       expected_wait_s, rating, wait_total_s, walk_s, unreliable, id, forecast_state,
                       expected_from_s, expected_to_s))

struct visit_list
{
    std::vector<visit> items;
    std::optional<std::string> next_cursor;
};
BOOST_DESCRIBE_STRUCT(visit_list, (), (items, next_cursor))

/// A line of `GET /sites/{site}/reports/waits`. All figures but the four counts speak of the served visits
/// and are null where there is none; `key` is null for the visits that no counter (or member of staff) had at
/// the end, `target_s` where the services have different targets.
struct waits_row
{
    std::optional<std::string> key;
    std::int64_t visits{};
    std::int64_t served{};
    std::int64_t no_show{};
    std::int64_t cancelled{};
    /// Of the visits, those during which the clock was set: they count in no figure below.
    std::int64_t unreliable{};
    std::optional<std::int64_t> wait_mean_s;
    std::optional<std::int64_t> wait_p50_s;
    std::optional<std::int64_t> wait_p90_s;
    std::optional<std::int64_t> wait_p95_s;
    std::optional<std::int64_t> wait_max_s;
    std::optional<std::int64_t> service_mean_s;
    std::optional<std::int64_t> service_p90_s;
    std::optional<double> within_target;
    std::optional<std::int64_t> target_s;
};
BOOST_DESCRIBE_STRUCT(waits_row, (),
                      (key, visits, served, no_show, cancelled, unreliable, wait_mean_s, wait_p50_s,
                       wait_p90_s, wait_p95_s, wait_max_s, service_mean_s, service_p90_s, within_target,
                       target_s))

struct waits_report
{
    std::vector<waits_row> items;
    std::optional<std::string> next_cursor;
};
BOOST_DESCRIBE_STRUCT(waits_report, (), (items, next_cursor))

} // namespace motcua::protocol
