#pragma once
// What a site looks like to the runs: which counters will call when, and whom.

#include "server/domain/forecast/run.hpp"

namespace motcua::domain {

/// All that one evaluation needs of the state. Refers to the state.
struct outlook
{
    outlook(const site_state& state, const forecast_moment& moment);

    const site_state& state;
    /// To the second: who asks within the same one gets the same answer.
    instant now;
    std::size_t services;
    /// By service, what a call takes of a counter.
    std::vector<milliseconds> turns;
    /// Those here and those to come, in calling order.
    std::vector<waiter> line;
    /// Those of the settings, in their order.
    std::vector<future_counter> counters;
    /// By counter: when a closed one opens, on this day or a later one.
    std::vector<std::optional<instant>> openings;
};

} // namespace motcua::domain
