#pragma once
// What a ticket gets when it joins the queue, however it came: at a kiosk, or printed while the server was
// away.

#include "server/domain/commands.hpp"
#include "server/domain/site_state.hpp"

namespace motcua::domain {

struct arrival
{
    /// From when on the citizen can be called.
    instant ready;
    /// The calling rule's key: ready less the head start.
    instant due;
    /// How many waiting tickets are called before it, at the counters that it shares with them.
    int ahead{};
    /// What the citizen is told, counted from `ready`.
    forecast promise;
};

/// The place and the promise of a ticket for `service`, with `priority`, that joins the queue at the moment
/// of `ctx` and whose ready time is `ready`. The calling rule: design.md. Costs a forecast.
arrival arrive(const site_state& state, const service_code& service, priority_class priority, instant ready,
               const context& ctx);

} // namespace motcua::domain
