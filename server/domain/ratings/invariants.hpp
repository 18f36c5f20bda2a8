#pragma once
// What must hold of the ratings, and why an event of theirs cannot follow.

#include "server/domain/findings.hpp"
#include "server/domain/site_state.hpp"

namespace motcua::domain {

void check_ratings(findings& found, const site_state& state);

std::string why_not(const site_state& state, const visit_rated& body);
std::string why_not(const site_state& state, const remarks_erased& body);

} // namespace motcua::domain
