#pragma once
// A row of the wait-time log as it is read, and what to ask of the log.

#include "server/domain/types.hpp"
#include "server/tables/log_rows.hpp"

#include <optional>
#include <string>

namespace motcua::reports {

/// An ended visit. `wait` is none without service, `counter` none where no counter had the ticket at the end.
using visit = tables::visit_row;

using leg = tables::leg_row;

/// The visits of the business days `from` to `to`, both included. What is none or null is not asked about.
struct visit_filter
{
    domain::local_day from{};
    domain::local_day to{};
    std::optional<domain::service_code> service;
    std::optional<domain::counter_code> counter;
    std::optional<std::string> staff;
    std::optional<domain::priority_class> priority;
};

/// A place in the log, whose order is by day, then by issue.
struct visit_position
{
    domain::local_day day{};
    domain::ticket_id ticket{};

    friend bool operator==(const visit_position&, const visit_position&) = default;
};

inline visit_position position_of(const visit& row) { return {row.day, row.ticket}; }

} // namespace motcua::reports
