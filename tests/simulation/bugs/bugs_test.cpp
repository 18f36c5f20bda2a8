// Whether the simulation finds bugs: every seeded one, and none while none is on.

#include "tests/simulation/bugs/seeded_bug.hpp"
#include "tests/simulation/run.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>

namespace motcua::simulation {

namespace {

struct bug
{
    const char* name;
    store_kind kept;
};

const bug bugs[] = {
#include "seeded_bugs.inc"
};

constexpr std::uint64_t seeds_most = 2'000;
constexpr unsigned steps = 2'000;

/// Switches one bug on while it lives.
struct switched_on
{
    explicit switched_on(int number) { bug_that_is_on = number; }
    ~switched_on() { bug_that_is_on = -1; }
    switched_on(const switched_on&) = delete;
    switched_on& operator=(const switched_on&) = delete;
};

/// How many seeds it took, and what was found.
std::optional<std::pair<std::uint64_t, std::string>> caught(int number, store_kind kept)
{
    const switched_on on{number};
    for (std::uint64_t seed = 1; seed <= seeds_most; ++seed) {
        const auto lived = run(plan_of(seed, kept, steps));
        if (!lived.found.empty()) {
            return std::pair{seed, lived.found.front()};
        }
    }
    return std::nullopt;
}

} // namespace

TEST_CASE("every seeded bug is found within 2000 seeds")
{
    int number = 0;
    for (const auto& [name, kept] : bugs) {
        CAPTURE(name);
        const auto found = caught(number++, kept);
        CHECK(found.has_value());
        if (found) {
            fmt::print("{:<50} {:>5} seeds: {}\n", name, found->first, found->second);
        }
    }
}

TEST_CASE("the copies that hold the seeded bugs find nothing while none is on")
{
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        CHECK(run(plan_of(seed, store_kind::memory, steps)).found.empty());
        CHECK(run(plan_of(seed, store_kind::sqlite, steps)).found.empty());
    }
}

} // namespace motcua::simulation
