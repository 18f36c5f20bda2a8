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

TEST_CASE("an expected wait is rounded up to whole minutes, a passed one down")
{
    CHECK(expected_minutes(0s) == 0);
    CHECK(expected_minutes(1s) == 1);
    CHECK(expected_minutes(60s) == 1);
    CHECK(expected_minutes(61s) == 2);
    CHECK(expected_minutes(-5s) == 0);
    CHECK(elapsed_minutes(59s) == 0);
    CHECK(elapsed_minutes(60s) == 1);
    CHECK(elapsed_minutes(119s) == 1);
    CHECK(elapsed_minutes(-5s) == 0);
}

TEST_CASE("a long wait is given in hours, as finely as a forecast is good")
{
    CHECK(rounded(0s) == rounded_wait{0, 0});
    CHECK(rounded(89min) == rounded_wait{0, 89});
    CHECK(rounded(89min + 1s) == rounded_wait{1, 30});
    CHECK(rounded(104min) == rounded_wait{1, 30});
    CHECK(rounded(105min) == rounded_wait{2, 0});
    CHECK(rounded(150min) == rounded_wait{2, 30});
    CHECK(rounded(239min) == rounded_wait{4, 0});
    CHECK(rounded(4h + 29min) == rounded_wait{4, 0});
    CHECK(rounded(4h + 30min) == rounded_wait{5, 0});
    CHECK(rounded(915min) == rounded_wait{15, 0});
    CHECK(rounded(943min) == rounded_wait{16, 0});
    CHECK(hours_text({2, 30}, "vi") == "2,5");
    CHECK(hours_text({2, 30}, "en") == "2.5");
    CHECK(hours_text({15, 0}, "vi") == "15");
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
