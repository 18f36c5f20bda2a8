// What a citizen is told at issue, where it is simple.

#include "tests/simulation/checks/promise_check.hpp"

#include "tests/simulation/checks/hand_written.hpp"

#include <catch2/catch.hpp>

namespace motcua::simulation {

using namespace domain;
using Catch::Matchers::Contains;

namespace {

std::string finding_in(const hand_written& journal)
{
    promise_check check;
    findings found;
    for (const auto& happened : journal.events) {
        check.apply(happened, found);
    }
    return found.empty() ? "" : found.front();
}

constexpr forecast minutes_promised(forecast_state state, seconds wait)
{
    return {.state = state, .from = wait, .expected = wait, .to = wait};
}

} // namespace

TEST_CASE("minutes that no counter can keep are found")
{
    hand_written journal;
    journal.issue("A").promise = {.state = forecast_state::closed};
    CHECK(finding_in(journal).empty());
    journal.issue("A").promise = minutes_promised(forecast_state::open, seconds{60});
    CHECK_THAT(finding_in(journal), Contains("was told that a counter is open"));
}

TEST_CASE("a promise through a pause is found")
{
    hand_written journal;
    journal.open("1");
    journal.write(counter_paused{"1", {}});
    journal.issue("A").promise = {.state = forecast_state::paused};
    CHECK(finding_in(journal).empty());
    journal.issue("A").promise = {.state = forecast_state::closed};
    CHECK_THAT(finding_in(journal), Contains("through a pause"));
}

TEST_CASE("a wait for an idle counter is found")
{
    hand_written journal;
    journal.open("1");
    journal.issue("A").promise = minutes_promised(forecast_state::open, seconds{0});
    journal.issue("A").promise = minutes_promised(forecast_state::open, seconds{600});
    CHECK(finding_in(journal).empty());
    journal.open("2"); // It serves B only, for which nobody waits.
    journal.issue("B").promise = minutes_promised(forecast_state::open, seconds{600});
    CHECK_THAT(finding_in(journal), Contains("was told to wait for an idle counter"));
}

} // namespace motcua::simulation
