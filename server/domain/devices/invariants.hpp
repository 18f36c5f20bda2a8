#pragma once
// What must hold of devices, and why an event of one cannot follow: a sentence without its subject.

#include "server/domain/findings.hpp"
#include "server/domain/site_state.hpp"

namespace motcua::domain {

/// Their names are unique, and each was added by an event of its own.
void check_devices(findings& found, const site_state& state);

std::string why_not(const site_state& state, const device_added& body);
std::string why_not(const site_state& state, const device_token_taken& body);
std::string why_not(const site_state& state, const device_revoked& body);

} // namespace motcua::domain
