#pragma once
// The rules of these commands: see decide() in server/domain/decide.hpp.

#include "server/domain/decision.hpp"

namespace motcua::domain {

decision decide(const site_state& state, const add_device& wanted, const context& ctx);
decision decide(const site_state& state, const take_device_token& wanted, const context& ctx);
decision decide(const site_state& state, const revoke_device& wanted, const context& ctx);

} // namespace motcua::domain
