#pragma once
// What a ticket gets when it joins the queue, however it came: at a kiosk, or printed while the server was
// away.

#include "server/domain/site_state.hpp"

namespace motcua::domain {

struct arrival
{
    /// From when on the citizen can be called.
    instant ready;
    /// The calling rule's key: ready less the head start.
    instant due;
    /// How many waiting tickets of the service are called before it.
    int ahead{};
    /// What the citizen is promised, counted from now.
    seconds expected_wait{};
};

/// The place and the promise of a ticket for `service`, with `priority`, that joins the queue at `now` and
/// whose ready time is `ready`. The calling rule: design.md. O(services · log waiting).
arrival arrive(const site_state& state, const service_code& service, priority_class priority, instant ready,
               instant now);

} // namespace motcua::domain
