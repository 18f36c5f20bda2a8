#pragma once
// The business day of a site, and how far back its clock is in doubt.

#include "server/domain/calendar/events.hpp"
#include "server/domain/calendar/time_zone.hpp"
#include "server/domain/settings/events.hpp"

#include <boost/describe/class.hpp>
#include <optional>

namespace motcua::domain {

struct site_calendar
{
    /// The business day that is open; none before the first, and between two.
    std::optional<local_day> day;
    /// The later of the two times of the last anchor: a claim of an earlier time may date from before it.
    instant clock_doubted_until;
    /// Of local time now.
    minutes utc_offset{};

    void on(const site_configured& body);
    void on(const utc_offset_changed& body);
    void on(const day_opened& body);
    void on(const day_closed& body);
    void on(const clock_anchored& body);
};
BOOST_DESCRIBE_STRUCT(site_calendar, (), (day, clock_doubted_until, utc_offset))

/// The business day that `at` belongs to, by local time in `zone` and the hour the site's day starts.
local_day business_day(const time_zone& zone, const site_settings& settings, instant at);

/// When business day `day` begins.
instant start_of_day(const time_zone& zone, const site_settings& settings, local_day day);

} // namespace motcua::domain
