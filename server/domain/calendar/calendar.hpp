#pragma once
// The business day of a site, and how far back its clock is in doubt.

#include "server/domain/calendar/events.hpp"
#include "server/domain/settings/settings.hpp"

#include <boost/describe/class.hpp>
#include <optional>

namespace motcua::domain {

struct site_calendar
{
    /// The business day that is open; none before the first, and between two.
    std::optional<local_day> day;
    /// The later of the two times of the last anchor: a claim of an earlier time may date from before it.
    instant clock_doubted_until;

    void on(const day_opened& body);
    void on(const day_closed& body);
    void on(const clock_anchored& body);
};
BOOST_DESCRIBE_STRUCT(site_calendar, (), (day, clock_doubted_until))

/// The business day that `at` belongs to, by the site's offset and the hour its day starts.
local_day business_day(const site_settings& settings, instant at);

/// When business day `day` begins.
instant start_of_day(const site_settings& settings, local_day day);

} // namespace motcua::domain
