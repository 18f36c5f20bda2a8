#pragma once
// Which appointments are seen, and what can be done with one.

#include "counter/console/types.hpp"

#include <array>

namespace motcua::counter::console::appointments {

/// The appointments of the counter's services; while letters are typed, all of the hall whose code has them.
std::vector<const appointment*> seen_appointments(const console::state& state);

/// The chosen appointment; null when there is none.
const appointment* find_chosen(const state& state);

/// What is offered for an appointment, in the order of the digits, whether it is possible now or not: a digit
/// never means another deed than the one that was read beside it.
inline constexpr std::array menu{deed_kind::check_in, deed_kind::move, deed_kind::cancel,
                                 deed_kind::show_person};

/// Whether the server would do `kind` to `one`, as far as is known.
bool is_possible(const console::state& state, const appointment& one, deed_kind kind);

/// Whether its time has come and its holder has not.
bool is_overdue(const console::state& state, const appointment& one);

/// The free times of the day that is seen.
std::vector<free_time> times_of_day(const state& state);

/// The office's day; only while its time is known.
std::chrono::local_days today(const console::state& state);

} // namespace motcua::counter::console::appointments
