#include "ui/pointer.hpp"

#include <catch2/catch.hpp>

using namespace motcua::ui;
using namespace std::chrono_literals;

namespace {

const std::vector<target> two{{{0, 0, 100, 100}, {"take", "A"}}, {{200, 0, 100, 100}, {"take", "B"}}};
const pointer::time start{};

} // namespace

TEST_CASE("a press and a release on one target is its action")
{
    pointer p;
    CHECK(p.press({50, 50}, two, start));
    CHECK(p.pressed() == action{"take", "A"});
    CHECK(p.release({60, 60}, two, start + 80ms) == action{"take", "A"});
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
    const std::vector<target> stacked{{{0, 0, 100, 100}, {"below"}}, {{0, 0, 100, 100}, {"above"}}};
    pointer p;
    p.press({50, 50}, stacked, start);
    CHECK(p.release({50, 50}, stacked, start) == action{"above"});
}
