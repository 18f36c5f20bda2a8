#pragma once
// What must hold of every state and of every event that follows one, written independently of decide and
// apply: for the simulation and for the verification of a journal.

#include "server/domain/site_state.hpp"

namespace motcua::domain {

/// What is wrong in `state`, a sentence each that names the ticket, counter or block; empty when all is well.
/// Numbers are unique, each ticket is in exactly one place, a counter has at most one, leases do not overlap.
/// Takes time in proportion to what the state holds.
std::vector<std::string> broken_invariants(const site_state& state);

/// Why `next` cannot be the event after `state`, as a sentence without its subject; empty when it can. Such
/// an event can be applied: seq and time go on, the ticket or counter exists, and the state of the ticket
/// allows it. Whatever apply() requires of an event is checked here too, so that a stored journal that was
/// changed by hand cannot end the process that verifies it.
std::string broken_step(const site_state& state, const event& next);

} // namespace motcua::domain
