#include "counter/console/rules.hpp"
#include "counter/limits.hpp"
#include "tests/unit/counter/console/sample.hpp"

#include <catch2/catch.hpp>

using namespace motcua;
using namespace motcua::counter::console;
using namespace std::chrono_literals;
using protocol::counter_state;
using protocol::ticket_state;
using test::counter_one;
using test::one;
using test::serving;

namespace {

std::vector<std::string> numbers(const std::vector<ticket>& list)
{
    std::vector<std::string> all;
    for (const auto& t : list) {
        all.push_back(t.number);
    }
    return all;
}

} // namespace

TEST_CASE("each action is allowed in its states only")
{
    const auto may = [](const model& m) {
        std::string all;
        for (const auto a :
             {action::call_next, action::recall, action::start, action::finish, action::no_show, action::hold,
              action::transfer, action::pause, action::open, action::close}) {
            all += allowed(m.state(), wish_of(m.state(), a)) ? '1' : '0';
        }
        return all;
    };
    CHECK(may(counter_one()) == "1000000101");
    CHECK(may(counter_one(counter_state::open, {one(ticket_state::called)})) == "0110111100");
    CHECK(may(serving()) == "0001011100");
    CHECK(may(counter_one(counter_state::paused)) == "0000000011");
    CHECK(may(counter_one(counter_state::closed)) == "0000000010");
}

TEST_CASE("the number called becomes the current one and leaves the waiting list")
{
    auto m = counter_one();
    const auto sent = m.handle(pressed{action::call_next}, {});
    REQUIRE(sent);
    CHECK(sent->wish.ticket.empty());
    m.handle(done{sent->key, one(ticket_state::called)}, {});
    CHECK(m.state().current->number == "A001");
    CHECK(m.state().waiting.empty());
}

TEST_CASE("nothing is sent while an answer is awaited or the server is away")
{
    auto m = counter_one();
    REQUIRE(m.handle(pressed{action::call_next}, {}));
    CHECK_FALSE(m.handle(pressed{action::call_next}, {}));
    auto away = counter_one();
    away.handle(connection_changed{false}, {});
    CHECK_FALSE(away.handle(pressed{action::call_next}, {}));
    CHECK_FALSE(away.handle(pressed_pause_or_open{}, {}));
}

TEST_CASE("what is pressed while an answer is awaited is done after it")
{
    auto m = serving();
    m.handle(waiting_arrived{{one(ticket_state::waiting, "A002")}}, {});
    const auto finish = m.handle(pressed{action::finish}, {});
    CHECK_FALSE(m.handle(pressed{action::call_next}, {}));
    const auto next = m.handle(done{finish->key, one(ticket_state::served)}, {});
    REQUIRE(next);
    CHECK(next->wish.action == action::call_next);
    CHECK(next->key != finish->key);
    // Of several the last counts; pressed before anybody came, it is meant for whom the answer brings.
    m.handle(pressed{action::no_show}, {});
    m.handle(pressed{action::start}, {});
    const auto start = m.handle(done{next->key, one(ticket_state::called, "A002")}, {});
    REQUIRE(start);
    CHECK(start->wish == wish{action::start, "demo-A002"});
    CHECK_FALSE(m.handle(done{start->key, one(ticket_state::serving, "A002")}, {}));
}

TEST_CASE("a key pressed twice in haste calls one number")
{
    auto m = counter_one();
    const auto sent = m.handle(pressed{action::call_next}, {});
    for (int times = 0; times < 3; ++times) {
        CHECK_FALSE(m.handle(pressed{action::call_next}, {}));
    }
    CHECK_FALSE(m.handle(done{sent->key, one(ticket_state::called)}, {}));
    CHECK_FALSE(m.state().notice);
    auto opening = counter_one(counter_state::closed);
    const auto opened = opening.handle(pressed_pause_or_open{}, {});
    CHECK_FALSE(opening.handle(pressed_pause_or_open{}, {}));
    opening.handle(counter_changed{{"1", counter_state::open, {"A"}}}, {});
    CHECK_FALSE(opening.handle(done{opened->key, {}}, {}));
}

TEST_CASE("what was pressed and cannot be done after the answer is told")
{
    auto m = serving();
    const auto finish = m.handle(pressed{action::finish}, {});
    m.handle(pressed{action::hold}, {});
    CHECK_FALSE(m.handle(done{finish->key, one(ticket_state::served)}, {}));
    REQUIRE(m.state().notice);
    CHECK(m.state().notice->words == "console.not_now");
    auto nobody = counter_one();
    const auto call = nobody.handle(pressed{action::call_next}, {});
    nobody.handle(pressed{action::start}, {});
    CHECK_FALSE(nobody.handle(nobody_waits{call->key}, {}));
    CHECK(nobody.state().notice->words == "console.nobody");
}

TEST_CASE("what was pressed is forgotten on Escape, on a refusal and without an answer")
{
    const auto waiting_for_an_answer = [](model& m) {
        const auto finish = m.handle(pressed{action::finish}, {});
        m.handle(pressed{action::call_next}, {});
        REQUIRE(m.state().remembered);
        return finish->key;
    };
    auto left_it = serving();
    const auto key = waiting_for_an_answer(left_it);
    left_it.handle(left{}, {});
    CHECK_FALSE(left_it.handle(done{key, one(ticket_state::served)}, {}));
    auto no = serving();
    CHECK_FALSE(no.handle(refused{waiting_for_an_answer(no), "wrong_state"}, {}));
    CHECK_FALSE(no.state().remembered);
    auto silent = serving();
    CHECK_FALSE(silent.handle(unanswered{waiting_for_an_answer(silent)}, {}));
    CHECK_FALSE(silent.state().remembered);
}

TEST_CASE("a question can be asked and answered while another answer is awaited")
{
    auto m = counter_one(counter_state::open, {one(ticket_state::called)}, {});
    const auto start = m.handle(pressed{action::start}, {});
    m.handle(pressed{action::transfer}, {});
    CHECK_FALSE(m.handle(done{start->key, one(ticket_state::serving)}, {}));
    REQUIRE(m.state().sheet);
    auto ending = serving();
    const auto recall = ending.handle(pressed{action::hold}, {});
    ending.handle(pressed_outcomes{}, {});
    REQUIRE(ending.state().sheet);
    CHECK_FALSE(ending.handle(confirmed{}, {}));
    CHECK(ending.state().remembered);
    CHECK_FALSE(ending.handle(done{recall->key, one(ticket_state::held)}, {}));
    CHECK(ending.state().notice->words == "console.not_now");
}

TEST_CASE("an order that had no answer is sent again with the same key")
{
    auto m = counter_one();
    const auto first = m.handle(pressed{action::call_next}, {});
    m.handle(ticked{}, moment(counter::limits::answer));
    CHECK(m.state().notice->words == "console.unanswered");
    const auto again = m.handle(pressed{action::call_next}, moment(11s));
    REQUIRE(again);
    CHECK(again->key == first->key);
    m.handle(done{again->key, one(ticket_state::called)}, moment(11s));
    CHECK(m.handle(pressed{action::start}, moment(12s))->key != first->key);
}

TEST_CASE("an unanswered call that the feed shows as made is not made again with its key")
{
    auto m = counter_one();
    const auto first = m.handle(pressed{action::call_next}, {});
    m.handle(unanswered{first->key}, {});
    m.handle(ticket_changed{one(ticket_state::called)}, {});
    m.handle(ticket_changed{one(ticket_state::cancelled)}, {});
    CHECK(m.handle(pressed{action::call_next}, {})->key != first->key);
}

TEST_CASE("closed counters come last among those that a number can be sent to")
{
    auto m = serving();
    m.handle(board_arrived{test::monday_morning(),
                           {{"1", counter_state::open, {"A"}},
                            {"2", counter_state::closed, {}},
                            {"3", counter_state::paused, {"B"}},
                            {"4", counter_state::open, {"C"}}}},
             {});
    m.handle(pressed{action::transfer}, {});
    std::string counters;
    for (const auto& w : m.state().sheet->choices) {
        if (w.to->to_counter) {
            counters += w.to->code;
        }
    }
    CHECK(counters == "342");
}

TEST_CASE("an answer that is slow is spoken of, and a quick one is not")
{
    auto m = counter_one();
    m.handle(pressed{action::call_next}, {});
    m.handle(ticked{}, moment(100ms));
    CHECK_FALSE(m.state().slow);
    m.handle(ticked{}, moment(counter::limits::patience));
    CHECK(m.state().slow);
}

TEST_CASE("a transfer is chosen from a sheet, confirmed or left")
{
    auto m = serving();
    CHECK_FALSE(m.handle(pressed{action::transfer}, {}));
    REQUIRE(m.state().sheet);
    CHECK(m.state().sheet->choices.size() == 6);
    CHECK_FALSE(m.handle(pressed{action::finish}, {}));
    m.handle(left{}, {});
    CHECK_FALSE(m.state().sheet);
    m.handle(pressed{action::transfer}, {});
    m.handle(moved{9}, {});
    const auto sent = m.handle(confirmed{}, {});
    REQUIRE(sent);
    CHECK(sent->wish.to == destination{true, "4"});
    CHECK(sent->wish.ticket == "demo-A001");
}

TEST_CASE("finish is served at once, and the other outcomes are a sheet")
{
    auto m = serving();
    CHECK_FALSE(m.handle(pressed_outcomes{}, {}));
    m.handle(moved{1}, {});
    auto sent = m.handle(confirmed{}, {});
    REQUIRE(sent);
    CHECK(sent->wish.outcome == protocol::finish_outcome::wrong_service);
    auto quick = serving();
    sent = quick.handle(pressed{action::finish}, {});
    REQUIRE(sent);
    CHECK_FALSE(sent->wish.outcome);
    auto called = counter_one(counter_state::open, {one(ticket_state::called)});
    called.handle(pressed_outcomes{}, {});
    CHECK_FALSE(called.state().sheet);
}

TEST_CASE("a held ticket is resumed by the keys alone, and by a touch")
{
    auto m = counter_one(counter_state::open, {one(ticket_state::held, "A007")});
    CHECK(numbers(m.state().held) == std::vector<std::string>{"A007"});
    m.handle(moved{1}, {});
    CHECK(m.state().selected == "demo-A007");
    auto sent = m.handle(confirmed{}, {});
    REQUIRE(sent);
    CHECK(sent->wish == wish{action::resume, "demo-A007"});
    m.handle(done{sent->key, one(ticket_state::serving, "A007")}, {});
    CHECK(m.state().current->number == "A007");
    CHECK(m.state().held.empty());
    auto touched = counter_one(counter_state::open, {one(ticket_state::held, "A007")});
    sent = touched.handle(picked{"demo-A007"}, {});
    REQUIRE(sent);
    CHECK(sent->wish.action == action::resume);
}

TEST_CASE("a held ticket is not resumed beside another one, and the staff is told why")
{
    auto m = counter_one(counter_state::open, {one(ticket_state::held, "A007"), one(ticket_state::called)});
    CHECK_FALSE(m.handle(picked{"demo-A007"}, {}));
    CHECK(m.state().notice->words == "console.busy");
}

TEST_CASE("one who waits is called out of order only after a question")
{
    auto m = counter_one(counter_state::open, {},
                         {one(ticket_state::waiting), one(ticket_state::waiting, "A002")});
    CHECK_FALSE(m.handle(picked{"demo-A002"}, {}));
    REQUIRE(m.state().sheet);
    const auto sent = m.handle(confirmed{}, {});
    REQUIRE(sent);
    CHECK(sent->wish == wish{action::call, "demo-A002"});
}

TEST_CASE("a number is cancelled only after a question of its own")
{
    auto m = counter_one();
    m.handle(picked{"demo-A001"}, {});
    SECTION("touched") { CHECK_FALSE(m.handle(chose{1}, {})); }
    SECTION("by the keys")
    {
        m.handle(moved{1}, {});
        CHECK_FALSE(m.handle(confirmed{}, {}));
    }
    REQUIRE(m.state().sheet);
    CHECK(m.state().sheet->kind == sheet_kind::cancel);
    auto left_it = m;
    left_it.handle(left{}, {});
    CHECK_FALSE(left_it.state().sheet);
    const auto sent = m.handle(confirmed{}, {});
    REQUIRE(sent);
    CHECK(sent->wish == wish{action::cancel, "demo-A001"});
    // The question goes with its ticket.
    left_it.handle(picked{"demo-A001"}, {});
    left_it.handle(chose{1}, {});
    auto elsewhere = one(ticket_state::called);
    elsewhere.counter = "2";
    left_it.handle(ticket_changed{elsewhere}, {});
    CHECK_FALSE(left_it.state().sheet);
}

TEST_CASE("a question about a ticket goes with the ticket")
{
    auto m = counter_one();
    m.handle(picked{"demo-A001"}, {});
    REQUIRE(m.state().sheet);
    auto elsewhere = one(ticket_state::called);
    elsewhere.counter = "2";
    m.handle(ticket_changed{elsewhere}, {});
    CHECK_FALSE(m.state().sheet);
    CHECK(m.state().selected.empty());
}

TEST_CASE("who did not come is called again from the list, the last ones only")
{
    std::vector<ticket> absent;
    for (int n = 1; n <= 5; ++n) {
        absent.push_back(one(ticket_state::no_show, "A00" + std::to_string(n), std::chrono::minutes(60 - n)));
    }
    auto m = counter_one(counter_state::open, absent);
    CHECK(numbers(m.state().absent) == std::vector<std::string>{"A005", "A004", "A003"});
    const auto sent = m.handle(picked{"demo-A004"}, {});
    REQUIRE(sent);
    CHECK(sent->wish == wish{action::recall, "demo-A004"});
}

TEST_CASE("closing the counter is a question first, and no matter while someone is there")
{
    auto m = counter_one();
    CHECK_FALSE(m.handle(pressed_close{}, {}));
    REQUIRE(m.state().sheet);
    CHECK(m.handle(confirmed{}, {})->wish.action == action::close);
    auto busy = serving();
    busy.handle(pressed_close{}, {});
    CHECK_FALSE(busy.state().sheet);
}

TEST_CASE("those whom no other open counter would call are counted before closing")
{
    auto reserved = one(ticket_state::waiting, "A009");
    reserved.reserved_for = "1";
    auto m = counter_one(counter_state::open, {}, {one(ticket_state::waiting), reserved});
    CHECK(left_alone(m.state()) == 1);
    m.handle(counter_changed{{"2", counter_state::paused, {"A", "D"}}}, {});
    CHECK(left_alone(m.state()) == 2);
}

TEST_CASE("the lists are gone through by pages and to their ends")
{
    std::vector<ticket> queue;
    for (int n = 0; n < 60; ++n) {
        queue.push_back(one(ticket_state::waiting, "A" + std::to_string(100 + n)));
    }
    auto m = counter_one(counter_state::open, {}, queue);
    const auto after = [&](int by) {
        m.handle(moved{by}, {});
        return m.state().selected;
    };
    CHECK(after(to_end) == "demo-A159");
    CHECK(after(-page) == "demo-A152");
    CHECK(after(-to_end) == "demo-A100");
    CHECK(after(page) == "demo-A107");
}

TEST_CASE("left and right lead from the services to the counters and back, on the same row")
{
    auto m = serving();
    m.handle(pressed{action::transfer}, {});
    const auto after = [&](const event& e) {
        m.handle(e, {});
        return *m.state().sheet->choices[m.state().sheet->chosen].to;
    };
    CHECK(after(moved{1}) == destination{false, "C"});
    CHECK(after(moved_across{1}) == destination{true, "3"});
    CHECK(after(moved_across{1}) == destination{true, "3"});
    CHECK(after(moved_across{-1}) == destination{false, "C"});
    auto idle = counter_one();
    const auto before = idle.revision();
    idle.handle(moved_across{1}, {});
    CHECK(idle.revision() == before);
}

TEST_CASE("the key of pause and open does what the counter's state leaves")
{
    CHECK(counter_one().handle(pressed_pause_or_open{}, {})->wish.action == action::pause);
    CHECK(counter_one(counter_state::paused).handle(pressed_pause_or_open{}, {})->wish.action ==
          action::open);
    CHECK(counter_one(counter_state::closed).handle(pressed_pause_or_open{}, {})->wish.action ==
          action::open);
}

TEST_CASE("a refusal and an empty queue are told, and the telling ends")
{
    auto m = counter_one();
    auto sent = m.handle(pressed{action::call_next}, {});
    m.handle(nobody_waits{sent->key}, {});
    CHECK(m.state().notice->words == "console.nobody");
    sent = m.handle(pressed{action::call_next}, {});
    m.handle(refused{sent->key, "busy"}, {});
    CHECK(m.state().notice->words == "console.refused.changed");
    m.handle(ticked{}, moment(counter::limits::notice));
    CHECK_FALSE(m.state().notice);
}

TEST_CASE("the feed moves tickets to this counter and away from it")
{
    auto m = counter_one();
    auto elsewhere = one(ticket_state::called);
    elsewhere.counter = "2";
    m.handle(ticket_changed{elsewhere}, {});
    CHECK_FALSE(m.state().current);
    CHECK(m.state().waiting.empty());
    m.handle(ticket_changed{one(ticket_state::called)}, {});
    REQUIRE(m.state().current);
    m.handle(ticket_changed{one(ticket_state::served)}, {});
    CHECK_FALSE(m.state().current);
}

TEST_CASE("the waiting list holds whom this counter may call, in calling order")
{
    auto reserved = one(ticket_state::waiting, "B003", 5min);
    reserved.reserved_for = "1";
    auto taken = one(ticket_state::waiting, "A009", 50min);
    taken.reserved_for = "2";
    auto m =
        counter_one(counter_state::open, {},
                    {taken, one(ticket_state::waiting), one(ticket_state::waiting, "B002", 9min), reserved});
    CHECK(numbers(m.state().waiting) == std::vector<std::string>{"A001", "B003"});
    m.handle(ticket_changed{one(ticket_state::waiting, "D001", 10min)}, {});
    CHECK(numbers(m.state().waiting) == std::vector<std::string>{"A001", "D001", "B003"});
    m.handle(counter_changed{{"1", counter_state::open, {"B"}}}, {});
    CHECK(numbers(m.state().waiting) == std::vector<std::string>{"B002", "B003"});
}

TEST_CASE("the picture changes by the second only while someone is at the counter")
{
    auto idle = counter_one();
    idle.handle(ticked{}, moment(1s));
    const auto before = idle.revision();
    idle.handle(ticked{}, moment(59s));
    CHECK(idle.revision() == before);
    idle.handle(ticked{}, moment(60s));
    CHECK(idle.revision() != before);
    auto busy = serving();
    const auto second = busy.revision();
    busy.handle(ticked{}, moment(1s));
    CHECK(busy.revision() != second);
}
