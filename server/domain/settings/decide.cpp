#include "server/domain/decide.hpp"

#include <algorithm>

namespace motcua::domain {

namespace {

/// Whether `settings` leave out a counter or service that a ticket of today still needs.
bool strands_a_ticket(const site_state& state, const site_settings& settings)
{
    return std::ranges::any_of(state.tickets(), [&](const ticket& today) {
        // A no-show may come back.
        if (is_finished(today.state) && today.state != ticket_state::no_show) {
            return false;
        }
        const auto gone = [&](const std::optional<counter_code>& code) {
            return code && find_counter(settings, *code) == nullptr;
        };
        return find_service(settings, today.service) == nullptr || gone(today.counter) ||
               gone(today.reserved_for);
    });
}

} // namespace

decision decide(const site_state& state, const configure_site& wanted, const context&)
{
    if (const auto fault = first_fault(wanted.settings)) {
        return refusal{refusal_code::invalid_settings, fault->field};
    }
    if (strands_a_ticket(state, wanted.settings)) {
        return refusal{refusal_code::invalid_settings}; // no field is wrong by itself
    }
    return std::vector<event_body>{site_configured{wanted.settings}};
}

} // namespace motcua::domain
