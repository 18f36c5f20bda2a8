#pragma once
// What a closure does to the appointments that stand in its way.

#include "server/domain/appointments/slots.hpp"

namespace motcua::domain {

/// Where an appointment goes; none: no slot is free for it inside the horizon.
struct proposal
{
    appointment_id appointment{};
    std::optional<slot> to;
};

/// For each open appointment that `closed` leaves without a counter, in order of time: the first free slot
/// after its own, no two the same place.
std::vector<proposal> proposals_for(const site_state& state, const closure& closed, const time_zone& zone,
                                    instant now);

/// The open appointments ahead that fit the present settings and would no longer fit `wanted`: their codes,
/// the first of them, in order of booking.
std::vector<std::string> appointments_against(const site_state& state, const site_settings& wanted,
                                              const time_zone& zone, instant now);

} // namespace motcua::domain
