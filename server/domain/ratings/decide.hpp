#pragma once
// The rules of these commands: see decide() in server/domain/decide.hpp.

#include "server/domain/decision.hpp"

namespace motcua::domain {

decision decide(const site_state& state, const rate_visit& wanted, const context& ctx);

} // namespace motcua::domain
