#pragma once
// The rules of these commands: see decide() in server/domain/decide.hpp.

#include "server/domain/decision.hpp"

namespace motcua::domain {

decision decide(const site_state& state, const open_counter& wanted, const context& ctx);
decision decide(const site_state& state, const pause_counter& wanted, const context& ctx);
decision decide(const site_state& state, const close_counter& wanted, const context& ctx);
decision decide(const site_state& state, const note_console& wanted, const context& ctx);

} // namespace motcua::domain
