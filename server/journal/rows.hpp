#pragma once
// What follows from the events as rows of tables: the wait-time log, of what an ended visit and each leg of
// it leave behind, the versions of the settings, the audit; and which event leaves what.

#include "server/domain/site_state.hpp"
#include "server/journal/site_rows.hpp"

#include <boost/describe/class.hpp>

namespace motcua::journal {

/// One row per visit, written when it ends. A no-show that comes back removes its row, which is written again
/// when the visit ends again.
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
    /// The clock was set during the visit.
    bool unreliable{};
    /// Served, no_show or cancelled: what the outcome day_closed alone does not say.
    domain::ticket_state state{};

    friend bool operator==(const visit_row&, const visit_row&) = default;
};
BOOST_DESCRIBE_STRUCT(visit_row, (),
                      (ticket, number, day, service, procedure, channel, priority, issued_at, first_called_at,
                       served_from, served_to, counter, staff, calls, wait, service_time, transfers, outcome,
                       expected_wait, unreliable, state))

/// A no-show came back: its visit goes on and has no row.
struct visit_reopened
{
    domain::ticket_id ticket{};
};

/// One row per leg of a visit that has ended. From issue to end the legs follow each other without a gap, so
/// that their sum is the visit.
struct leg_row
{
    domain::ticket_id ticket{};
    /// Counts the legs of the ticket from 1.
    int n{};
    /// waiting, called, serving, held; no_show for the time until a no-show came back.
    domain::ticket_state kind{};
    /// Who had it; none while it waited or was away.
    std::optional<domain::counter_code> counter;
    std::optional<std::string> staff;
    instant from;
    instant to;

    friend bool operator==(const leg_row&, const leg_row&) = default;
};
BOOST_DESCRIBE_STRUCT(leg_row, (), (ticket, n, kind, counter, staff, from, to))

/// What an event does to the tables, to be done in order.
using row_change = std::variant<visit_row, visit_reopened, leg_row, settings_row, audit_row>;

/// The row of a ticket whose visit has ended. Waits are whole seconds between the instants cut to seconds, as
/// they are shown; never below 0.
visit_row visit_of(const domain::ticket& ended);

/// What the projections need to know of the state before an event.
struct state_before
{
    std::int64_t seq{};
    /// The leg that the event's ticket was in, as one that ends with the event; none for an event about no
    /// ticket or a new one.
    std::optional<leg_row> leg;
    /// Whether that ticket's visit had ended.
    bool had_ended{};
    /// For new settings, those that they replace, as JSON; empty for any other event and the first settings.
    std::string settings{};
};

/// What `state` holds before `next` is applied to it.
state_before look_before(const domain::site_state& state, const domain::event& next);

/// Adds to `changes` what follows from `happened` for the tables: `before` was taken before it was applied,
/// `after` is the state that it led to. Pure, so that a rebuild finds the same rows.
void project(const domain::event& happened, state_before before, const domain::site_state& after,
             std::vector<row_change>& changes);

} // namespace motcua::journal
