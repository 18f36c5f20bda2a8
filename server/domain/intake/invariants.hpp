#pragma once
// Why an event of the intake cannot follow, as a sentence without its subject; empty when it can.

#include "server/domain/findings.hpp"
#include "server/domain/site_state.hpp"

namespace motcua::domain {

std::string why_not(const site_state& state, const intake_suspended& body);
std::string why_not(const site_state& state, const intake_resumed& body);

} // namespace motcua::domain
