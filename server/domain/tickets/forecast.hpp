#pragma once
// How long a citizen will wait: the promise made to a ticket, and the finer forecast of the board.

#include "server/domain/site_state.hpp"

namespace motcua::domain {

/// The forecast follows the calling rule over this many waiting tickets at most, and leaves out those behind.
constexpr std::size_t forecast_tickets_max = 200;

/// The wait from `now` that a ticket for `service`, due at `due`, is promised: the work that the rule calls
/// before it at the counters it shares, divided among the counters that serve it. The open counters count;
/// where none of those serves it, the ones that are set up for it. 0 when there is none at all. O(services ·
/// log waiting).
seconds promised_wait(const site_state& state, const service_code& service, instant due, instant now);

struct service_forecast
{
    service_code service;
    int waiting{};
    /// What an ordinary ticket taken now would wait.
    seconds expected_wait{};
};

/// For each service of the site, found by running the calling rule forward from `now`: each counter that
/// becomes free takes the earliest due ticket that it may call and is busy for that service's time.
std::vector<service_forecast> service_forecasts(const site_state& state, instant now);

} // namespace motcua::domain
