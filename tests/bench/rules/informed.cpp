#include "tests/bench/rules/informed.hpp"

#include "server/rehearsal/calling_rule.hpp"

#include <algorithm>

namespace motcua::bench {

namespace {

using namespace std::chrono_literals;
using domain::faded_mean;
using domain::milliseconds;
using rehearsal::scaled;

/// Observations: with a memory of 60 a day of 50 leaves more than a third of them.
constexpr std::int64_t firmly = 1000;

faded_mean firm(double value)
{
    const auto weight = firmly * faded_mean::one;
    return {
        .start = 0, .weight = weight, .sum = static_cast<std::int64_t>(value * static_cast<double>(weight))};
}

faded_mean firm(rehearsal::duration length)
{
    return firm(static_cast<double>(std::chrono::duration_cast<milliseconds>(length).count()));
}

/// After half an hour of waiting.
constexpr double no_shows = 0.055;

/// Called and served: mostly the whole service, sometimes only until the officer gives up.
rehearsal::duration true_stay(const rehearsal::site_plan& site, const rehearsal::service_plan& service)
{
    double pace = 0;
    for (const auto& at : site.counters) {
        pace += at.pace / static_cast<double>(site.counters.size());
    }
    const double sent_on = site.transfer_share * 0.5 * 0.7;
    return scaled(35s + scaled(service.mean, pace * (1 - sent_on)), 1 - no_shows) + scaled(67s, no_shows);
}

rehearsal::duration true_gap(const rehearsal::site_plan& site)
{
    rehearsal::duration sum{0};
    for (const auto& at : site.counters) {
        sum += at.mean_gap;
    }
    return sum / static_cast<int>(site.counters.size()) + scaled(6min, 0.02);
}

} // namespace

domain::site_settings settings_with_rotas(const rehearsal::site_plan& site)
{
    auto settings = settings_of(site, rehearsal::own_rule().appointment_head_start);
    for (std::size_t i = 0; i < site.counters.size(); ++i) {
        const auto hours = hours_of(site.counters[i].kind, site.noon_ends);
        settings.counters[i].rota =
            domain::week_hours{.mon = hours, .tue = hours, .wed = hours, .thu = hours, .fri = hours};
    }
    return settings;
}

domain::learned true_means(const rehearsal::site_plan& site)
{
    domain::learned known;
    for (const auto& service : site.services) {
        known.stays.push_back({.service = service.code, .mean = firm(true_stay(site, service))});
    }
    known.gap = firm(true_gap(site));
    known.again = firm(site.transfer_share * domain::whole_share);
    known.pause = firm(rehearsal::duration{9min});
    known.open_time = 210h;
    known.paused_time = 9h;
    known.head_starts = {
        {.head_start = 30min, .share = firm(0.6 * site.priority_share * domain::whole_share)},
        {.head_start = 20min, .share = firm(0.4 * site.priority_share * domain::whole_share)}};
    return known;
}

} // namespace motcua::bench
