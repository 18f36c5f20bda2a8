#include "server/domain/decide.hpp"

namespace motcua::domain {

namespace {

bool is_unknown(const site_state& state, const std::optional<service_code>& service)
{
    return service && find_service(state.settings(), *service) == nullptr;
}

} // namespace

decision decide(const site_state& state, const suspend_intake& wanted, const context& ctx)
{
    if (is_unknown(state, wanted.service)) {
        return refusal{.code = refusal_code::unknown_service};
    }
    if (wanted.until && *wanted.until <= ctx.now) {
        return refusal{.code = refusal_code::out_of_range, .field = "until"};
    }
    return std::vector<event_body>{
        intake_suspended{.service = wanted.service, .reason = wanted.reason, .until = wanted.until}};
}

decision decide(const site_state& state, const resume_intake& wanted, const context&)
{
    if (is_unknown(state, wanted.service)) {
        return refusal{.code = refusal_code::unknown_service};
    }
    return std::vector<event_body>{intake_resumed{.service = wanted.service}};
}

} // namespace motcua::domain
