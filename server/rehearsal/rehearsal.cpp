#include "server/rehearsal/rehearsal.hpp"

#include "server/rehearsal/commanded_site.hpp"
#include "server/rehearsal/day_player.hpp"

namespace motcua::rehearsal {

rehearsal::rehearsal(const site_plan& site, calling_rule rule) : site_(site), rule_(std::move(rule))
{
    commanded_site(state_, instant{})
        .must(domain::configure_site{settings_of(site_, rule_.appointment_head_start)});
}

std::vector<visit> rehearsal::play(const day_plan& day, const watcher& watch)
{
    return day_player(state_, site_, day, rule_, watch).play();
}

} // namespace motcua::rehearsal
