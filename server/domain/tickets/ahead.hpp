#pragma once
// How many people are called before a ticket, at the counters that it shares with them.

#include "server/domain/site_state.hpp"

namespace motcua::domain {

/// The waiting tickets that are due before a newcomer for `service`, due at `due`, or at the same moment;
/// that are not reserved for another counter; and whose service shares an open counter with theirs. Where
/// none is open, the counters that are set up for it count.
int ahead_of(const site_state& state, const service_code& service, instant due);

/// The same for a ticket that waits; 0 for any other.
int ahead_of(const site_state& state, const ticket& one);

} // namespace motcua::domain
