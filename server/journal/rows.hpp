#pragma once
// What follows from the events as rows of tables: the wait-time log, of what an ended visit and each leg of
// it leave behind, the versions of the settings, the audit, the appointments and
// ratings; and which event leaves what.

#include "server/domain/site_state.hpp"
#include "server/tables/appointment_row.hpp"
#include "server/tables/log_rows.hpp"
#include "server/tables/rating_row.hpp"
#include "server/tables/site_rows.hpp"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace motcua::journal {

using domain::instant;
using tables::appointment_row;
using tables::audit_row;
using tables::leg_row;
using tables::rating_row;
using tables::settings_row;
using tables::visit_row;

/// A no-show came back: its visit goes on and has no row.
struct visit_reopened
{
    domain::ticket_id ticket{};
};

/// What an event does to the tables, to be done in order.
using row_change =
    std::variant<visit_row, visit_reopened, leg_row, settings_row, audit_row, appointment_row, rating_row>;

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
    /// Whether a manager or an administrator did it, and not the counter that it is about.
    bool by_manager{};
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
