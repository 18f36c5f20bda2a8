#pragma once
// The rules: what follows from a command in a state, or why it is refused.

#include "server/domain/site_state.hpp"

#include <boost/system/result.hpp>

namespace motcua::domain {

[[noreturn]] void throw_exception_from_error(const refusal& refused, const boost::source_location&);

/// The events to append, in order; none means that nothing is to be done (nobody waits, the day is open
/// already).
using decision = boost::system::result<std::vector<event_body>, refusal>;

/// Pure: the same state, command and context give the same decision. Changes nothing; the caller applies the
/// events that come out, each with the next seq, before it decides again.
decision decide(const site_state& state, const command& wanted, const context& asked);

// One a command, by family.
decision decide(const site_state& state, const configure_site& wanted, const context& asked);
decision decide(const site_state& state, const turn_day& wanted, const context& asked);
decision decide(const site_state& state, const issue_ticket& wanted, const context& asked);
decision decide(const site_state& state, const issue_offline_ticket& wanted, const context& asked);
decision decide(const site_state& state, const call_next& wanted, const context& asked);
decision decide(const site_state& state, const call_ticket& wanted, const context& asked);
decision decide(const site_state& state, const recall_ticket& wanted, const context& asked);
decision decide(const site_state& state, const start_ticket& wanted, const context& asked);
decision decide(const site_state& state, const finish_ticket& wanted, const context& asked);
decision decide(const site_state& state, const mark_no_show& wanted, const context& asked);
decision decide(const site_state& state, const hold_ticket& wanted, const context& asked);
decision decide(const site_state& state, const resume_ticket& wanted, const context& asked);
decision decide(const site_state& state, const transfer_ticket& wanted, const context& asked);
decision decide(const site_state& state, const cancel_ticket& wanted, const context& asked);
decision decide(const site_state& state, const open_counter& wanted, const context& asked);
decision decide(const site_state& state, const pause_counter& wanted, const context& asked);
decision decide(const site_state& state, const close_counter& wanted, const context& asked);
decision decide(const site_state& state, const lease_block& wanted, const context& asked);

} // namespace motcua::domain
