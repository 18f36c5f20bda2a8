#pragma once
// Whether a stored answer still shows the ticket that it was given for.

#include "server/domain/site_state.hpp"

#include <string>
#include <string_view>

namespace motcua::commands {

/// The fault in `body`, the answer of `site` to a change whose last event was `happened` and led to `state`,
/// as the end of a sentence; empty if there is none. For a change of a ticket it compares the fields `id`,
/// `number` and `service`, which follow from the events alone; for any other change nothing.
std::string wrong_in_answer(const std::string& site, const domain::site_state& state,
                            const domain::event& happened, std::string_view body);

} // namespace motcua::commands
