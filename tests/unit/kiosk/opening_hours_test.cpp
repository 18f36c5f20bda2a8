#include "kiosk/opening_hours.hpp"
#include "tests/unit/kiosk/sample.hpp"

#include <catch2/catch.hpp>

using namespace motcua;
using namespace motcua::kiosk;
using namespace std::chrono_literals;

TEST_CASE("a wait reaches across a break when it begins before it and ends after it")
{
    const auto hours = test::hours_with_noon();
    const auto noon = closed_span{hours.day + 11h + 30min, hours.day + 13h};
    CHECK(break_across(hours, hours.day + 11h + 20min, hours.day + 13h + 10min) == noon);
    CHECK(break_across(hours, hours.day + 11h + 29min, hours.day + 13h) == noon);
    CHECK_FALSE(break_across(hours, hours.day + 11h + 30min, hours.day + 13h + 10min));
    CHECK_FALSE(break_across(hours, hours.day + 11h + 20min, hours.day + 12h + 59min));
    CHECK_FALSE(break_across(hours, hours.day + 13h, hours.day + 14h));
    CHECK_FALSE(break_across({}, hours.day + 11h + 20min, hours.day + 13h + 10min));
}
