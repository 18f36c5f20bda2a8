#pragma once
// How good the site's own promise would be if it knew more: what its counters' rotas are, and how long things
// really take. Nothing that learns from a few days can do better than this.

#include "server/domain/forecast/learned.hpp"
#include "server/rehearsal/site_plan.hpp"

namespace motcua::bench {

/// The delivered settings, with the hours that each counter is meant to be open.
domain::site_settings settings_with_rotas(const rehearsal::site_plan& site);

/// What a site would have learned of this hall in years: the means that the days are drawn from. They are
/// held so firmly that a day does not move them much.
domain::learned true_means(const rehearsal::site_plan& site);

} // namespace motcua::bench
