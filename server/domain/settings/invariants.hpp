#pragma once
// Why new settings cannot follow, as a sentence without its subject; empty when they can.

#include "server/domain/findings.hpp"
#include "server/domain/site_state.hpp"

namespace motcua::domain {

std::string why_not(const site_state& state, const site_configured& body);

} // namespace motcua::domain
