#pragma once
// The rules: what follows from a command in a state, or why it is refused.

#include "server/domain/appointments/decide.hpp"
#include "server/domain/calendar/decide.hpp"
#include "server/domain/counters/decide.hpp"
#include "server/domain/devices/decide.hpp"
#include "server/domain/intake/decide.hpp"
#include "server/domain/number_blocks/decide.hpp"
#include "server/domain/ratings/decide.hpp"
#include "server/domain/settings/decide.hpp"
#include "server/domain/site_state.hpp"
#include "server/domain/staff/decide.hpp"
#include "server/domain/tickets/decide.hpp"

namespace motcua::domain {

/// Pure: the same state, command and context give the same decision. Changes nothing: the caller applies the
/// events, each with the next seq, before it decides again. There is one overload per command, in the folder
/// of its aggregate.
decision decide(const site_state& state, const command& wanted, const context& ctx);

} // namespace motcua::domain
