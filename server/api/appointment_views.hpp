#pragma once
// Appointments in the words of the interface, and as an entry of a phone's calendar.

#include "protocol/appointments.hpp"
#include "server/domain/appointments/closures.hpp"
#include "server/domain/site_state.hpp"
#include "server/reports/appointments.hpp"

namespace motcua::api {

/// One of today or later.
protocol::appointment appointment_view(const std::string& site, const domain::site_state& state,
                                       const domain::appointment& shown, domain::instant now);

/// One of the log; its day is over.
protocol::appointment appointment_view(const std::string& site, const domain::site_settings& settings,
                                       const reports::appointment& shown, std::chrono::minutes offset,
                                       domain::instant now);

/// Without the appointments in its way.
protocol::closure closure_head(const domain::site_state& state, const domain::closure& shown);

/// With what it does to the appointments in its way, as it would be applied now.
protocol::closure closure_view(const domain::site_state& state, const domain::closure& shown,
                               const domain::time_zone& zone, domain::instant now);

/// RFC 5545. The UID stays the same through all changes, SEQUENCE rises with each, and a cancelled one says
/// so, so that the phone keeps one entry. `place` is the address where to come; `url` of the page, or empty.
std::string calendar_file(const protocol::appointment& shown, std::string_view url);

} // namespace motcua::api
