// Draws that are the same everywhere.

#include "tests/simulation/random.hpp"

#include <catch2/catch.hpp>
#include <vector>

using namespace motcua::simulation;

TEST_CASE("a seed draws the numbers that its authors publish")
{
    // splitmix64 from 0, and xoshiro256** from the four words that it gives.
    draws random(0);
    CHECK(random.bits() == 0x99EC5F36CB75F2B4U);
    CHECK(random.bits() == 0xBF6E1F784956452AU);
}

TEST_CASE("draws keep within their bounds and reach them")
{
    draws random(1);
    std::vector<int> seen(6);
    for (int i = 0; i < 6000; ++i) {
        ++seen[static_cast<std::size_t>(random.between(-2, 3) + 2)];
    }
    for (const auto count : seen) {
        CHECK(count > 800);
    }
    CHECK(random.between(INT64_MIN, INT64_MIN) == INT64_MIN);
    CHECK(random.below(1) == 0);
    CHECK_FALSE(random.chance(0));
    CHECK(random.chance(1000));
}

TEST_CASE("a fork does not depend on what was drawn, nor on its siblings")
{
    draws random(1);
    const auto before = random.fork("disk").bits();
    random.bits();
    CHECK(random.fork("disk").bits() == before);
    CHECK(random.fork("network").bits() != before);
    CHECK(random.fork(1).bits() != random.fork(2).bits());
}
