#include "ui/pointer.hpp"

#include <catch2/catch.hpp>

using namespace motcua::ui;
using namespace std::chrono_literals;

namespace {

struct taken
{
    char service;
    bool operator==(const taken&) const = default;
};

const action take_a(taken{'A'}), take_b(taken{'B'});
const std::vector<target> two{{{0, 0, 100, 100}, take_a}, {{200, 0, 100, 100}, take_b}};
const pointer::time start{};

} // namespace

TEST_CASE("a press and a release on one target is its action")
{
    pointer p;
    CHECK(p.press({50, 50}, two, start));
    CHECK(p.pressed() == take_a);
    CHECK(p.release({60, 60}, two, start + 80ms) == take_a);
    CHECK_FALSE(p.pressed());
}

TEST_CASE("a finger that slides off its target cancels, even when it slides back")
{
    pointer p;
    p.press({50, 50}, two, start);
    CHECK(p.move({150, 50}, two));
    CHECK_FALSE(p.pressed());
    p.move({50, 50}, two);
    CHECK_FALSE(p.release({50, 50}, two, start + 100ms));
}

TEST_CASE("a finger that slides to another target takes neither")
{
    pointer p;
    p.press({50, 50}, two, start);
    CHECK_FALSE(p.release({250, 50}, two, start + 100ms));
}

TEST_CASE("a second tap within 350 ms is the same tap")
{
    pointer p;
    p.press({50, 50}, two, start);
    REQUIRE(p.release({50, 50}, two, start));
    CHECK_FALSE(p.press({50, 50}, two, start + 349ms));
    CHECK_FALSE(p.release({50, 50}, two, start + 349ms));
    CHECK_FALSE(p.press({250, 50}, two, start + 349ms));
    CHECK(p.press({50, 50}, two, start + 350ms));
    CHECK(p.release({50, 50}, two, start + 360ms));
}

TEST_CASE("a press beside all targets is nothing")
{
    pointer p;
    CHECK_FALSE(p.press({150, 50}, two, start));
    CHECK_FALSE(p.release({50, 50}, two, start));
}

TEST_CASE("of overlapping targets the upper one is meant")
{
    const std::vector<target> stacked{{{0, 0, 100, 100}, take_a}, {{0, 0, 100, 100}, take_b}};
    pointer p;
    p.press({50, 50}, stacked, start);
    CHECK(p.release({50, 50}, stacked, start) == take_b);
}

TEST_CASE("two actions are the same when their events are, and events of another type are others")
{
    CHECK(take_a == action(taken{'A'}));
    CHECK_FALSE(take_a == take_b);
    CHECK_FALSE(take_a == action('A'));
    CHECK(take_a.as<taken>()->service == 'A');
    CHECK_FALSE(take_a.as<char>());
}

TEST_CASE("keys are typed as quickly as people type, and a finger that trembles on one types it once")
{
    const std::vector<target> keys{
        {{0, 0, 100, 100}, take_a, true}, {{200, 0, 100, 100}, take_b, true}, {{400, 0, 100, 100}, take_a}};
    pointer p;
    p.press({50, 50}, keys, start);
    CHECK(p.release({50, 50}, keys, start + 40ms));
    CHECK(p.press({250, 50}, keys, start + 60ms));
    CHECK(p.release({250, 50}, keys, start + 90ms) == take_b);
    CHECK_FALSE(p.press({250, 50}, keys, start + 150ms));
    CHECK(p.press({250, 50}, keys, start + 190ms));
    CHECK(p.release({250, 50}, keys, start + 220ms) == take_b);
    CHECK_FALSE(p.press({450, 50}, keys, start + 400ms));
}
