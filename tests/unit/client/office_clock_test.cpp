#include "client/office_clock.hpp"

#include <catch2/catch.hpp>

using namespace motcua::client;
using namespace std::chrono_literals;

namespace {

constexpr std::chrono::local_seconds quarter_to_ten =
    std::chrono::local_days{std::chrono::year{2026} / 11 / 23} + 9h + 45min;
constexpr office_clock::moment at_start{1000s};

} // namespace

TEST_CASE("a clock that the server never set knows no time")
{
    const office_clock clock;
    CHECK_FALSE(clock.at(at_start));
    CHECK_FALSE(clock.set_at());
}

TEST_CASE("the office's time goes on with the steady clock, in whole seconds")
{
    office_clock clock;
    clock.set(quarter_to_ten, at_start);
    CHECK(clock.at(at_start) == quarter_to_ten);
    CHECK(clock.at(at_start + 999ms) == quarter_to_ten);
    CHECK(clock.at(at_start + 1s) == quarter_to_ten + 1s);
    CHECK(clock.at(at_start + 24h) == quarter_to_ten + 24h);
    CHECK(clock.at(at_start - 1ms) == quarter_to_ten - 1s);
    CHECK(clock.set_at() == at_start);
}

TEST_CASE("the last report counts, later or earlier than the one before")
{
    office_clock clock;
    clock.set(quarter_to_ten, at_start);
    clock.set(quarter_to_ten + 5min, at_start + 1min);
    CHECK(clock.at(at_start + 2min) == quarter_to_ten + 6min);
    clock.set(quarter_to_ten, at_start + 2min);
    CHECK(clock.at(at_start + 2min + 1s) == quarter_to_ten + 1s);
    CHECK(clock.set_at() == at_start + 2min);
}

TEST_CASE("a screen with hours and minutes changes with the minute, and when the time becomes known")
{
    CHECK_FALSE(shows_another_minute({}, {}));
    CHECK(shows_another_minute({}, quarter_to_ten));
    CHECK(shows_another_minute(quarter_to_ten, {}));
    CHECK_FALSE(shows_another_minute(quarter_to_ten, quarter_to_ten + 59s));
    CHECK(shows_another_minute(quarter_to_ten + 59s, quarter_to_ten + 60s));
    CHECK(shows_another_minute(quarter_to_ten, quarter_to_ten - 1s));
}
