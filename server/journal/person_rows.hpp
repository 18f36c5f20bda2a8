#pragma once
// The erasable rows that hold what is said of people: who booked, remarks on a visit, and what an officer
// notes on a ticket. Encrypted with the office's key.

#include "server/domain/events.hpp"
#include "server/journal/erasable.hpp"

namespace motcua::journal {

/// Of the person of an appointment.
std::string person_ref(domain::appointment_id id);

/// `sealed` is the encrypted body.
erasable_row person_row(domain::appointment_id id, std::vector<std::uint8_t> sealed);

/// Of the remark on a visit.
std::string remark_ref(domain::ticket_id visit);
erasable_row remark_row(domain::ticket_id visit, std::vector<std::uint8_t> sealed);

/// Of the note on a ticket.
std::string note_ref(domain::ticket_id ticket);
erasable_row note_row(domain::ticket_id ticket, std::vector<std::uint8_t> sealed);

/// Erases the persons, remarks and notes whose time is over with `happened`, and a remark or a note that was
/// taken back.
void erase_persons(const domain::event& happened, std::vector<erasable_change>& changes);

} // namespace motcua::journal
