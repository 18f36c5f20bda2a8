#include "ui/format.hpp"

#include <catch2/catch.hpp>

using namespace motcua::ui;
using namespace std::chrono_literals;

namespace {

wall_time at(int year, unsigned month, unsigned day, std::chrono::seconds since_midnight)
{
    return std::chrono::local_days(std::chrono::year(year) / std::chrono::month(month) /
                                   std::chrono::day(day)) +
           since_midnight;
}

} // namespace

TEST_CASE("a time is written in 24 hours and a date with the day first")
{
    CHECK(clock_text(at(2026, 11, 23, 9h + 41min + 59s)) == "09:41");
    CHECK(clock_text(at(2026, 11, 23, 0s)) == "00:00");
    CHECK(date_text(at(2026, 11, 3, 1h)) == "03/11/2026");
}

TEST_CASE("the week begins on Monday and ends on Sunday")
{
    CHECK(weekday_key(at(2026, 11, 23, 0s)) == "weekday.1");
    CHECK(weekday_key(at(2026, 11, 29, 23h)) == "weekday.7");
}

TEST_CASE("a passed time is rounded down to whole minutes")
{
    CHECK(elapsed_minutes(59s) == 0);
    CHECK(elapsed_minutes(60s) == 1);
    CHECK(elapsed_minutes(119s) == 1);
    CHECK(elapsed_minutes(-5s) == 0);
}

TEST_CASE("a wait is shown outward to 5 minutes, and each end from 60 on to 10")
{
    CHECK(shown_range(12min, 26min) == wait_range{10, 30});
    CHECK(shown_range(15min, 30min) == wait_range{15, 30});
    CHECK(shown_range(14min + 59s, 30min + 1s) == wait_range{10, 35});
    CHECK(shown_range(58min, 60min) == wait_range{55, 60});
    CHECK(shown_range(58min, 60min + 1s) == wait_range{55, 70});
    CHECK(shown_range(66min, 81min) == wait_range{60, 90});
}

TEST_CASE("what ends by 5 minutes is shown as less than that")
{
    CHECK(shown_range(0s, 0s) == wait_range{0, 5});
    CHECK(shown_range(4min, 5min) == wait_range{0, 5});
    CHECK(shown_range(4min, 5min + 1s) == wait_range{0, 10});
    CHECK(shown_range(-5s, -5s) == wait_range{0, 5});
}

TEST_CASE("one figure for a wait is to the nearest 5 minutes")
{
    CHECK(nearest_minutes(-5s) == 0);
    CHECK(nearest_minutes(2min + 29s) == 0);
    CHECK(nearest_minutes(2min + 30s) == 5);
    CHECK(nearest_minutes(7min + 29s) == 5);
    CHECK(nearest_minutes(83min) == 85);
}

TEST_CASE("a running time shows hours only when there are some")
{
    CHECK(elapsed_text(252s) == "04:12");
    CHECK(elapsed_text(1h + 4min + 12s) == "1:04:12");
    CHECK(elapsed_text(-3s) == "00:00");
}

TEST_CASE("figures are grouped as the language does")
{
    CHECK(figure_text(13930, "vi") == "13.930");
    CHECK(figure_text(13930, "en") == "13,930");
    CHECK(figure_text(999, "vi") == "999");
    CHECK(figure_text(-1234567, "vi") == "-1.234.567");
}
