#include "counter/board/model.hpp"
#include "counter/limits.hpp"

#include <catch2/catch.hpp>

using namespace motcua::counter;
using namespace motcua::counter::board;
using namespace std::chrono_literals;

TEST_CASE("the board shows every call that the feed or a whole board reports, and a tick ends its turn")
{
    const call first{"A001", "1", "A", std::chrono::local_seconds(0s)};
    const call second{"B001", "2", "B", std::chrono::local_seconds(1s)};
    model m;
    m.handle(board_arrived{{first}, {}, std::chrono::local_seconds(0s)}, moment(0s));
    CHECK(m.state().calls.large == first);
    auto before = m.revision();
    m.handle(called{second}, moment(1s));
    CHECK(m.revision() != before);
    CHECK(m.state().calls.others == std::vector{second});
    before = m.revision();
    m.handle(ticked{}, moment(limits::call_shown));
    CHECK(m.revision() != before);
    CHECK(m.state().calls.large == second);
    before = m.revision();
    m.handle(ended{"B001"}, moment(limits::call_shown));
    CHECK(m.revision() != before);
    CHECK(m.state().calls.large == first);
}

TEST_CASE("a number that is called again blinks for some seconds, with its picture on for the rest")
{
    const call first{"A001", "1", "A", std::chrono::local_seconds(0s)};
    auto again = first;
    again.times = 2;
    model m;
    m.handle(called{first}, moment(0s));
    CHECK_FALSE(m.state().is_pale);
    m.handle(called{again}, moment(60s));
    CHECK(m.state().is_pale);
    const auto before = m.revision();
    m.handle(ticked{}, moment(60s + limits::blink));
    CHECK_FALSE(m.state().is_pale);
    CHECK(m.revision() != before);
    m.handle(ticked{}, moment(60s + 2 * limits::blink));
    CHECK(m.state().is_pale);
    for (auto later = 0ms; later < 10s; later += limits::blink) {
        m.handle(ticked{}, moment(60s + limits::recall_blinks + later));
        CHECK_FALSE(m.state().is_pale);
    }
}

TEST_CASE("a number leaves its counter at once when nobody came, and stays while it is served")
{
    const call first{"A001", "1", "A", std::chrono::local_seconds(0s)};
    const bool is_served = GENERATE(true, false);
    model m;
    m.handle(board_arrived{{}, {}, std::chrono::local_seconds(0s), {{"1"}, {"2"}}}, moment(0s));
    m.handle(called{first}, moment(1s));
    CHECK(m.state().counters.front().number == "A001");
    m.handle(ended{"A001", is_served}, moment(2s));
    CHECK(m.state().counters.front().number == (is_served ? "A001" : ""));
    CHECK_FALSE(m.state().calls.large);
}

TEST_CASE("a notice is shown from its time to its end, by the office's clock")
{
    const auto at = [](std::chrono::seconds since) { return std::chrono::local_seconds(since); };
    model m;
    m.handle(office_known{"An Bình",
                          "An Binh",
                          {.notices = {{.vi = "a"}, {.vi = "b", .from = at(10s), .until = at(20s)}}}},
             moment(0s));
    m.handle(board_arrived{{}, {}, at(0s)}, moment(0s));
    CHECK(m.state().notices.size() == 1);
    m.handle(ticked{}, moment(10s));
    CHECK(m.state().notices.size() == 2);
    m.handle(ticked{}, moment(20s));
    CHECK(m.state().notices.size() == 1);
}

TEST_CASE("a call is large for the time that the office sets")
{
    model m;
    m.handle(office_known{"An Bình", "An Binh", {.per_call = 3s}}, moment(0s));
    m.handle(called{{"A001", "1", "A", {}}}, moment(0s));
    m.handle(called{{"B001", "2", "B", {}}}, moment(0s));
    m.handle(ticked{}, moment(3s));
    CHECK(m.state().calls.large->number == "B001");
}

TEST_CASE("nothing is shown before the server called")
{
    model m;
    m.handle(ticked{}, moment(0s));
    m.handle(board_arrived{{}, {}, {}}, moment(1s));
    CHECK_FALSE(m.state().calls.large);
    CHECK(m.state().calls.others.empty());
}

TEST_CASE("a board that starts without a server shows that after a while")
{
    model m;
    m.handle(ticked{}, moment(100s));
    m.handle(connection_changed{false}, moment(101s));
    m.handle(ticked{}, moment(100s) + limits::start - 1ms);
    CHECK(m.state().trust == trust::starting);
    const auto before = m.revision();
    m.handle(ticked{}, moment(100s) + limits::start);
    CHECK(m.state().trust == trust::away);
    CHECK(m.revision() != before);
    m.handle(connection_changed{true}, moment(110s));
    CHECK(m.state().trust == trust::starting);
    m.handle(board_arrived{{}, {}, {}}, moment(111s));
    CHECK(m.state().trust == trust::fresh);
}

TEST_CASE("a lost server is shown at once, and an old board with its time after a while")
{
    model m;
    m.handle(ticked{}, moment(0s));
    CHECK(m.state().trust == trust::starting);
    m.handle(connection_changed{true}, moment(1s));
    m.handle(board_arrived{{}, {}, std::chrono::local_seconds(0s)}, moment(1s));
    m.handle(ticked{}, moment(31s));
    CHECK(m.state().trust == trust::fresh);
    m.handle(connection_changed{false}, moment(32s));
    CHECK(m.state().trust == trust::away);
    m.handle(ticked{}, moment(31s + limits::stale));
    CHECK(m.state().trust == trust::stale);
    CHECK(m.state().known_at == std::chrono::local_seconds(30s));
    CHECK(*m.state().time == std::chrono::local_seconds(40s));
    m.handle(connection_changed{true}, moment(60s));
    CHECK(m.state().trust == trust::fresh);
    m.handle(device_refused{}, moment(61s));
    CHECK(m.state().trust == trust::refused);
}

TEST_CASE("messages take turns, and otherwise a quiet board keeps its picture")
{
    model m;
    m.handle(connection_changed{true}, moment(0s));
    m.handle(board_arrived{{}, {}, {}}, moment(0s));
    const auto before = m.revision();
    m.handle(ticked{}, moment(limits::message) - 1ms);
    CHECK(m.revision() == before);
    m.handle(ticked{}, moment(limits::message));
    CHECK(m.revision() != before);
    CHECK(m.state().turn == 1);
}
