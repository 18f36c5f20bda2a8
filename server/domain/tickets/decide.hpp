#pragma once
// The rules of these commands: see decide() in server/domain/decide.hpp.

#include "server/domain/decision.hpp"

namespace motcua::domain {

decision decide(const site_state& state, const issue_ticket& wanted, const context& ctx);
decision decide(const site_state& state, const issue_offline_ticket& wanted, const context& ctx);
decision decide(const site_state& state, const call_next& wanted, const context& ctx);
decision decide(const site_state& state, const call_ticket& wanted, const context& ctx);
decision decide(const site_state& state, const recall_ticket& wanted, const context& ctx);
decision decide(const site_state& state, const start_ticket& wanted, const context& ctx);
decision decide(const site_state& state, const finish_ticket& wanted, const context& ctx);
decision decide(const site_state& state, const mark_no_show& wanted, const context& ctx);
decision decide(const site_state& state, const hold_ticket& wanted, const context& ctx);
decision decide(const site_state& state, const resume_ticket& wanted, const context& ctx);
decision decide(const site_state& state, const release_ticket& wanted, const context& ctx);
decision decide(const site_state& state, const transfer_ticket& wanted, const context& ctx);
decision decide(const site_state& state, const cancel_ticket& wanted, const context& ctx);
decision decide(const site_state& state, const set_priority& wanted, const context& ctx);
decision decide(const site_state& state, const set_note& wanted, const context& ctx);
decision decide(const site_state& state, const postpone_ticket& wanted, const context& ctx);
decision decide(const site_state& state, const return_ticket& wanted, const context& ctx);
decision decide(const site_state& state, const change_service& wanted, const context& ctx);

} // namespace motcua::domain
