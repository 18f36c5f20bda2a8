#pragma once
// Why an event of the calendar cannot follow, as a sentence without its subject; empty when it can.

#include "server/domain/findings.hpp"
#include "server/domain/site_state.hpp"

namespace motcua::domain {

std::string why_not(const site_state& state, const clock_anchored& body);
std::string why_not(const site_state& state, const utc_offset_changed& body);
std::string why_not(const site_state& state, const day_opened& body);
std::string why_not(const site_state& state, const day_closed& body);

} // namespace motcua::domain
