#include "server/domain/tickets/arrive.hpp"

#include "base/require.hpp"
#include "server/domain/tickets/forecast.hpp"

namespace motcua::domain {

arrival arrive(const site_state& state, const service_code& service, priority_class priority, instant ready,
               instant now)
{
    const auto due = ready - head_start_of(state.settings().head_start, priority);
    base::require(due <= ready, "no head start is negative");
    const arrival joined{.ready = ready,
                         .due = due,
                         .ahead = state.waiting().ahead_of(service, due),
                         .expected_wait = promised_wait(state, service, due, now)};
    base::require(joined.expected_wait >= seconds{0}, "no promised wait is negative");
    return joined;
}

} // namespace motcua::domain
