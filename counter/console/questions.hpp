#pragma once
// What the console asks before it acts: the sheets over the screen, and which wish needs one.

#include "counter/console/types.hpp"

namespace motcua::counter::console {

/// The question that comes before `wish`; nothing when it can be sent as it is.
std::optional<sheet> question_before(const state& state, const wish& wish);

/// The sheets; each offers at least one choice, or there is none.
std::optional<sheet> hasty_next_sheet(const state& state);
std::optional<sheet> no_show_sheet(const state& state);
std::optional<sheet> hold_sheet(const state& state);
std::optional<sheet> pause_sheet(const state& state);
/// How long what `wish` begins will take; the time must be known.
sheet until_sheet(const state& state, wish wish);
std::optional<sheet> priority_sheet(const ticket& ticket);
std::optional<sheet> issue_sheet(const state& state);
std::optional<sheet> issue_priority_sheet(const destination& service);
std::optional<sheet> transfer_sheet(const state& state);
/// The note on `ticket` to be typed, with what it says already.
std::optional<sheet> note_sheet(const state& state, const ticket& ticket);
std::optional<sheet> outcome_sheet(const state& state);
std::optional<sheet> ticket_sheet(const state& state, const ticket& ticket);
std::optional<sheet> cancel_sheet(const ticket& ticket);
std::optional<sheet> close_sheet();
std::optional<sheet> sign_out_sheet();

} // namespace motcua::counter::console
