#include "server/domain/intake/availability.hpp"

#include "base/require.hpp"
#include "server/domain/calendar/opening_hours.hpp"
#include "server/domain/site_state.hpp"

#include <algorithm>

namespace motcua::domain {

namespace {

/// The hours of one service, in local time.
class hours_at_site
{
public:
    hours_at_site(const site_settings& site, const service_settings& service, const time_zone& zone)
        : site_(site), own_(service.hours), zone_(zone)
    {}

    bool is_open(instant at) const { return domain::is_open(site_, to_local(zone_, at), own_); }

    /// The first opening after `at`.
    std::optional<instant> next_opening(instant at) const
    {
        const auto found = domain::next_opening(site_, to_local(zone_, at), own_);
        return found ? std::optional{to_instant(zone_, *found)} : std::nullopt;
    }

    /// When the last hours of the local day of `at` end; none where they go on into the next.
    std::optional<instant> end_of_day(instant at) const
    {
        const auto day = std::chrono::floor<std::chrono::days>(to_local(zone_, at));
        const auto end = last_closing(site_, day, own_);
        return end ? std::optional{to_instant(zone_, *end)} : std::nullopt;
    }

private:
    const site_settings& site_;
    const std::optional<week_hours>& own_;
    const time_zone& zone_;
};

/// The tickets of today that count towards the quota: those given back do not, nor do appointments, which
/// have places of their own.
int used_quota(const site_state& state, const service_code& service)
{
    return static_cast<int>(std::ranges::count_if(state.tickets(), [&](const ticket& today) {
        return today.series == service && today.day == state.day() &&
               today.state != ticket_state::cancelled && today.channel != ticket_channel::appointment;
    }));
}

} // namespace

const suspension* suspension_of(const site_state& state, const service_code& service, instant now)
{
    const auto* of_site = state.find_suspension(std::nullopt, now);
    return of_site != nullptr ? of_site : state.find_suspension(service, now);
}

std::optional<stop> stop_of(const site_state& state, const service_code& service, instant now)
{
    if (const auto* suspended = suspension_of(state, service, now)) {
        return stop{.reason = suspended->reason, .until = suspended->until};
    }
    if (const auto* closed = state.appointments().find_closure(service, now)) {
        return stop{.reason = closed->reason, .until = closed->to};
    }
    return std::nullopt;
}

bool is_quota_used(const site_state& state, const service_settings& service)
{
    return service.daily_quota && used_quota(state, service.code) >= *service.daily_quota;
}

bool is_over_today(const site_state& state, const service_settings& service, const time_zone& zone,
                   instant now)
{
    const auto end = hours_at_site(state.settings(), service, zone).end_of_day(now);
    return end && now >= *end - service.last_ticket_before_close_min;
}

availability availability_of(const site_state& state, const service_settings& service, const time_zone& zone,
                             instant now)
{
    const auto& settings = state.settings();
    const hours_at_site hours(settings, service, zone);
    if (const auto suspended = stop_of(state, service.code, now)) {
        availability found{.state = intake_state::suspended,
                           .refused = refusal_code::suspended,
                           .reason = suspended->reason,
                           .until = suspended->until,
                           .opens_at = suspended->until};
        if (suspended->until && !hours.is_open(*suspended->until)) {
            found.opens_at = hours.next_opening(*suspended->until);
        }
        return found;
    }
    if (!hours.is_open(now)) {
        return {.state = intake_state::closed,
                .refused = refusal_code::closed,
                .reason = {},
                .until = {},
                .opens_at = hours.next_opening(now)};
    }
    if (is_over_today(state, service, zone, now)) {
        return {.state = intake_state::closed,
                .refused = refusal_code::too_late_today,
                .reason = {},
                .until = {},
                .opens_at = hours.next_opening(*hours.end_of_day(now))};
    }
    if (is_quota_used(state, service)) {
        base::require(state.day().has_value(), "a quota is of the day that is open");
        const auto next_day = start_of_day(zone, settings, *state.day() + std::chrono::days{1});
        return {.state = intake_state::full,
                .refused = refusal_code::quota_used,
                .reason = {},
                .until = {},
                .opens_at = hours.is_open(next_day) ? std::optional{next_day} : hours.next_opening(next_day)};
    }
    return {.state = intake_state::open, .refused = {}, .reason = {}, .until = {}, .opens_at = {}};
}

refusal refusal_of(const availability& found)
{
    base::require(found.refused.has_value(), "a service that is open refuses no ticket");
    return {.code = *found.refused, .why = found.reason, .opens_at = found.opens_at, .until = found.until};
}

} // namespace motcua::domain
