#pragma once
// The rules of these commands: see decide() in server/domain/decide.hpp.

#include "server/domain/decision.hpp"

namespace motcua::domain {

decision decide(const site_state& state, const hold_slot& wanted, const context& ctx);
decision decide(const site_state& state, const book_appointment& wanted, const context& ctx);
decision decide(const site_state& state, const move_appointment& wanted, const context& ctx);
decision decide(const site_state& state, const cancel_appointment& wanted, const context& ctx);
decision decide(const site_state& state, const check_in& wanted, const context& ctx);
decision decide(const site_state& state, const tend_appointments& wanted, const context& ctx);
decision decide(const site_state& state, const close_slots& wanted, const context& ctx);
decision decide(const site_state& state, const apply_closure& wanted, const context& ctx);
decision decide(const site_state& state, const show_person& wanted, const context& ctx);

} // namespace motcua::domain
