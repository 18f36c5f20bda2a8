#include "ui/placement.hpp"

#include <catch2/catch.hpp>

#include <string_view>

using motcua::ui::parse_placement;
using motcua::ui::placement;

TEST_CASE("a window stands in the corner, or where its placement says")
{
    CHECK(parse_placement("540x960") == placement{{540, 960}, {0, 0}});
    CHECK(parse_placement("540x960+700+0") == placement{{540, 960}, {700, 0}});
}

TEST_CASE("what is not a placement is none")
{
    for (const std::string_view wrong :
         {"", "540", "540x", "x960", "63x960", "540x9000", "540x960+", "540x960+1", "540x960+1+",
          "540x960+1+2+3", "540x960-1-2", "540x960+9000+0", "540 x 960"}) {
        CAPTURE(wrong);
        CHECK_FALSE(parse_placement(wrong));
    }
}
