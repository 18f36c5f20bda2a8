#pragma once
// Whether a remembered answer still tells of the ticket that it was given for.

#include "server/domain/site_state.hpp"

#include <string>
#include <string_view>

namespace motcua::commands {

/// What is wrong with `body`, the answer of `site` to a change whose last event was `happened` and led to
/// `state`, as the end of a sentence; empty when nothing is. Of a change of a ticket the fields `id`,
/// `number` and `service` are looked at, which follow from the events alone; of any other nothing.
std::string wrong_in_answer(const std::string& site, const domain::site_state& state,
                            const domain::event& happened, std::string_view body);

} // namespace motcua::commands
