#pragma once
// What must hold of every state and of every event that follows one, told independently of decide and apply:
// for the simulation and for the verification of a journal.

#include "server/domain/site_state.hpp"

namespace motcua::domain {

/// What in `state` cannot be, a sentence each that names ticket, counter or number; empty when all is well.
/// Numbers are unique, each ticket is in exactly one place, a counter has at most one, leases do not overlap.
/// Takes time in proportion to what the state holds.
std::vector<std::string> broken_invariants(const site_state& state);

/// Why `next` cannot be the event after `state`, as a sentence; empty when it can. What passes may be applied
/// safely: seq and time go on, whom it names is there, and the ticket comes from a state from which that
/// leads.
std::string broken_step(const site_state& state, const event& next);

} // namespace motcua::domain
