#pragma once
// The rules of these commands: see decide() in server/domain/decide.hpp.

#include "server/domain/decision.hpp"

namespace motcua::domain {

decision decide(const site_state& state, const add_staff& wanted, const context& ctx);
decision decide(const site_state& state, const change_staff& wanted, const context& ctx);
decision decide(const site_state& state, const set_password& wanted, const context& ctx);
decision decide(const site_state& state, const sign_in& wanted, const context& ctx);
decision decide(const site_state& state, const sign_out& wanted, const context& ctx);

} // namespace motcua::domain
