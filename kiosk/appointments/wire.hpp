#pragma once
// Translates between the messages about appointments and the kiosk's own types.

#include "client/answer.hpp"
#include "kiosk/appointments/events.hpp"
#include "protocol/appointments.hpp"

namespace motcua::kiosk {

std::vector<slot> slots_of(const protocol::slot_list& list);
held_slot place_of(const protocol::slot_hold& held);
appointment appointment_of(const protocol::appointment& booked);

/// The ticket of a check-in.
ticket ticket_of_check_in(const protocol::ticket& issued);

/// The body of the request for an appointment.
protocol::book_appointment body_of(const booking_request& wanted);

/// Why the hold, or the booking, with this key failed.
booking_refused refused_booking(const std::string& key, const client::problem& wrong);

/// Why the check-in with this key failed.
check_in_refused refused_check_in(const std::string& key, const client::problem& wrong);

} // namespace motcua::kiosk
