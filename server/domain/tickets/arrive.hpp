#pragma once
// What a ticket gets when it joins the queue, however it came: at a kiosk, printed while the server was away,
// or with an appointment.

#include "server/domain/commands.hpp"
#include "server/domain/site_state.hpp"

namespace motcua::domain {

/// Who joins the queue, and with which place.
struct joiner
{
    const service_code& service;
    /// In the past for a slip that was printed while the server was away, in the future for somebody who is
    /// early for an appointment.
    instant ready;
    minutes head_start{};
};

struct arrival
{
    /// From when on the citizen can be called.
    instant ready;
    /// The calling rule's key: ready less the head start.
    instant due;
    /// How many waiting tickets are called before it, at the counters that it shares with them.
    int ahead{};
    /// What the citizen is told, counted from `ready`, or from now if that is earlier.
    forecast promise;
};

/// The place and the promise of a ticket that joins the queue at the moment of `ctx`. The calling rule:
/// design.md. Costs a forecast.
arrival arrive(const site_state& state, const joiner& who, const context& ctx);

} // namespace motcua::domain
