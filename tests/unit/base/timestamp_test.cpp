#include "base/timestamp.hpp"

#include <catch2/catch.hpp>

using namespace motcua::base;
using namespace std::chrono_literals;

TEST_CASE("an instant is written with the site's offset and read back")
{
    const timestamp sent{std::chrono::sys_days{std::chrono::year{2026} / 11 / 23} + 1h + 5min, 420min};
    CHECK(format_timestamp(sent) == "2026-11-23T08:05:00+07:00");
    CHECK(parse_timestamp("2026-11-23T08:05:00+07:00").value() == sent);
    CHECK(parse_timestamp("2026-11-23T01:05:00.999Z").value().at == sent.at);
    CHECK(format_timestamp({sent.at, -210min}) == "2026-11-22T21:35:00-03:30");
}

TEST_CASE("what is not an instant is refused")
{
    for (const auto* text :
         {"", "2026-11-23", "2026-11-23T08:05:00", "2026-11-23T24:05:00Z", "2026-02-30T08:05:00Z",
          "2026-11-23T08:05:00.Z", "2026-11-23T08:05:00+0700", "2026-11-23T08:05:00+07:00x"}) {
        INFO(text);
        CHECK(parse_timestamp(text).has_error());
    }
}

TEST_CASE("a day is one that the calendar has")
{
    CHECK(format_day(parse_day("2028-02-29").value()) == "2028-02-29");
    for (const auto* text : {"2026-02-29", "2026-13-01", "2026-1-1", "20261123", "2026-11-23 ", ""}) {
        INFO(text);
        CHECK(parse_day(text).has_error());
    }
}

TEST_CASE("the time on the site's wall is the instant with its offset")
{
    using namespace std::chrono;
    const auto t = parse_timestamp("2026-11-23T09:41:00+07:00");
    REQUIRE(t.has_value());
    CHECK(wall_time(*t) == local_days(year(2026) / November / 23) + 9h + 41min);
}
