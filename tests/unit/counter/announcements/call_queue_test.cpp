#include "counter/announcements/call_queue.hpp"
#include "counter/limits.hpp"

#include <catch2/catch.hpp>

namespace limits = motcua::counter::limits;
using namespace motcua::counter::announcements;
using namespace std::chrono_literals;

namespace {

/// A call to a counter that calls this number only.
call made(const std::string& number, std::chrono::seconds since = 0s, int times = 1)
{
    return {number, "of " + number, "A", std::chrono::local_seconds(since), times};
}

std::chrono::local_seconds at(std::chrono::seconds since) { return std::chrono::local_seconds(since); }

/// The large number, then the others in their order.
std::string shown(const call_queue& queue)
{
    const auto& all = queue.announced();
    std::string text = all.large ? all.large->number : "none";
    for (const auto& one : all.others) {
        text += " " + one.number;
    }
    return text;
}

} // namespace

TEST_CASE("calls at the same moment are each shown long enough, in turn")
{
    call_queue queue;
    queue.add(made("A001"), moment(0s));
    queue.add(made("B001"), moment(0s));
    queue.tick(moment(limits::call_shown - 1ms));
    CHECK(shown(queue) == "A001 B001");
    queue.tick(moment(limits::call_shown));
    CHECK(shown(queue) == "B001 A001");
}

TEST_CASE("the office says how long a call is shown")
{
    call_queue queue;
    queue.set_turn(3s);
    queue.add(made("A001"), moment(0s));
    queue.add(made("B001"), moment(0s));
    queue.tick(moment(2999ms));
    CHECK(shown(queue) == "A001 B001");
    queue.tick(moment(3s));
    CHECK(shown(queue) == "B001 A001");
}

TEST_CASE("calls at the same moment are all listed at once")
{
    call_queue queue;
    queue.add(made("A001"), moment(0s));
    queue.add(made("B001", 1s), moment(1s));
    queue.add(made("C001", 2s), moment(1s));
    CHECK(shown(queue) == "A001 C001 B001");
}

TEST_CASE("a number that is no longer called leaves at once, and the next one has its turn")
{
    const bool by_feed = GENERATE(true, false);
    call_queue queue;
    queue.add(made("A001"), moment(0s));
    queue.add(made("B001", 1s), moment(0s));
    if (by_feed) {
        queue.end("A001", moment(500ms));
    } else {
        queue.replace({made("B001", 1s)}, at(1s), moment(500ms));
    }
    CHECK(shown(queue) == "B001");
    CHECK(queue.announced().turns == 2);
    queue.end("B001", moment(600ms));
    CHECK(shown(queue) == "none");
}

TEST_CASE("a number that is still called is large again when the newest is no longer called")
{
    call_queue queue;
    queue.add(made("A001"), moment(0s));
    queue.add(made("B001", 10s), moment(10s));
    CHECK(shown(queue) == "B001 A001");
    queue.end("B001", moment(12s));
    CHECK(shown(queue) == "A001");
    CHECK(queue.announced().turns == 2);
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
    CHECK(shown(queue) == "A001 C001");
    queue.tick(moment(6s));
    CHECK(shown(queue) == "C001 A001");
}

TEST_CASE("a number that is called elsewhere stands once, with its new counter, and waits behind the others")
{
    call_queue queue;
    queue.add({"A001", "1", "A", at(0s)}, moment(0s));
    queue.add({"B001", "2", "B", at(1s)}, moment(1s));
    queue.add({"B001", "3", "B", at(2s)}, moment(2s));
    CHECK(shown(queue) == "A001 B001");
    CHECK(queue.announced().others.front().counter == "3");
    queue.add({"A001", "4", "A", at(3s)}, moment(3s));
    CHECK(shown(queue) == "B001 A001");
    CHECK(queue.announced().others.front().counter == "4");
}

TEST_CASE("a recall of the large call is a turn of its own, marked with its time")
{
    call_queue queue;
    queue.add(made("A001"), moment(0s));
    CHECK_FALSE(queue.announced().recalled_at);
    queue.add(made("A001", 0s, 2), moment(20s));
    CHECK(queue.announced().large->times == 2);
    CHECK(queue.announced().recalled_at == moment(20s));
    CHECK(queue.announced().turns == 2);
    // What is reported again without a recall begins none.
    queue.add(made("A001", 0s, 2), moment(21s));
    CHECK(queue.announced().turns == 2);
}

TEST_CASE("a recall never delays the first turn of another call, and has its own turn afterwards")
{
    call_queue queue;
    queue.add(made("A001"), moment(0s));
    queue.add(made("A001", 0s, 2), moment(4s));
    queue.add(made("B001", 5s), moment(5s));
    queue.tick(moment(6s) - 1ms);
    CHECK(shown(queue) == "A001 B001");
    queue.tick(moment(6s));
    CHECK(shown(queue) == "B001 A001");
    CHECK_FALSE(queue.announced().recalled_at);
    queue.tick(moment(12s));
    CHECK(shown(queue) == "A001 B001");
    CHECK(queue.announced().recalled_at == moment(12s));
}

TEST_CASE("a recall of another number waits for the turn of the large one, and behind every first turn")
{
    call_queue queue;
    queue.add(made("A001"), moment(0s));
    queue.add(made("B001", 10s), moment(10s));
    queue.add(made("A001", 0s, 2), moment(11s));
    queue.add(made("C001", 12s), moment(12s));
    CHECK(shown(queue) == "B001 C001 A001");
    queue.tick(moment(16s));
    CHECK(shown(queue) == "C001 B001 A001");
    queue.tick(moment(22s));
    CHECK(shown(queue) == "A001 C001 B001");
    CHECK(queue.announced().large->times == 2);
    CHECK(queue.announced().recalled_at == moment(22s));
}

TEST_CASE("however often numbers are called again, a call waits for the turns of earlier calls alone")
{
    call_queue queue;
    for (int n = 0; n < 4; ++n) {
        queue.add(made("A00" + std::to_string(n), std::chrono::seconds(n)), moment(0s));
    }
    for (int second = 1; second < 18; ++second) {
        queue.add(made("A000", 0s, second + 1), moment(std::chrono::seconds(second)));
        queue.add(made("A003", 3s, second + 1), moment(std::chrono::seconds(second)));
    }
    CHECK(queue.announced().large->number == "A002");
    queue.tick(moment(18s));
    CHECK(queue.announced().large->number == "A003");
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
    CHECK(queue.announced().others.size() == 9);
}

TEST_CASE("a whole board does not make it forgotten how often a number was called")
{
    call_queue queue;
    queue.add(made("A001", 0s, 3), moment(0s));
    queue.replace({made("A001")}, at(1s), moment(1s));
    CHECK(queue.announced().large->times == 3);
}

TEST_CASE("a queue that starts has the newest call large, and the next one without delay")
{
    call_queue queue;
    queue.replace({made("A001", 20s), made("C001", 5s), made("B001", 90s)}, at(100s), moment(0s));
    CHECK(shown(queue) == "B001 A001 C001");
    // It was not announced, so that it has no turn to wait for.
    queue.add(made("D001", 101s), moment(1s));
    CHECK(shown(queue) == "D001 B001 A001 C001");
}

TEST_CASE("a queue that starts announces the newest call when it was made just now")
{
    call_queue queue;
    queue.replace({made("A001", 97s), made("B001", 98s)}, at(100s), moment(0s));
    CHECK(shown(queue) == "B001 A001");
    CHECK(queue.announced().turns == 1);
    queue.tick(moment(30s));
    CHECK(shown(queue) == "B001 A001");
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
    CHECK(shown(queue) == "C001 B001");
    CHECK(queue.announced().turns == 1);
    // What it knows by now is announced when it is called again.
    queue.add(made("B001", 60s, 2), moment(101s));
    CHECK(shown(queue) == "B001 C001");
}

TEST_CASE("a number that is still called stays large beside what was missed")
{
    call_queue queue;
    queue.replace({}, at(0s), moment(0s));
    queue.add(made("A001", 1s), moment(1s));
    queue.replace({made("A001", 1s), made("B001", 60s)}, at(100s), moment(100s));
    CHECK(shown(queue) == "A001 B001");
}
