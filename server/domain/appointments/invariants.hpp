#pragma once
// What must hold of the appointments, and why an event of theirs cannot follow, as a sentence without its
// subject; empty when it can.

#include "server/domain/findings.hpp"
#include "server/domain/site_state.hpp"

namespace motcua::domain {

void check_appointments(findings& found, const site_state& state);

std::string why_not(const site_state& state, const slot_held& body);
std::string why_not(const site_state& state, const slot_hold_expired& body);
std::string why_not(const site_state& state, const appointment_booked& body);
std::string why_not(const site_state& state, const appointment_moved& body);
std::string why_not(const site_state& state, const appointment_cancelled& body);
std::string why_not(const site_state& state, const appointment_missed& body);
std::string why_not(const site_state& state, const slots_closed& body);
std::string why_not(const site_state& state, const person_shown& body);
std::string why_not(const site_state& state, const persons_erased& body);

/// Of a ticket that an appointment becomes.
std::string why_not_checked_in(const site_state& state, appointment_id id, const service_code& service);

} // namespace motcua::domain
