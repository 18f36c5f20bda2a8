#include "counter/announcements/call_queue.hpp"
#include "counter/limits.hpp"

#include <catch2/catch.hpp>

namespace limits = motcua::counter::limits;
using namespace motcua::counter::announcements;
using namespace std::chrono_literals;

namespace {

/// A call to a counter that calls this number only.
call made(const std::string& number, std::chrono::seconds since = 0s)
{
    return {number, "of " + number, "A", std::chrono::local_seconds(since)};
}

std::chrono::local_seconds at(std::chrono::seconds since) { return std::chrono::local_seconds(since); }

/// The rows in their order; in brackets those no longer called.
std::string numbers(const std::vector<row>& rows)
{
    std::string all;
    for (const auto& one : rows) {
        all += (all.empty() ? "" : " ") + (one.is_calling ? one.call.number : "(" + one.call.number + ")");
    }
    return all;
}

} // namespace

TEST_CASE("calls at the same moment are each shown long enough, in turn")
{
    call_queue queue;
    queue.add(made("A001"), moment(0s));
    queue.add(made("B001"), moment(0s));
    CHECK(queue.announced().large->number == "A001");
    queue.tick(moment(5s));
    CHECK(queue.announced().large->number == "A001");
    queue.tick(moment(6s));
    CHECK(queue.announced().large->number == "B001");
    CHECK(numbers(queue.announced().rows) == "A001");
}

TEST_CASE("calls at the same moment are all listed at once")
{
    call_queue queue;
    queue.add(made("A001"), moment(0s));
    queue.add(made("B001", 1s), moment(1s));
    queue.add(made("C001", 1s), moment(1s));
    CHECK(queue.announced().large->number == "A001");
    CHECK(numbers(queue.announced().rows) == "C001 B001");
}

TEST_CASE("a number that is no longer called gives its turn away once others await theirs")
{
    call_queue queue;
    queue.add(made("A001"), moment(0s));
    queue.add(made("B001", 1s), moment(0s));
    queue.end("A001", moment(500ms));
    CHECK(queue.announced().large->number == "A001");
    queue.tick(moment(limits::ended_shown));
    CHECK(queue.announced().large->number == "B001");
    CHECK(numbers(queue.announced().rows) == "(A001)");
}

TEST_CASE("a call that ended before its turn gets none, whether the feed or a whole board reports it")
{
    const bool by_feed = GENERATE(true, false);
    call_queue queue;
    queue.add(made("A001"), moment(0s));
    queue.add(made("B001", 1s), moment(1s));
    queue.add(made("C001", 2s), moment(2s));
    if (by_feed) {
        queue.end("B001", moment(3s));
    } else {
        queue.replace({made("A001"), made("C001", 2s)}, at(3s), moment(3s));
    }
    CHECK(numbers(queue.announced().rows) == "C001 (B001)");
    queue.tick(moment(6s));
    CHECK(queue.announced().large->number == "C001");
    CHECK(numbers(queue.announced().rows) == "A001 (B001)");
}

TEST_CASE("a number that is transferred and called elsewhere stands once, with its new counter")
{
    call_queue queue;
    queue.add({"A001", "1", "A", at(0s)}, moment(0s));
    queue.add({"B001", "2", "B", at(1s)}, moment(1s));
    queue.add({"B001", "3", "B", at(2s)}, moment(2s));
    CHECK(numbers(queue.announced().rows) == "B001");
    CHECK(queue.announced().rows.front().call.counter == "3");
    queue.add({"A001", "4", "A", at(3s)}, moment(3s));
    CHECK(queue.announced().large->counter == "4");
    CHECK(numbers(queue.announced().rows) == "B001");
}

TEST_CASE("a number called again is shown again, and stands once in the rows")
{
    call_queue queue;
    queue.replace({made("A001"), made("B001", 1s)}, {}, moment(0s));
    CHECK(queue.announced().large->number == "B001");
    // A recall keeps the time of the call.
    queue.add(made("A001"), moment(12s));
    CHECK(queue.announced().large->number == "A001");
    CHECK(numbers(queue.announced().rows) == "B001");
}

TEST_CASE("a number called again while it is large stays large for the time of a new one")
{
    call_queue queue;
    queue.add(made("A001"), moment(0s));
    queue.add(made("A001"), moment(4s));
    queue.add(made("B001", 5s), moment(5s));
    queue.tick(moment(9s));
    CHECK(queue.announced().large->number == "A001");
    CHECK(numbers(queue.announced().rows) == "B001");
    queue.tick(moment(10s));
    CHECK(queue.announced().large->number == "B001");
}

TEST_CASE("a board that reports the same again leaves the large call, even if many are called")
{
    call_queue queue;
    std::vector<call> calling;
    for (int n = 10; n < 20; ++n) {
        calling.push_back(made("A0" + std::to_string(n), std::chrono::seconds(n)));
    }
    queue.replace(calling, {}, moment(0s));
    for (int second = 1; second < 100; ++second) {
        queue.tick(moment(std::chrono::seconds(second)));
    }
    CHECK(queue.announced().large->number == "A019");
    queue.replace(calling, {}, moment(100s));
    queue.tick(moment(120s));
    CHECK(queue.announced().large->number == "A019");
    CHECK(queue.announced().rows.size() == 9);
}

TEST_CASE("a queue that starts has the newest call large, and the next one without delay")
{
    call_queue queue;
    queue.replace({made("A001", 20s), made("C001", 5s), made("B001", 90s)}, at(100s), moment(0s));
    CHECK(queue.announced().large->number == "B001");
    CHECK(queue.announced().is_calling);
    CHECK(numbers(queue.announced().rows) == "A001 C001");
    // It was not announced, so that it has no turn to wait for.
    queue.add(made("D001", 101s), moment(1s));
    CHECK(queue.announced().large->number == "D001");
    CHECK(numbers(queue.announced().rows) == "B001 A001 C001");
}

TEST_CASE("a number that is still called is large again after one that is no longer called had its time")
{
    call_queue queue;
    queue.add(made("A001"), moment(0s));
    queue.add(made("B001", 10s), moment(10s));
    queue.end("B001", moment(12s));
    queue.tick(moment(15s));
    CHECK(queue.announced().large->number == "B001");
    queue.tick(moment(16s));
    CHECK(queue.announced().large->number == "A001");
    CHECK(queue.announced().is_calling);
    CHECK(numbers(queue.announced().rows) == "(B001)");
}

TEST_CASE("a queue that starts announces the newest call when it was made just now")
{
    call_queue queue;
    queue.replace({made("A001", 97s), made("B001", 98s)}, at(100s), moment(0s));
    CHECK(queue.announced().large->number == "B001");
    CHECK(queue.announced().is_calling);
    CHECK(numbers(queue.announced().rows) == "A001");
    queue.tick(moment(30s));
    CHECK(queue.announced().large->number == "B001");
}

TEST_CASE("a queue that comes back lists what it missed, whether the feed or a whole board reports it")
{
    const bool by_feed = GENERATE(true, false);
    call_queue queue;
    queue.replace({}, at(0s), moment(0s));
    queue.add(made("A001", 1s), moment(1s));
    const auto b = made("B001", 60s), c = made("C001", 80s);
    if (by_feed) {
        queue.end("A001", moment(100s));
        queue.add(b, moment(100s));
        queue.add(c, moment(100s));
    } else {
        queue.replace({b, c}, at(100s), moment(100s));
    }
    CHECK(queue.announced().large->number == "C001");
    CHECK(queue.announced().is_calling);
    CHECK(numbers(queue.announced().rows) == "B001 (A001)");
    // What it knows by now is announced when it is called again.
    queue.add(b, moment(101s));
    CHECK(queue.announced().large->number == "B001");
    CHECK(numbers(queue.announced().rows) == "C001 (A001)");
}

TEST_CASE("a number that is still called stays large beside what was missed")
{
    call_queue queue;
    queue.replace({}, at(0s), moment(0s));
    queue.add(made("A001", 1s), moment(1s));
    queue.replace({made("A001", 1s), made("B001", 60s)}, at(100s), moment(100s));
    CHECK(queue.announced().large->number == "A001");
    CHECK(queue.announced().is_calling);
    CHECK(numbers(queue.announced().rows) == "B001");
}

TEST_CASE("a number counts as called only until it ends")
{
    call_queue queue;
    queue.add(made("A001"), moment(0s));
    CHECK(queue.announced().is_calling);
    queue.end("A001", moment(3s));
    CHECK(queue.announced().large->number == "A001");
    CHECK_FALSE(queue.announced().is_calling);
    queue.add(made("A001"), moment(5s));
    CHECK(queue.announced().is_calling);
    queue.replace({}, {}, moment(7s));
    CHECK_FALSE(queue.announced().is_calling);
}

TEST_CASE("a number that is served before its turn goes straight to the rows")
{
    call_queue queue;
    queue.add(made("A001"), moment(0s));
    queue.add(made("A002", 1s), moment(1s));
    queue.end("A002", moment(3s));
    queue.tick(moment(7s));
    CHECK(queue.announced().large->number == "A001");
    CHECK(numbers(queue.announced().rows) == "(A002)");
}

TEST_CASE("a number that is no longer called leaves when its counter calls again")
{
    call_queue queue;
    queue.add({"A001", "1", "A", at(0s)}, moment(0s));
    queue.add({"B001", "2", "B", at(10s)}, moment(10s));
    queue.end("A001", moment(11s));
    queue.end("B001", moment(12s));
    CHECK(numbers(queue.announced().rows) == "(A001)");
    queue.add({"A002", "1", "A", at(20s)}, moment(20s));
    CHECK(queue.announced().large->number == "A002");
    CHECK(numbers(queue.announced().rows) == "(B001)");
    queue.add({"B002", "2", "B", at(21s)}, moment(21s));
    CHECK(numbers(queue.announced().rows) == "B002");
}

TEST_CASE("a large number that is no longer called leaves, too, when its counter called again")
{
    call_queue queue;
    queue.add({"A001", "1", "A", at(0s)}, moment(0s));
    queue.end("A001", moment(10s));
    queue.add({"A002", "1", "A", at(20s)}, moment(20s));
    CHECK(queue.announced().large->number == "A002");
    CHECK(queue.announced().rows.empty());
}

TEST_CASE("each turn is counted, also that of the large call when it is made again")
{
    call_queue queue;
    queue.replace({made("A001")}, at(100s), moment(0s));
    CHECK(queue.announced().turns == 0);
    queue.add(made("B001", 101s), moment(1s));
    queue.add(made("C001", 102s), moment(2s));
    CHECK(queue.announced().turns == 1);
    queue.add(made("B001", 101s), moment(3s));
    CHECK(queue.announced().turns == 2);
    queue.tick(moment(9s));
    CHECK(queue.announced().large->number == "C001");
    CHECK(queue.announced().turns == 3);
}
