#pragma once
// The wait-time log as rows: what an ended visit and each stretch of it leave behind, and which event leaves
// what.

#include "server/domain/site_state.hpp"

namespace motcua::journal {

using domain::instant;

/// One row a visit, written when it ends. A no-show that comes back takes its row away, and ends, and is
/// written, again.
struct visit_row
{
    domain::ticket_id ticket{};
    std::string number;
    domain::local_day day{};
    domain::service_code service;
    std::optional<std::string> procedure;
    domain::ticket_channel channel{};
    domain::priority_class priority{};
    instant issued_at;
    std::optional<instant> first_called_at;
    std::optional<instant> served_from;
    std::optional<instant> served_to;
    std::optional<domain::counter_code> counter;
    std::optional<std::string> staff;
    int calls{};
    /// From issue to the first call that led to service; none without service.
    std::optional<domain::seconds> wait;
    /// From served_from to served_to without the time on hold.
    std::optional<domain::seconds> service_time;
    int transfers{};
    domain::visit_outcome outcome{};
    domain::seconds expected_wait{};
    /// The clock was set anew during the visit.
    bool unreliable{};
    /// Served, no_show or cancelled: what the outcome day_closed alone does not tell.
    domain::ticket_state state{};
};

/// A no-show came back: its visit goes on.
struct visit_reopened
{
    domain::ticket_id ticket{};
};

/// One row for each stretch of a visit that has ended. From issue to end the stretches follow each other
/// without a gap, so that their sum is the visit.
struct leg_row
{
    domain::ticket_id ticket{};
    /// Counts the stretches of the ticket from 1.
    int n{};
    /// waiting, called, serving, held; no_show for the time until a no-show came back.
    domain::ticket_state kind{};
    /// Who had it; none while it waited or was away.
    std::optional<domain::counter_code> counter;
    std::optional<std::string> staff;
    instant from;
    instant to;
};

/// What an event does to the tables, to be done in order.
using row_change = std::variant<visit_row, visit_reopened, leg_row>;

/// The row of a ticket whose visit has ended. Waits are whole seconds between the instants cut to seconds, as
/// they are shown; never below 0.
visit_row visit_of(const domain::ticket& ended);

/// Applies `happened` to `state` and adds to `changes` what follows from it for the tables. Pure: either
/// store writes them, and a rebuilding finds the same.
void apply_and_project(domain::site_state& state, const domain::event& happened,
                       std::vector<row_change>& changes);

} // namespace motcua::journal
