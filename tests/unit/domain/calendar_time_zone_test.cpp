// Local time by the transitions of a zone.

#include "calendar_days.hpp"

#include "server/domain/calendar/calendar.hpp"

using namespace motcua::domain;

namespace {

constexpr instant utc(int year, int month, int day_of_month, minutes time)
{
    return instant{day(year, month, day_of_month).time_since_epoch() + time};
}

/// Clocks are set forward at 02:00 to 03:00 on 29 March, and back at 03:00 to 02:00 on 25 October 2026.
const time_zone berlin{.name = "Europe/Berlin",
                       .first_offset = 1h,
                       .transitions = {{.from = utc(2026, 3, 29, 1h), .offset = 2h},
                                       {.from = utc(2026, 10, 25, 1h), .offset = 1h}}};

const time_zone ha_noi{.name = "UTC+07:00", .first_offset = 7h, .transitions = {}};

} // namespace

TEST_CASE("a zone without transitions has one offset")
{
    const auto at = utc(2026, 11, 23, 1h + 5min);
    CHECK(offset_at(ha_noi, at) == 7h);
    CHECK(to_local(ha_noi, at) == day(2026, 11, 23) + 8h + 5min);
    CHECK(to_instant(ha_noi, day(2026, 11, 23) + 8h + 5min) == at);
}

TEST_CASE("an offset holds from its transition on")
{
    CHECK(offset_at(berlin, utc(2026, 3, 29, 1h) - 1us) == 1h);
    CHECK(offset_at(berlin, utc(2026, 3, 29, 1h)) == 2h);
    CHECK(to_local(berlin, utc(2026, 3, 29, 1h) - 1us) == day(2026, 3, 29) + 2h - 1us);
    CHECK(to_local(berlin, utc(2026, 3, 29, 1h)) == day(2026, 3, 29) + 3h);
    CHECK(offset_at(berlin, utc(2026, 12, 1, 0h)) == 1h);
}

TEST_CASE("a time that the clocks skip moves forward")
{
    CHECK(to_instant(berlin, day(2026, 3, 29) + 2h - 1us) == utc(2026, 3, 29, 1h) - 1us);
    CHECK(to_instant(berlin, day(2026, 3, 29) + 2h) == utc(2026, 3, 29, 1h));
    CHECK(to_instant(berlin, day(2026, 3, 29) + 2h + 30min) == utc(2026, 3, 29, 1h + 30min));
    CHECK(to_instant(berlin, day(2026, 3, 29) + 3h) == utc(2026, 3, 29, 1h));
}

TEST_CASE("a business day that begins at a time which the clocks skip begins when they have")
{
    CHECK(first_instant(berlin, day(2026, 3, 29) + 2h + 30min) == utc(2026, 3, 29, 1h));
    CHECK(first_instant(berlin, day(2026, 3, 29) + 3h) == utc(2026, 3, 29, 1h));
    CHECK(first_instant(berlin, day(2026, 3, 29) + 1h) == utc(2026, 3, 29, 0h));
    CHECK(first_instant(berlin, day(2026, 10, 25) + 2h + 30min) == utc(2026, 10, 25, 30min));
    site_settings settings;
    settings.day_starts_minutes = 150min;
    const auto begins = start_of_day(berlin, settings, day(2026, 3, 29));
    CHECK(business_day(berlin, settings, begins) == day(2026, 3, 29));
    CHECK(business_day(berlin, settings, begins - 1us) == day(2026, 3, 28));
}

TEST_CASE("of a time that the clocks show twice the first is meant")
{
    CHECK(to_instant(berlin, day(2026, 10, 25) + 2h - 1us) == utc(2026, 10, 25, 0h) - 1us);
    CHECK(to_instant(berlin, day(2026, 10, 25) + 2h + 30min) == utc(2026, 10, 25, 30min));
    CHECK(to_instant(berlin, day(2026, 10, 25) + 3h) == utc(2026, 10, 25, 2h));
}

TEST_CASE("every instant is found again from its local time, but for the hour that comes twice")
{
    for (auto at = utc(2026, 1, 1, 0h); at < utc(2027, 1, 1, 0h); at += 15min) {
        const auto again = to_instant(berlin, to_local(berlin, at));
        const auto is_second = utc(2026, 10, 25, 1h) <= at && at < utc(2026, 10, 25, 2h);
        if (again != (is_second ? at - 1h : at)) {
            FAIL(at.time_since_epoch().count());
        }
    }
}
