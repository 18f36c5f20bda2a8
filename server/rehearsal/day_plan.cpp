#include "server/rehearsal/day_plan.hpp"

#include "base/require.hpp"
#include "server/domain/calendar/time_zone.hpp"
#include "server/rehearsal/day_people.hpp"

#include <algorithm>
#include <cmath>

namespace motcua::rehearsal {

namespace {

using namespace std::chrono_literals;
using domain::local_day;

/// A Monday; four days later no holiday has come.
constexpr local_day first_day{std::chrono::year{2026} / std::chrono::November / 23};

/// A counter pauses once per so much open time.
constexpr duration between_pauses = 3h + 30min;

std::vector<pause_plan> draw_pauses(const shift_plan& shift, const draws& chance)
{
    std::vector<pause_plan> pauses;
    auto at = shift.from;
    for (std::size_t i = 0;; ++i) {
        const auto own = chance.of("pause", i);
        at += scaled(between_pauses, own.exponential("from"));
        if (at >= shift.to) {
            return pauses;
        }
        pauses.push_back({.from = at, .length = own.lognormal("length", duration{9min}, 0.7)});
        at += pauses.back().length;
    }
}

counter_day make_counter_day(const counter_plan& at, domain::minutes noon_ends, const draws& own,
                             instant midnight)
{
    counter_day day{.pace = at.pace * std::exp(0.07 * own.normal("pace")), .mean_gap = at.mean_gap};
    std::size_t half = 0;
    for (const auto& span : hours_of(at.kind, noon_ends)) {
        const auto of_half = own.of("half", half++);
        if (of_half.chance("never", 0.04)) {
            continue;
        }
        const bool is_on_time = of_half.chance("on time", 0.3);
        const auto late = is_on_time ? duration{0} : scaled(3min, std::abs(of_half.normal("late")));
        shift_plan shift{.from = midnight + span.from + late, .to = midnight + span.to};
        shift.pauses = draw_pauses(shift, of_half);
        day.shifts.push_back(std::move(shift));
    }
    return day;
}

} // namespace

day_plan make_day(const site_plan& site, int number)
{
    base::require(number >= 1, "days count from 1");
    // Weekends are skipped.
    const int weeks = (number - 1) / 5;
    const draws chance = draws(site.seed).of("day", static_cast<std::uint64_t>(number));
    day_plan made_up{.seed = site.seed + static_cast<std::uint64_t>(number),
                     .day = first_day + std::chrono::days{7 * weeks + (number - 1) % 5}};
    const auto midnight = domain::to_instant(domain::zone_of_vietnam(), domain::local_time{made_up.day});
    add_people(made_up, site, chance, midnight);
    for (std::size_t i = 0; i < site.counters.size(); ++i) {
        made_up.counters.push_back(
            make_counter_day(site.counters[i], site.noon_ends, chance.of("counter", i), midnight));
    }
    return made_up;
}

double no_show_chance(duration waited)
{
    const double hours = std::chrono::duration<double, std::ratio<3600>>(waited).count();
    return 0.03 + 0.05 * std::min(1.0, hours);
}

} // namespace motcua::rehearsal
