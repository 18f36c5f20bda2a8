#include "base/require.hpp"
#include "server/domain/calendar/calendar.hpp"

#include <algorithm>

namespace motcua::domain {

using base::require;

void site_calendar::on(const site_configured& body) { utc_offset = body.utc_offset; }

void site_calendar::on(const utc_offset_changed& body) { utc_offset = body.utc_offset; }

void site_calendar::on(const day_opened& body)
{
    require(!day, "a day opens when the one before it is closed");
    day = body.day;
}

void site_calendar::on(const day_closed& body)
{
    require(day == body.day, "the day that closes is the one that is open");
    day.reset();
}

void site_calendar::on(const clock_anchored& body)
{
    clock_doubted_until = std::max(body.before, body.after);
}

local_day business_day(const time_zone& zone, const site_settings& settings, instant at)
{
    return std::chrono::floor<std::chrono::days>(to_local(zone, at) - settings.day_starts_minutes);
}

instant start_of_day(const time_zone& zone, const site_settings& settings, local_day day)
{
    return first_instant(zone, day + settings.day_starts_minutes);
}

} // namespace motcua::domain
