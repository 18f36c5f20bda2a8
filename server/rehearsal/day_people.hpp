#pragma once
// Who comes on a made-up day.

#include "server/rehearsal/day_plan.hpp"

namespace motcua::rehearsal {

/// Adds people and bookings to `day`, whose local midnight is `midnight`.
void add_people(day_plan& day, const site_plan& site, const draws& chance, instant midnight);

} // namespace motcua::rehearsal
