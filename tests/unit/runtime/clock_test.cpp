#include "server/runtime/clock.hpp"

#include <catch2/catch.hpp>

using namespace motcua::runtime;
using namespace std::chrono_literals;

namespace {

const instant start{std::chrono::sys_days{std::chrono::year{2026} / 11 / 23} + 1h};

/// A reading `passed` after the start, with the system clock `off` from the truth.
clock_reading after(microseconds passed, microseconds off, bool synchronised = false)
{
    return {start + passed + off, 50s + passed, synchronised};
}

} // namespace

TEST_CASE("time goes on with the steady clock, and a small parting does not count as a jump")
{
    site_clock clock(after(0s, 0s), std::nullopt);
    CHECK_FALSE(clock.check(after(10min, 2s)));
    CHECK(clock.now(after(10min, 2s)) == start + 10min);
    CHECK_FALSE(clock.doubtful());
}

TEST_CASE("a jump ahead of up to 30 days is followed, and reported with both times")
{
    site_clock clock(after(0s, 0s), std::nullopt);
    const auto jump = clock.check(after(1min, 30 * 24h));
    REQUIRE(jump);
    CHECK(jump->before == start + 1min);
    CHECK(jump->after == start + 1min + 30 * 24h);
    CHECK(clock.now(after(2min, 30 * 24h)) == start + 2min + 30 * 24h);
}

TEST_CASE("a jump back or to another year is not believed from a clock that nobody synchronised")
{
    for (const microseconds off :
         {microseconds{-3s}, microseconds{-24h * 365 * 56}, microseconds{30 * 24h + 1s}}) {
        site_clock clock(after(0s, 0s), std::nullopt);
        CHECK_FALSE(clock.check(after(1min, off)));
        CHECK(clock.doubtful());
        CHECK(clock.now(after(2min, off)) == start + 2min);
        // The clock is set right again: all is as before.
        CHECK_FALSE(clock.check(after(3min, 0s)));
        CHECK_FALSE(clock.doubtful());
    }
}

TEST_CASE("a synchronised clock or an administrator is believed")
{
    site_clock synchronised(after(0s, 0s), std::nullopt);
    CHECK(synchronised.check(after(1min, -1h, true)));
    CHECK(synchronised.now(after(2min, -1h)) == start + 2min - 1h);

    site_clock confirmed(after(0s, 0s), std::nullopt);
    CHECK_FALSE(confirmed.check(after(1min, -1h)));
    CHECK(confirmed.confirm(after(2min, -1h)));
    CHECK_FALSE(confirmed.doubtful());
    CHECK(confirmed.now(after(3min, -1h)) == start + 3min - 1h);
    CHECK_FALSE(confirmed.confirm(after(3min, -1h)));
    // What was confirmed is past; the next jump needs its own word.
    CHECK_FALSE(confirmed.check(after(4min, -2h)));
    CHECK(confirmed.doubtful());
}

TEST_CASE("after a start time goes on from the last event, or from a system clock that can be right")
{
    CHECK(site_clock(after(0s, 0s), start - 8h).now(after(0s, 0s)) == start);
    // The battery is empty: the machine wakes up in 1970.
    CHECK(site_clock(after(0s, -24h * 365 * 56), start - 8h).now(after(5s, 0s)) == start - 8h + 5s);
    CHECK(site_clock(after(0s, 0s), start - 31 * 24h).now(after(0s, 0s)) == start - 31 * 24h);
}

TEST_CASE("the machine's steady clock never runs back")
{
    machine_clock clock;
    const auto first = clock.read();
    CHECK(clock.read().steady >= first.steady);
}
