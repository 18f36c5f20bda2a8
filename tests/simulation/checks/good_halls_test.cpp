// No false alarm: whatever made-up halls leave is right in every check's eyes.

#include "tests/simulation/checks/calling_model.hpp"
#include "tests/support/made_up_hall.hpp"

#include <catch2/catch.hpp>

namespace motcua::simulation {

namespace {

using namespace std::chrono_literals;

constexpr unsigned seeds = 1000;
constexpr std::size_t events_a_hall = 400;

/// A part of a day, with the clock set ahead and back; now and then with the turn of a day.
journal::batch made_up(unsigned seed)
{
    testing::made_up_hall hall(seed);
    journal::batch made;
    const auto events = seed % 100 == 0 ? 10 * events_a_hall : events_a_hall;
    while (made.events.size() < events) {
        hall.step(made);
        if (made.events.size() % 150 == 7 && seed % 3 == 0) {
            hall.set_clock(made, made.events.size() % 2 == 0 ? 10min : -10min);
        }
    }
    return made;
}

} // namespace

TEST_CASE("no rule is found broken in a thousand made-up halls")
{
    for (unsigned seed = 0; seed < seeds; ++seed) {
        const auto made = made_up(seed);
        findings found;
        calling_model model;
        for (const auto& happened : made.events) {
            model.apply(happened, found);
        }
        model.end(found);
        INFO("seed " << seed);
        REQUIRE(found.all() == std::vector<std::string>{});
    }
}

} // namespace motcua::simulation
