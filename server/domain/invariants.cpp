#include "server/domain/invariants.hpp"

#include "server/domain/appointments/invariants.hpp"
#include "server/domain/calendar/invariants.hpp"
#include "server/domain/counters/invariants.hpp"
#include "server/domain/devices/invariants.hpp"
#include "server/domain/intake/invariants.hpp"
#include "server/domain/number_blocks/invariants.hpp"
#include "server/domain/ratings/invariants.hpp"
#include "server/domain/settings/invariants.hpp"
#include "server/domain/staff/invariants.hpp"
#include "server/domain/tickets/invariants.hpp"

namespace motcua::domain {

std::vector<std::string> broken_invariants(const site_state& state)
{
    findings found;
    check_tickets(found, state);
    check_counters(found, state);
    check_blocks(found, state);
    check_staff(found, state);
    check_devices(found, state);
    check_appointments(found, state);
    check_ratings(found, state);
    return found.take();
}

std::string broken_step(const site_state& state, const event& next)
{
    if (next.seq != state.seq() + 1) {
        return "does not follow event " + std::to_string(state.seq());
    }
    if (next.at < state.last_event_at() && !std::holds_alternative<clock_anchored>(next.body)) {
        return "is earlier than the one before it";
    }
    return std::visit([&](const auto& body) { return why_not(state, body); }, next.body);
}

} // namespace motcua::domain
