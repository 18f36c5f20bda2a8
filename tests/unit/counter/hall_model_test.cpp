#include "counter/hall/model.hpp"

#include <catch2/catch.hpp>

using namespace motcua::counter::hall;
using namespace std::chrono_literals;

namespace {

call made(std::string number, std::chrono::seconds at = 0s)
{
    return {std::move(number), "1", "A", std::chrono::local_seconds(at)};
}

} // namespace

TEST_CASE("calls at the same moment are each shown long enough, in turn")
{
    model m;
    m.handle(board_arrived{{made("A001"), made("B001")}, {}, {}}, moment(0s));
    CHECK(m.state().large->number == "A001");
    m.handle(ticked{}, moment(5s));
    CHECK(m.state().large->number == "A001");
    m.handle(ticked{}, moment(6s));
    CHECK(m.state().large->number == "B001");
    CHECK(m.state().past.front().number == "A001");
}

TEST_CASE("a number called again is shown again, and stands once in the rows")
{
    model m;
    m.handle(board_arrived{{made("A001"), made("B001", 1s)}, {}, {}}, moment(0s));
    m.handle(ticked{}, moment(6s));
    m.handle(called{made("A001", 9s)}, moment(12s));
    CHECK(m.state().large->number == "A001");
    REQUIRE(m.state().past.size() == 1);
    CHECK(m.state().past.front().number == "B001");
}

TEST_CASE("a board that says the same again changes nothing large")
{
    model m;
    m.handle(board_arrived{{made("A001")}, {}, {}}, moment(0s));
    m.handle(board_arrived{{made("A001")}, {}, {}}, moment(20s));
    CHECK(m.state().large->number == "A001");
    CHECK(m.state().past.empty());
}

TEST_CASE("nothing is shown before the server called, and an old board says so")
{
    model m;
    m.handle(ticked{}, moment(0s));
    CHECK_FALSE(m.state().large);
    CHECK(m.state().stale);
    m.handle(board_arrived{{}, {}, std::chrono::local_seconds(0s)}, moment(1s));
    CHECK_FALSE(m.state().stale);
    m.handle(ticked{}, moment(11s));
    CHECK(m.state().stale);
    CHECK(*m.state().time == std::chrono::local_seconds(10s));
    m.handle(heard{}, moment(12s));
    CHECK_FALSE(m.state().stale);
}
