#pragma once
// How long a citizen will wait: what a ticket is promised, and the finer forecast of the hall board.

#include "server/domain/site_state.hpp"

namespace motcua::domain {

/// The forecast follows the calling rule over at most this many waiting tickets; more are taken as alike.
constexpr std::size_t forecast_tickets_max = 200;

/// What a ticket for `service` that is due at `due` is promised at issue: the work that the rule calls before
/// it on the counters it shares, divided among the counters that serve it. Counters that are open count;
/// where none that serves it is open, those that are set up for it. O(services · log waiting).
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
std::vector<service_forecast> forecast(const site_state& state, instant now);

} // namespace motcua::domain
