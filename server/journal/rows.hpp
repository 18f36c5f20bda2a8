#pragma once
// The wait-time log as rows: what an ended visit and its stretches leave behind.

#include "server/domain/ticket.hpp"

namespace motcua::journal {

using domain::instant;

/// One row a visit, written when it ends; a no-show that comes back ends, and is written, again.
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
};

/// The row of a ticket whose visit has ended. Waits are whole seconds between the instants cut to seconds, as
/// they are shown; never below 0.
visit_row visit_of(const domain::ticket& ended);

} // namespace motcua::journal
