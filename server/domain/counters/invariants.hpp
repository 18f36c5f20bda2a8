#pragma once
// What must hold of counters, and why an event of one cannot follow: a sentence without its subject.

#include "server/domain/findings.hpp"
#include "server/domain/site_state.hpp"

namespace motcua::domain {

/// A counter has one ticket at most, and no other has it.
void check_counters(findings& found, const site_state& state);

std::string why_not(const site_state& state, const counter_opened& body);
std::string why_not(const site_state& state, const counter_paused& body);
std::string why_not(const site_state& state, const counter_closed& body);
std::string why_not(const site_state& state, const console_connected& body);
std::string why_not(const site_state& state, const console_lost& body);

} // namespace motcua::domain
