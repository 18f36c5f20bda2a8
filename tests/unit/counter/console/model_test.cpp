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
using test::numbers;
using test::one;
using test::serving;

TEST_CASE("each action is allowed in its states only")
{
    const auto may = [](const model& model) {
        std::string all;
        for (const auto a :
             {action::call_next, action::recall, action::start, action::finish, action::no_show, action::hold,
              action::transfer, action::pause, action::open, action::close}) {
            all += allowed(model.state(), wish_of(model.state(), a)) ? '1' : '0';
        }
        return all;
    };
    CHECK(may(counter_one()) == "1000000101");
    CHECK(may(counter_one(counter_state::open, {one(ticket_state::called)})) == "1111111100");
    CHECK(may(serving()) == "1001011100");
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
    // Of several the last counts; pressed before anybody came, it is meant for the ticket of the answer.
    m.handle(pressed{action::no_show}, {});
    m.handle(pressed{action::start}, {});
    const auto start = m.handle(done{next->key, one(ticket_state::called, "A002")}, {});
    REQUIRE(start);
    CHECK(start->wish == wish{action::start, "demo-A002"});
    CHECK_FALSE(m.handle(done{start->key, one(ticket_state::serving, "A002")}, {}));
}

TEST_CASE("one key finishes who was served and calls the next, from the call or the service")
{
    for (const auto from : {ticket_state::serving, ticket_state::called}) {
        auto m = counter_one(counter_state::open, {one(from)}, {one(ticket_state::waiting, "A002")});
        const auto sent = m.handle(pressed{action::call_next}, {});
        REQUIRE(sent);
        CHECK(sent->wish == wish{action::finish_and_call, "demo-A001"});
        // The answer may come before the feed.
        m.handle(done{sent->key, one(ticket_state::called, "A002")}, {});
        CHECK(m.state().current->number == "A002");
        CHECK(m.state().notice->words == "console.done.finish");
        CHECK(m.state().notice->about->number == "A001");
    }
}

TEST_CASE("who was served is finished although nobody waits")
{
    auto m = serving();
    const auto sent = m.handle(pressed{action::call_next}, {});
    m.handle(nobody_waits{sent->key}, {});
    CHECK_FALSE(m.state().current);
    CHECK(m.state().notice->words == "console.done.finish_last");
    CHECK(m.state().notice->about->number == "A001");
}

TEST_CASE("the next call asks first within 20 s of the last one")
{
    auto called = one(ticket_state::called);
    called.called_at = test::monday_morning() - 19s;
    auto m = counter_one(counter_state::open, {called});
    CHECK_FALSE(m.handle(pressed{action::call_next}, {}));
    REQUIRE(m.state().sheet);
    CHECK(m.state().sheet->kind == sheet_kind::hasty_next);
    auto sure = m;
    const auto sent = sure.handle(confirmed{}, {});
    REQUIRE(sent);
    CHECK(sent->wish == wish{action::finish_and_call, "demo-A001"});
    m.handle(left{}, {});
    m.handle(ticked{}, moment(1s));
    CHECK(m.handle(pressed{action::call_next}, moment(1s)));
}

TEST_CASE("the key of the next call, pressed behind another, calls the one who is next by then")
{
    auto m = serving();
    const auto held = m.handle(pressed{action::hold}, {});
    m.handle(pressed{action::call_next}, {});
    const auto next = m.handle(done{held->key, one(ticket_state::held)}, {});
    REQUIRE(next);
    CHECK(next->wish == wish{action::call_next});
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

TEST_CASE("a press that no longer fits after the answer is reported")
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
    const auto waiting_for_an_answer = [](model& model) {
        const auto finish = model.handle(pressed{action::finish}, {});
        model.handle(pressed{action::call_next}, {});
        REQUIRE(model.state().remembered);
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

TEST_CASE("a slow answer is mentioned, and a quick one is not")
{
    auto m = counter_one();
    m.handle(pressed{action::call_next}, {});
    m.handle(ticked{}, moment(100ms));
    CHECK_FALSE(m.state().slow);
    m.handle(ticked{}, moment(counter::limits::patience));
    CHECK(m.state().slow);
}

TEST_CASE("the key of pause and open does what the counter's state leaves")
{
    CHECK(counter_one().handle(pressed_pause_or_open{}, {})->wish.action == action::pause);
    CHECK(counter_one(counter_state::paused).handle(pressed_pause_or_open{}, {})->wish.action ==
          action::open);
    CHECK(counter_one(counter_state::closed).handle(pressed_pause_or_open{}, {})->wish.action ==
          action::open);
}

TEST_CASE("a refusal and an empty queue are shown, and the notice ends")
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

TEST_CASE("the waiting list holds the tickets that this counter may call, in calling order")
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
