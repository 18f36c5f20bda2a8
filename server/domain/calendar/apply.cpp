#include "base/require.hpp"
#include "server/domain/calendar/calendar.hpp"

#include <algorithm>

namespace motcua::domain {

using base::require;

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

local_day business_day(const site_settings& settings, instant at)
{
    const auto local = at.time_since_epoch() + settings.utc_offset - settings.day_starts;
    return local_day{std::chrono::floor<std::chrono::days>(local)};
}

instant start_of_day(const site_settings& settings, local_day day)
{
    return instant{day.time_since_epoch() + settings.day_starts - settings.utc_offset};
}

} // namespace motcua::domain
