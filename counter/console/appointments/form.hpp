#pragma once
// Name and phone number as they are typed, in UTF-8.

#include "counter/console/appointments/types.hpp"

namespace motcua::counter::console::appointments {

/// Adds `letter` to the field that is typed in, if it can stand there and there is room.
void type_into_form(state& form, char32_t letter);

/// Takes the last letter away.
void erase_from_form(state& form);

/// The first field that needs a text and has none.
std::optional<field> missing_field(const state& form);

} // namespace motcua::counter::console::appointments
