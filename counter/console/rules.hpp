#pragma once
// What the staff may do now: the server's rules as far as the console knows, so that it offers nothing that
// would be refused.

#include "counter/console/types.hpp"

namespace motcua::counter::console {

/// Whether a ticket in this state stands at its counter.
bool at_counter(protocol::ticket_state now);

/// Whether `ticket` waits or stands at its counter in a class whose proof no officer has looked at.
bool has_open_class(const ticket& ticket);

/// Whether the server would accept `wish` in this state.
bool fits(const state& state, const wish& wish);

/// The same, and the server is there: its button may be pressed.
bool offered(const state& state, const wish& wish);

/// The same, and no other answer is awaited: it can be asked at once.
bool allowed(const state& state, const wish& wish);

/// Whether this state shows that `wish`, whose answer did not come, was carried out; false when it does not
/// show it.
bool shows(const state& state, const wish& wish);

/// The key of the text about why `wish` does not fit this state.
std::string why_not(const state& state, const wish& wish);

/// The wish that `action` is at this counter now: about the current ticket unless it concerns the counter.
/// The next call finishes the current ticket, if there is one; where no class is to be confirmed, it is set.
/// A class is also that of a waiting ticket that is selected, unless the current one's is to be confirmed. A
/// note is on the ticket that is selected, if it can have one here.
wish wish_of(const state& state, action action);

/// The ticket called `id` among those that this console knows; null when there is none.
const ticket* find_ticket(const state& state, const std::string& id);

/// The note on a ticket as far as it is known; null when it is not looked at.
const known_note* find_note(const state& state, const std::string& ticket);

/// The tickets of the shown list, in its order; the held ones stand below those that wait.
std::vector<const ticket*> listed(const state& state);

/// Whether this counter may call `ticket`.
bool waits_here(const state& state, const ticket& ticket);

/// How many of those waiting no other open counter would call.
std::size_t left_alone(const state& state);

/// How long `ticket` waited or has waited until now for its last call.
std::chrono::seconds waited(const state& state, const ticket& ticket);

/// When the office opens again today after the break that is now or comes next; none if there is none.
std::optional<std::chrono::local_seconds> break_end(const state& state);

const service* find_service(const state& state, const std::string& code);

/// How long ago the current ticket was called last; 0 without one.
std::chrono::seconds since_call(const state& state);

} // namespace motcua::counter::console
