#include "server/commands/log_lines.hpp"

#include <catch2/catch.hpp>

using namespace motcua::commands;

TEST_CASE("services whose numbers people misread are warned about")
{
    CHECK_FALSE(alike_codes_line({"A", "B", "XN"}));
    const auto line = alike_codes_line({"A", "I", "HO"});
    REQUIRE(line);
    CHECK(line->level == motcua::logging::level::warning);
    CHECK_THAT(line->text, Catch::Contains("I, HO") && !Catch::Contains("A,"));
}
