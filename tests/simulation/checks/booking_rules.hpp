#pragma once
// What the settings of a simulated site say of appointments, worked out once more.

#include "server/domain/events.hpp"

#include <vector>

namespace motcua::simulation {

/// The rules of one service on a weekday.
domain::appointment_settings booking_rules(const domain::site_settings& settings,
                                           const domain::service_settings& service, std::chrono::weekday on);

/// The hours of `day` in which visits can be booked, those that touch as one. A simulated site has neither
/// holidays nor exceptions.
std::vector<domain::time_span> booking_hours(const domain::site_settings& settings,
                                             const domain::service_settings& service,
                                             const domain::appointment_settings& rules,
                                             domain::local_day day);

struct place_counts
{
    int all = 0;      ///< that can be booked at all
    int citizens = 0; ///< of these, those that are not kept for officers
};

/// design: walk-in and officers' shares are whole places, halves rounded up.
place_counts places_of(const domain::appointment_settings& rules);

} // namespace motcua::simulation
