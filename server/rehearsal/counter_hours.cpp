#include "server/rehearsal/counter_hours.hpp"

namespace motcua::rehearsal {

namespace {

using domain::day_hours;
using domain::minutes;
using namespace std::chrono_literals;

} // namespace

counter_kind draw_counter_kind(const draws& of_counter)
{
    const double drawn = of_counter.share("kind");
    if (drawn < 0.7) {
        return counter_kind::all_day;
    }
    if (drawn < 0.775) {
        return counter_kind::morning;
    }
    return drawn < 0.85 ? counter_kind::afternoon : counter_kind::busy_hours;
}

day_hours hours_of_site(minutes noon_ends) { return {{7h + 30min, 11h + 30min}, {noon_ends, 17h}}; }

day_hours hours_of(counter_kind kind, minutes noon_ends)
{
    auto all = hours_of_site(noon_ends);
    switch (kind) {
    case counter_kind::morning:
        return {all.front()};
    case counter_kind::afternoon:
        return {all.back()};
    case counter_kind::busy_hours:
        return {{8h, 10h + 30min}, {noon_ends, 15h + 30min}};
    default:
        return all;
    }
}

minutes length_of(const day_hours& hours)
{
    minutes sum{0};
    for (const auto& span : hours) {
        sum += span.to - span.from;
    }
    return sum;
}

} // namespace motcua::rehearsal
