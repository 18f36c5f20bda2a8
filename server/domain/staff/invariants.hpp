#pragma once
// What must hold of officers and sessions, and why an event of one cannot follow: a sentence without its
// subject.

#include "server/domain/findings.hpp"
#include "server/domain/site_state.hpp"

namespace motcua::domain {

/// Logins are unique, each session is of an account that may sign in, at most one sits at a counter.
void check_staff(findings& found, const site_state& state);

std::string why_not(const site_state& state, const staff_added& body);
std::string why_not(const site_state& state, const staff_changed& body);
std::string why_not(const site_state& state, const password_set& body);
std::string why_not(const site_state& state, const staff_signed_in& body);
std::string why_not(const site_state& state, const staff_signed_out& body);

} // namespace motcua::domain
