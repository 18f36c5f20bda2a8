#include "server/rehearsal/rehearsal.hpp"

#include "server/rehearsal/commanded_site.hpp"
#include "server/rehearsal/day_player.hpp"

namespace motcua::rehearsal {

rehearsal::rehearsal(const site_plan& site, calling_rule rule)
    : rehearsal(site, rule, settings_of(site, rule.appointment_head_start))
{}

rehearsal::rehearsal(const site_plan& site, calling_rule rule, const domain::site_settings& settings)
    : site_(site), rule_(std::move(rule))
{
    commanded_site(state_, instant{}).must(domain::configure_site{settings});
}

void rehearsal::teach(const domain::learned& known)
{
    auto image = state_.image();
    image.learned = known;
    state_ = domain::site_state(std::move(image));
}

std::vector<visit> rehearsal::play(const day_plan& day, const watcher& watch)
{
    return day_player(state_, site_, day, rule_, watch).play();
}

} // namespace motcua::rehearsal
