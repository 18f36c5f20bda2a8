#pragma once
// Between the words of the interface and the words of the kiosk.

#include "kiosk/model.hpp"
#include "protocol/messages.hpp"

namespace motcua::kiosk {

office_known office_of(const protocol::identity& who);
board_arrived board_of(const protocol::board& board);
ticket ticket_of(const protocol::ticket& issued);

/// The body with which `r` is asked for.
protocol::issue_ticket body_of(const request& r);

} // namespace motcua::kiosk
