#include "ui/geometry.hpp"

#include <catch2/catch.hpp>

using namespace motcua::ui;

TEST_CASE("what is cut off and what is left make the whole with the gap between")
{
    rect r{10, 20, 100, 200};
    const auto top = r.cut_top(30, 5);
    CHECK(top.y == 20);
    CHECK(top.height == 30);
    CHECK(r.y == 55);
    CHECK(r.bottom() == 220);
    const auto right = r.cut_right(40, 10);
    CHECK(right.x == 70);
    CHECK(right.right() == 110);
    CHECK(r.width == 50);
    const auto bottom = r.cut_bottom(65, 0);
    CHECK(bottom.bottom() == 220);
    CHECK(r.height == 100);
}

TEST_CASE("a grid fills its area with cells that do not touch")
{
    const auto cells = grid({0, 0, 110, 90}, 2, 3, 10);
    REQUIRE(cells.size() == 6);
    CHECK(cells[0].width == 50);
    CHECK(cells[1].right() == 110);
    CHECK(cells[5].bottom() == Approx(90));
    CHECK_FALSE(cells[0].overlaps(cells[1]));
    CHECK_FALSE(cells[0].overlaps(cells[2]));
}

TEST_CASE("a window that lies and one that stands upright are each measured by a layout of their own")
{
    const layout_size layout(point{1080, 1920}, point{1366, 768});
    CHECK(layout.scale({540, 960}) == Approx(0.5F));
    CHECK(layout.scale({1366, 768}) == Approx(1));
    // The narrower side decides.
    CHECK(layout.scale({1366, 1024}) == Approx(1));
    CHECK(layout_size(point{1280, 800}).scale({640, 1000}) == Approx(0.5F));
}
