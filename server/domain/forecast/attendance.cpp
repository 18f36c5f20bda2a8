#include "server/domain/forecast/attendance.hpp"

#include "server/domain/calendar/opening_hours.hpp"

#include <algorithm>

namespace motcua::domain {

namespace {

using std::chrono::days;

constexpr minutes midnight{24 * 60};

/// From the opening of a counter to its first call.
constexpr minutes settling_in{1};
/// A counter that is late by less comes soon; one that is later does not come.
constexpr minutes late_max{12};
constexpr minutes late_guess{3};

day_hours part_between(const day_hours& hours, minutes from, minutes to)
{
    day_hours part;
    for (const auto& span : hours) {
        const time_span both{.from = std::max(span.from, from), .to = std::min(span.to, to)};
        if (both.from < both.to) {
            part.push_back(both);
        }
    }
    return part;
}

/// Adds the hours of one half of a day, `site`, as the counter keeps them.
void add_half(day_hours& hours, const day_hours& site, const std::optional<presence>& known)
{
    if (site.empty()) {
        return;
    }
    if (!known || (!known->from && !known->to)) {
        hours.insert(hours.end(), site.begin(), site.end());
        return;
    }
    const time_span kept{.from = known->from.value_or(site.front().from),
                         .to = known->to.value_or(site.back().to)};
    if (kept.from < kept.to) {
        hours.push_back(kept);
    }
}

bool is_inside(const calling_span& span, instant now) { return span.from <= now && now < span.to; }

} // namespace

counter_hours::counter_hours(const site_state& state, const forecast_moment& moment)
    : state_(state), moment_(moment), day_(business_day(moment.zone, state.settings(), moment.now)),
      site_hours_(domain::hours_of(state.settings(), day_))
{}

day_hours counter_hours::local_hours_of(const counter_settings& setup) const
{
    if (setup.rota) {
        return domain::hours_of(state_.settings(), day_, setup.rota);
    }
    if (site_hours_ == day_hours{{.from = minutes{0}, .to = midnight}}) {
        return {};
    }
    const auto& known = state_.known().hours;
    const auto found = std::ranges::find(known, setup.code, &learned_hours::counter);
    if (found == known.end()) {
        return site_hours_;
    }
    day_hours hours;
    add_half(hours, part_between(site_hours_, minutes{0}, noon), found->morning);
    add_half(hours, part_between(site_hours_, noon, midnight), found->afternoon);
    return hours;
}

std::vector<calling_span> counter_hours::hours_of(const counter_settings& setup) const
{
    std::vector<calling_span> hours;
    for (const auto& span : local_hours_of(setup)) {
        const calling_span one{.from = to_instant(moment_.zone, day_ + span.from),
                               .to = to_instant(moment_.zone, day_ + span.to),
                               .opens_at = {}};
        if (!hours.empty() && one.from <= hours.back().to) {
            hours.back().to = std::max(hours.back().to, one.to);
        } else {
            hours.push_back(one);
        }
    }
    return hours;
}

/// A counter that is open outside its own hours goes on until the site's next break.
instant counter_hours::end_outside_hours() const
{
    const auto end_of_day = start_of_day(moment_.zone, state_.settings(), day_ + days{1});
    if (site_hours_ == day_hours{{.from = minutes{0}, .to = midnight}}) {
        return end_of_day;
    }
    for (const auto& span : site_hours_) {
        const auto end = to_instant(moment_.zone, day_ + span.to);
        if (moment_.now < end) {
            return end;
        }
    }
    return end_of_day;
}

std::vector<calling_span> counter_hours::spans_of(const counter& at, const counter_settings& setup) const
{
    const auto now = moment_.now;
    std::vector<calling_span> spans;
    const auto hours = hours_of(setup);
    const auto present =
        std::ranges::find_if(hours, [now](const auto& span) { return is_inside(span, now); });
    if (at.state != counter_state::closed) {
        spans.push_back(
            {.from = now, .to = present == hours.end() ? end_outside_hours() : present->to, .opens_at = now});
    } else if (present != hours.end() && now - present->from < late_max && at.since <= present->from &&
               now + late_guess < present->to) {
        spans.push_back({.from = now + late_guess, .to = present->to, .opens_at = now + late_guess});
    }
    for (const auto& later : hours) {
        const bool is_next = later.from > now && (spans.empty() || later.from > spans.back().to);
        if (is_next && later.from + settling_in < later.to) {
            spans.push_back({.from = later.from + settling_in, .to = later.to, .opens_at = later.from});
        }
    }
    return spans;
}

std::optional<instant> counter_hours::opens_after_today(const counter_settings& setup) const
{
    const local_time end_of_day = day_ + midnight;
    const auto opens = next_opening(state_.settings(), end_of_day - local_time::duration{1}, setup.rota);
    return opens ? std::optional{to_instant(moment_.zone, *opens)} : std::nullopt;
}

} // namespace motcua::domain
