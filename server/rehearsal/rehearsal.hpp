#pragma once
// Plays days of a made-up hall through the site's own commands: a `site_state`, decide() and apply(), on a
// clock that jumps from one thing that happens to the next. No journal, no thread.

#include "server/domain/forecast/forecast.hpp"
#include "server/domain/site_state.hpp"
#include "server/rehearsal/calling_rule.hpp"
#include "server/rehearsal/day_plan.hpp"
#include "server/rehearsal/visit.hpp"

#include <functional>
#include <span>
#include <vector>

namespace motcua::rehearsal {

/// Someone at the kiosk, whose ticket the state does not hold yet.
struct arrival
{
    /// A place in day_plan::people.
    std::size_t person{};
    domain::service_code service;
    instant now;
    instant due;
    /// The start of the appointment that is checked in.
    std::optional<instant> booked;
    /// That nobody has checked in for yet: of the whole day, in order of their start.
    std::span<const domain::expected_booking> bookings;
    /// The booked starts of those who wait.
    std::span<const instant> booked_and_waiting;
};

/// Sees each arrival, to promise a wait for it.
using watcher = std::function<void(const domain::site_state& state, const arrival& who)>;

/// One hall under one rule. What the site learns on a day it knows on the next.
class rehearsal
{
public:
    rehearsal(const site_plan& site, calling_rule rule);
    /// With other settings than those of the office.
    rehearsal(const site_plan& site, calling_rule rule, const domain::site_settings& settings);

    /// From now on the site knows `known` instead of what it has learned.
    void teach(const domain::learned& known);

    /// Plays the next day. Its visits are in the order of day_plan::people. Days must follow each other.
    std::vector<visit> play(const day_plan& day, const watcher& watch = {});

    const domain::site_state& state() const { return state_; }

private:
    site_plan site_;
    calling_rule rule_;
    domain::site_state state_;
};

} // namespace motcua::rehearsal
