#pragma once
// Translates between the messages of the interface and the kiosk's own types.

#include "kiosk/model.hpp"
#include "protocol/messages.hpp"
#include "protocol/settings.hpp"

namespace motcua::kiosk {

office_known office_of(const protocol::identity& who);
board_arrived board_of(const protocol::board& seen);
ticket ticket_of(const protocol::ticket& issued);
/// Stretches that are not times of a day are left out.
opening_hours hours_of(const protocol::calendar_day& day);

/// The body of the request for a ticket.
protocol::issue_ticket body_of(const request& wanted);

} // namespace motcua::kiosk
