#include "server/domain/intake/invariants.hpp"

namespace motcua::domain {

namespace {

bool is_of_no_service(const site_state& state, const std::optional<service_code>& service)
{
    return service && find_service(state.settings(), *service) == nullptr;
}

} // namespace

std::string why_not(const site_state& state, const intake_suspended& body)
{
    return is_of_no_service(state, body.service) ? "suspends a service that the site does not have" : "";
}

std::string why_not(const site_state& state, const intake_resumed& body)
{
    return is_of_no_service(state, body.service) ? "resumes a service that the site does not have" : "";
}

} // namespace motcua::domain
