#pragma once
// What the staff may do now: the server's rules as far as the console knows, so that it offers nothing that
// would be refused.

#include "counter/console/types.hpp"

namespace motcua::counter::console {

/// Whether a ticket in this state stands at its counter.
bool at_counter(protocol::ticket_state s);

/// Whether the server would take `w` in this state, were it asked.
bool fits(const state& s, const wish& w);

/// The same, and the server is there: its button may be pressed.
bool offered(const state& s, const wish& w);

/// The same, and no other answer is awaited: it can be asked at once.
bool allowed(const state& s, const wish& w);

/// Whether this state shows that `w`, whose answer did not come, was carried out; false when it cannot tell.
bool shows(const state& s, const wish& w);

/// The key of the text that tells why `w` does not fit this state.
std::string why_not(const state& s, const wish& w);

/// What `a` means at this counter now: with the current ticket unless it concerns the counter.
wish wish_of(const state& s, action a);

/// The ticket called `id` among those that this console knows; null when there is none.
const ticket* find_ticket(const state& s, const std::string& id);

/// The tickets beside the current one that can be selected, in the order of the screen.
std::vector<const ticket*> listed(const state& s);

/// Whether this counter may call `t`.
bool waits_here(const state& s, const ticket& t);

/// How many of those waiting no other open counter would call.
std::size_t left_alone(const state& s);

/// How long `t` waited or has waited until now for its last call.
std::chrono::seconds waited(const state& s, const ticket& t);

const service* find_service(const state& s, const std::string& code);

/// The sheets; each offers at least one choice, or there is none.
std::optional<sheet> transfer_sheet(const state& s);
std::optional<sheet> outcome_sheet(const state& s);
std::optional<sheet> ticket_sheet(const ticket& t);
std::optional<sheet> cancel_sheet(const ticket& t);
std::optional<sheet> close_sheet();

} // namespace motcua::counter::console
