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

TEST_CASE("a time is told in 24 hours and a date with the day first")
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

TEST_CASE("a wait is rounded up to whole minutes")
{
    CHECK(minutes_of(0s) == 0);
    CHECK(minutes_of(1s) == 1);
    CHECK(minutes_of(60s) == 1);
    CHECK(minutes_of(61s) == 2);
    CHECK(minutes_of(-5s) == 0);
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
