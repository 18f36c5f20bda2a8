#include "counter/board/model.hpp"
#include "counter/limits.hpp"

#include <catch2/catch.hpp>

using namespace motcua::counter;
using namespace motcua::counter::board;
using namespace std::chrono_literals;

namespace {

/// A call to a counter that calls this number only.
call made(const std::string& number, std::chrono::seconds since = 0s)
{
    return {number, "of " + number, "A", std::chrono::local_seconds(since)};
}

std::chrono::local_seconds at(std::chrono::seconds since) { return std::chrono::local_seconds(since); }

/// The rows in their order; in brackets what is called no more.
std::string numbers(const std::vector<row>& rows)
{
    std::string all;
    for (const auto& r : rows) {
        all += (all.empty() ? "" : " ") + (r.is_calling ? r.call.number : "(" + r.call.number + ")");
    }
    return all;
}

} // namespace

TEST_CASE("calls at the same moment are each shown long enough, in turn")
{
    model m;
    m.handle(called{made("A001")}, moment(0s));
    m.handle(called{made("B001")}, moment(0s));
    CHECK(m.state().large->number == "A001");
    m.handle(ticked{}, moment(5s));
    CHECK(m.state().large->number == "A001");
    m.handle(ticked{}, moment(6s));
    CHECK(m.state().large->number == "B001");
    CHECK(numbers(m.state().rows) == "A001");
}

TEST_CASE("calls at the same moment are all on the board at once")
{
    model m;
    m.handle(called{made("A001")}, moment(0s));
    m.handle(called{made("B001", 1s)}, moment(1s));
    m.handle(called{made("C001", 1s)}, moment(1s));
    CHECK(m.state().large->number == "A001");
    CHECK(numbers(m.state().rows) == "C001 B001");
}

TEST_CASE("a number that is called no more gives its turn away once others await theirs")
{
    model m;
    m.handle(called{made("A001")}, moment(0s));
    m.handle(called{made("B001", 1s)}, moment(0s));
    m.handle(ended{"A001"}, moment(500ms));
    CHECK(m.state().large->number == "A001");
    m.handle(ticked{}, moment(limits::ended_shown));
    CHECK(m.state().large->number == "B001");
    CHECK(numbers(m.state().rows) == "(A001)");
}

TEST_CASE("a call that ended before its turn gets none, whether the feed tells it or a whole board")
{
    const bool by_feed = GENERATE(true, false);
    model m;
    m.handle(called{made("A001")}, moment(0s));
    m.handle(called{made("B001", 1s)}, moment(1s));
    m.handle(called{made("C001", 2s)}, moment(2s));
    if (by_feed) {
        m.handle(ended{"B001"}, moment(3s));
    } else {
        m.handle(board_arrived{{made("A001"), made("C001", 2s)}, {}, at(3s)}, moment(3s));
    }
    CHECK(numbers(m.state().rows) == "C001 (B001)");
    m.handle(ticked{}, moment(6s));
    CHECK(m.state().large->number == "C001");
    CHECK(numbers(m.state().rows) == "A001 (B001)");
}

TEST_CASE("a number that is sent on and called elsewhere stands once, with its new counter")
{
    model m;
    m.handle(called{{"A001", "1", "A", at(0s)}}, moment(0s));
    m.handle(called{{"B001", "2", "B", at(1s)}}, moment(1s));
    m.handle(called{{"B001", "3", "B", at(2s)}}, moment(2s));
    CHECK(numbers(m.state().rows) == "B001");
    CHECK(m.state().rows.front().call.counter == "3");
    m.handle(called{{"A001", "4", "A", at(3s)}}, moment(3s));
    CHECK(m.state().large->counter == "4");
    CHECK(numbers(m.state().rows) == "B001");
}

TEST_CASE("a number called again is shown again, and stands once in the rows")
{
    model m;
    m.handle(board_arrived{{made("A001"), made("B001", 1s)}, {}, {}}, moment(0s));
    CHECK(m.state().large->number == "B001");
    // A recall keeps the time of the call.
    m.handle(called{made("A001")}, moment(12s));
    CHECK(m.state().large->number == "A001");
    CHECK(numbers(m.state().rows) == "B001");
}

TEST_CASE("a number called again while it is large stays large for as long as a new one")
{
    model m;
    m.handle(called{made("A001")}, moment(0s));
    m.handle(called{made("A001")}, moment(4s));
    m.handle(called{made("B001", 5s)}, moment(5s));
    m.handle(ticked{}, moment(9s));
    CHECK(m.state().large->number == "A001");
    CHECK(numbers(m.state().rows) == "B001");
    m.handle(ticked{}, moment(10s));
    CHECK(m.state().large->number == "B001");
}

TEST_CASE("a board that says the same again changes nothing large, however many are called")
{
    model m;
    std::vector<call> calling;
    for (int n = 10; n < 20; ++n) {
        calling.push_back(made("A0" + std::to_string(n), std::chrono::seconds(n)));
    }
    m.handle(board_arrived{calling, {}, {}}, moment(0s));
    for (int second = 1; second < 100; ++second) {
        m.handle(ticked{}, moment(std::chrono::seconds(second)));
    }
    CHECK(m.state().large->number == "A019");
    m.handle(board_arrived{calling, {}, {}}, moment(100s));
    m.handle(ticked{}, moment(120s));
    CHECK(m.state().large->number == "A019");
    CHECK(m.state().rows.size() == 9);
}

TEST_CASE("a board that starts shows the newest call large, and the next one without delay")
{
    model m;
    const board_arrived busy{{made("A001", 20s), made("C001", 5s), made("B001", 90s)}, {}, at(100s)};
    m.handle(busy, moment(0s));
    CHECK(m.state().large->number == "B001");
    CHECK(m.state().is_calling);
    CHECK(numbers(m.state().rows) == "A001 C001");
    // It was not announced, so that it has no turn to wait for.
    m.handle(called{made("D001", 101s)}, moment(1s));
    CHECK(m.state().large->number == "D001");
    CHECK(numbers(m.state().rows) == "B001 A001 C001");
}

TEST_CASE("what is still called is large again after a number that is called no more had its time")
{
    model m;
    m.handle(called{made("A001")}, moment(0s));
    m.handle(called{made("B001", 10s)}, moment(10s));
    m.handle(ended{"B001"}, moment(12s));
    m.handle(ticked{}, moment(15s));
    CHECK(m.state().large->number == "B001");
    m.handle(ticked{}, moment(16s));
    CHECK(m.state().large->number == "A001");
    CHECK(m.state().is_calling);
    CHECK(numbers(m.state().rows) == "(B001)");
}

TEST_CASE("a board that starts announces the newest call when it was made just now")
{
    model m;
    m.handle(board_arrived{{made("A001", 97s), made("B001", 98s)}, {}, at(100s)}, moment(0s));
    CHECK(m.state().large->number == "B001");
    CHECK(m.state().is_calling);
    CHECK(numbers(m.state().rows) == "A001");
    m.handle(ticked{}, moment(30s));
    CHECK(m.state().large->number == "B001");
}

TEST_CASE("a board that comes back lists what it missed, whether the feed tells it or a whole board")
{
    const bool by_feed = GENERATE(true, false);
    model m;
    m.handle(board_arrived{{}, {}, at(0s)}, moment(0s));
    m.handle(called{made("A001", 1s)}, moment(1s));
    const auto b = made("B001", 60s), c = made("C001", 80s);
    if (by_feed) {
        m.handle(ended{"A001"}, moment(100s));
        m.handle(called{b}, moment(100s));
        m.handle(called{c}, moment(100s));
    } else {
        m.handle(board_arrived{{b, c}, {}, at(100s)}, moment(100s));
    }
    CHECK(m.state().large->number == "C001");
    CHECK(m.state().is_calling);
    CHECK(numbers(m.state().rows) == "B001 (A001)");
    // What it knows by now is announced when it is called again.
    m.handle(called{b}, moment(101s));
    CHECK(m.state().large->number == "B001");
    CHECK(numbers(m.state().rows) == "C001 (A001)");
}

TEST_CASE("a number that is still called stays large beside what was missed")
{
    model m;
    m.handle(board_arrived{{}, {}, at(0s)}, moment(0s));
    m.handle(called{made("A001", 1s)}, moment(1s));
    m.handle(board_arrived{{made("A001", 1s), made("B001", 60s)}, {}, at(100s)}, moment(100s));
    CHECK(m.state().large->number == "A001");
    CHECK(m.state().is_calling);
    CHECK(numbers(m.state().rows) == "B001");
}

TEST_CASE("a number is said to be called only while it is")
{
    model m;
    m.handle(called{made("A001")}, moment(0s));
    CHECK(m.state().is_calling);
    m.handle(ended{"A001"}, moment(3s));
    CHECK(m.state().large->number == "A001");
    CHECK_FALSE(m.state().is_calling);
    m.handle(called{made("A001")}, moment(5s));
    CHECK(m.state().is_calling);
    m.handle(board_arrived{{}, {}, {}}, moment(7s));
    CHECK_FALSE(m.state().is_calling);
}

TEST_CASE("a number that is served before its turn on the board goes straight to the rows")
{
    model m;
    m.handle(called{made("A001")}, moment(0s));
    m.handle(called{made("A002", 1s)}, moment(1s));
    m.handle(ended{"A002"}, moment(3s));
    m.handle(ticked{}, moment(7s));
    CHECK(m.state().large->number == "A001");
    CHECK(numbers(m.state().rows) == "(A002)");
}

TEST_CASE("a number that is called no more leaves when its counter calls again")
{
    model m;
    m.handle(called{{"A001", "1", "A", at(0s)}}, moment(0s));
    m.handle(called{{"B001", "2", "B", at(10s)}}, moment(10s));
    m.handle(ended{"A001"}, moment(11s));
    m.handle(ended{"B001"}, moment(12s));
    CHECK(numbers(m.state().rows) == "(A001)");
    m.handle(called{{"A002", "1", "A", at(20s)}}, moment(20s));
    CHECK(m.state().large->number == "A002");
    CHECK(numbers(m.state().rows) == "(B001)");
    m.handle(called{{"B002", "2", "B", at(21s)}}, moment(21s));
    CHECK(numbers(m.state().rows) == "B002");
}

TEST_CASE("a large number that is called no more leaves, too, when its counter called again")
{
    model m;
    m.handle(called{{"A001", "1", "A", at(0s)}}, moment(0s));
    m.handle(ended{"A001"}, moment(10s));
    m.handle(called{{"A002", "1", "A", at(20s)}}, moment(20s));
    CHECK(m.state().large->number == "A002");
    CHECK(m.state().rows.empty());
}

TEST_CASE("nothing is shown before the server called")
{
    model m;
    m.handle(ticked{}, moment(0s));
    m.handle(board_arrived{{}, {}, {}}, moment(1s));
    CHECK_FALSE(m.state().large);
    CHECK(m.state().rows.empty());
}

TEST_CASE("a board that starts without a server says so after a while")
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

TEST_CASE("a lost server is told at once, and an old board with its time after a while")
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
