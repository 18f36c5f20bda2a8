#pragma once
// The rules of these commands: see decide() in server/domain/decide.hpp.

#include "server/domain/decision.hpp"

namespace motcua::domain {

decision decide(const site_state& state, const suspend_intake& wanted, const context& ctx);
decision decide(const site_state& state, const resume_intake& wanted, const context& ctx);

} // namespace motcua::domain
