#include "server/domain/intake/invariants.hpp"

#include <algorithm>

namespace motcua::domain {

std::string why_not(const site_state& state, const intake_suspended& body)
{
    const bool unknown = body.service && find_service(state.settings(), *body.service) == nullptr;
    return unknown ? "suspends a service that the site does not have" : "";
}

std::string why_not(const site_state& state, const intake_resumed& body)
{
    const bool stands = std::ranges::count(state.suspensions(), body.service, &suspension::service) > 0;
    return stands ? "" : "resumes what was not suspended";
}

} // namespace motcua::domain
