#include "base/json.hpp"
#include "tests/bench/report.hpp"

#include <catch2/catch.hpp>

using namespace motcua;
using namespace motcua::bench;

namespace {

report with(figure shown)
{
    return {.version = "1.2.3",
            .machine = "2 processors",
            .quick = false,
            .figures = {std::move(shown)},
            .notes = {"a note"}};
}

} // namespace

TEST_CASE("a goal that must be reached is met by the value itself, one to stay below is not")
{
    CHECK(is_met({goal_kind::at_least, 0.8}, 0.8));
    CHECK_FALSE(is_met({goal_kind::at_least, 0.8}, 0.79));
    CHECK_FALSE(is_met({goal_kind::below, 10}, 10));
    CHECK(is_met({goal_kind::below, 10}, 9.99));
}

TEST_CASE("the table shows value, goal, verdict and notes")
{
    const auto table = to_table(with({"tickets",
                                      "durable tickets, 1 connection",
                                      0.7561,
                                      "x redis",
                                      goal{goal_kind::at_least, 0.8},
                                      "3 rounds",
                                      {}}));
    CHECK_THAT(table,
               Catch::Contains("durable tickets, 1 connection  0.756 x redis  >= 0.8  MISSED  3 rounds\n"));
    CHECK_THAT(table, Catch::Contains("- a note\n"));
}

TEST_CASE("a figure without a goal is neither met nor missed")
{
    const auto table = to_table(with({"feed", "p50", 2, "ms", {}, "", {}}));
    CHECK_THAT(table, !Catch::Contains("MISSED") && !Catch::Contains("met"));
}

TEST_CASE("the figures can be read back from the JSON")
{
    const auto written = with({"feed", "p99", 3.25, "ms", goal{goal_kind::below, 10}, "how", {3, 3.5}});
    const auto read = base::from_json<report>(base::to_json(written));
    REQUIRE(read.has_value());
    REQUIRE(read->figures.size() == 1);
    const auto& figure = read->figures.front();
    CHECK(figure.value == 3.25);
    CHECK(figure.goal->kind == goal_kind::below);
    CHECK(figure.samples == std::vector<double>{3, 3.5});
}
