#pragma once
// What must hold of tickets, and why an event of one cannot follow: a sentence without its subject.

#include "server/domain/findings.hpp"
#include "server/domain/site_state.hpp"

namespace motcua::domain {

/// Numbers are unique, each ticket is in exactly one place, and the queues know exactly those that wait.
void check_tickets(findings& found, const site_state& state);

/// Empty when the event can follow; there is one overload per event.
std::string why_not(const site_state& state, const ticket_issued& body);
std::string why_not(const site_state& state, const ticket_logged& body);
std::string why_not(const site_state& state, const ticket_called& body);
std::string why_not(const site_state& state, const ticket_recalled& body);
std::string why_not(const site_state& state, const ticket_started& body);
std::string why_not(const site_state& state, const ticket_finished& body);
std::string why_not(const site_state& state, const ticket_no_show& body);
std::string why_not(const site_state& state, const ticket_held& body);
std::string why_not(const site_state& state, const ticket_postponed& body);
std::string why_not(const site_state& state, const ticket_resumed& body);
std::string why_not(const site_state& state, const ticket_released& body);
std::string why_not(const site_state& state, const ticket_transferred& body);
std::string why_not(const site_state& state, const ticket_cancelled& body);
std::string why_not(const site_state& state, const ticket_priority_set& body);
std::string why_not(const site_state& state, const ticket_note_set& body);
std::string why_not(const site_state& state, const notes_erased& body);
std::string why_not(const site_state& state, const ticket_closed& body);

} // namespace motcua::domain
