#pragma once
// The resources of the interface: one file of this folder per resource, with its rows.

#include "protocol/messages.hpp"
#include "server/api/endpoint.hpp"

namespace motcua::api {

std::vector<endpoint> ticket_endpoints();
std::vector<endpoint> ticket_list_endpoints();
std::vector<endpoint> clock_endpoints();
std::vector<endpoint> counter_endpoints();
std::vector<endpoint> board_endpoints();
std::vector<endpoint> live_endpoints();
std::vector<endpoint> track_endpoints();
std::vector<endpoint> track_action_endpoints();
std::vector<endpoint> procedure_endpoints();
std::vector<endpoint> session_endpoints();
std::vector<endpoint> staff_endpoints();
std::vector<endpoint> device_endpoints();
std::vector<endpoint> enrolment_endpoints();
std::vector<endpoint> health_endpoints();
std::vector<endpoint> number_block_endpoints();
std::vector<endpoint> page_endpoints();
std::vector<endpoint> visit_endpoints();
std::vector<endpoint> settings_endpoints();
std::vector<endpoint> calendar_endpoints();
std::vector<endpoint> audit_endpoints();
std::vector<endpoint> intake_endpoints();
std::vector<endpoint> slot_endpoints();
std::vector<endpoint> appointment_endpoints();
std::vector<endpoint> appointment_reading_endpoints();
std::vector<endpoint> closure_endpoints();

/// Until when something is meant to stop; none where nobody knows.
inline std::optional<domain::instant> until_of(const protocol::with_reason& body)
{
    return body.until ? std::optional<domain::instant>{body.until->at} : std::nullopt;
}

/// Every row of the interface, and the document that describes them.
std::vector<endpoint> all_endpoints();

} // namespace motcua::api
