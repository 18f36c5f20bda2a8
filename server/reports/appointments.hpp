#pragma once
// Appointments of days that are over, from the database.

#include "server/reports/report_error.hpp"
#include "server/tables/appointment_row.hpp"

#include <optional>
#include <vector>

namespace motcua::reports {

using appointment = tables::appointment_row;

/// The last appointment with this code; none where there never was one.
result<std::optional<appointment>> find_appointment(const std::string& path, const std::string& site,
                                                    const domain::appointment_code& code);

/// Those of one business day, in the order of their booking.
result<std::vector<appointment>> appointments_of(const std::string& path, const std::string& site,
                                                 domain::local_day day);

} // namespace motcua::reports
