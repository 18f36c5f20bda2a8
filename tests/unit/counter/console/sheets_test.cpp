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
    CHECK(called.state().sheet);
}

TEST_CASE("a held ticket is resumed by the keys alone, and by a touch")
{
    auto m = counter_one(counter_state::open, {one(ticket_state::held, "A007")});
    CHECK(numbers(m.state().held) == std::vector<std::string>{"A007"});
    // Below those that wait.
    m.handle(moved{-1}, {});
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

TEST_CASE("a held ticket is not resumed beside another one, and the staff sees why")
{
    auto m = counter_one(counter_state::open, {one(ticket_state::held, "A007"), one(ticket_state::called)});
    CHECK_FALSE(m.handle(picked{"demo-A007"}, {}));
    CHECK(m.state().notice->words == "console.busy");
}

TEST_CASE("a waiting ticket is called out of order only after a question")
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
    SECTION("touched") { CHECK_FALSE(m.handle(chose{3}, {})); }
    SECTION("by the keys")
    {
        m.handle(moved{3}, {});
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
    left_it.handle(chose{3}, {});
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

TEST_CASE("every no-show of the hall is listed, the latest first, and is taken back from there")
{
    std::vector<ticket> no_shows;
    for (int n = 1; n <= 5; ++n) {
        no_shows.push_back(
            one(ticket_state::no_show, "A00" + std::to_string(n), std::chrono::minutes(60 - n)));
    }
    no_shows.front().counter = "3";
    auto m = counter_one(counter_state::open, no_shows);
    CHECK(numbers(m.state().no_shows) == std::vector<std::string>{"A005", "A004", "A003", "A002", "A001"});
    m.handle(moved_across{-1}, {});
    CHECK(m.state().list == list_kind::no_shows);
    CHECK(listed(m.state()).size() == 5);
    auto other = m;
    CHECK(other.handle(picked{"demo-A001"}, {})->wish == wish{action::recall, "demo-A001"});
    const auto sent = m.handle(picked{"demo-A004"}, {});
    REQUIRE(sent);
    CHECK(sent->wish == wish{action::recall, "demo-A004"});
}

TEST_CASE("typing a number finds it among all of the hall's tickets of today")
{
    auto elsewhere = one(ticket_state::serving, "B012");
    elsewhere.counter = "3";
    auto missed = one(ticket_state::no_show, "A012");
    missed.counter = "2";
    auto m = counter_one(counter_state::open, {elsewhere, missed},
                         {one(ticket_state::waiting, "A120"), one(ticket_state::waiting, "C112")});
    m.handle(typed{U'1'}, {});
    m.handle(typed{U'2'}, {});
    CHECK(numbers(m.state().found) == std::vector<std::string>{"B012", "A012", "C112", "A120"});
    CHECK(m.state().selected == "demo-B012");
    CHECK_FALSE(m.handle(confirmed{}, {}));
    CHECK(m.state().notice->words == "console.elsewhere");
    m.handle(moved{1}, {});
    const auto sent = m.handle(confirmed{}, {});
    REQUIRE(sent);
    CHECK(sent->wish == wish{action::recall, "demo-A012"});
    m.handle(done{sent->key, one(ticket_state::waiting, "A012")}, {});
    CHECK(m.state().notice->words == "console.done.returned");
    m.handle(erased{}, {});
    m.handle(typed{U'a'}, {});
    CHECK(m.state().search == "1A");
    CHECK(m.state().found.empty());
    m.handle(left{}, {});
    m.handle(left{}, {});
    CHECK(m.state().search.empty());
    CHECK(m.state().list == list_kind::waiting);
}

TEST_CASE("a no-show asks first soon after the call, and after one call only")
{
    const auto asks = [](std::chrono::seconds ago, int calls) {
        auto called = one(ticket_state::called);
        called.called_at = test::monday_morning() - ago;
        called.calls = calls;
        auto m = counter_one(counter_state::open, {called});
        const auto sent = m.handle(pressed{action::no_show}, {});
        CHECK(sent.has_value() != m.state().sheet.has_value());
        if (m.state().sheet) {
            CHECK(m.handle(confirmed{}, {})->wish == wish{action::no_show, "demo-A001"});
        }
        return !sent;
    };
    CHECK(asks(29s, 2));
    CHECK(asks(60s, 1));
    CHECK_FALSE(asks(30s, 2));
}

TEST_CASE("closing the counter is a question first, and not offered while someone is there")
{
    auto m = counter_one();
    CHECK_FALSE(m.handle(pressed_close{}, {}));
    REQUIRE(m.state().sheet);
    CHECK(m.handle(confirmed{}, {})->wish.action == action::close);
    auto busy = serving();
    busy.handle(pressed_close{}, {});
    CHECK_FALSE(busy.state().sheet);
}

TEST_CASE("tickets that no other open counter would call are counted before closing")
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

TEST_CASE("left and right lead from the services to the counters and back, on the same row, and else from "
          "list to list")
{
    auto m = serving();
    m.handle(pressed{action::transfer}, {});
    const auto after = [&](const event& event) {
        m.handle(event, {});
        return *m.state().sheet->choices[m.state().sheet->chosen].to;
    };
    CHECK(after(moved{1}) == destination{false, "C"});
    CHECK(after(moved_across{1}) == destination{true, "3"});
    CHECK(after(moved_across{1}) == destination{true, "3"});
    CHECK(after(moved_across{-1}) == destination{false, "C"});
    auto idle = counter_one();
    idle.handle(moved_across{1}, {});
    CHECK(idle.state().list == list_kind::held);
}

TEST_CASE("signing out asks first while somebody is at the counter, and only an officer can")
{
    auto device = serving();
    CHECK_FALSE(device.handle(pressed_sign_out{}, {}));
    CHECK_FALSE(device.state().sheet);

    auto free = test::counter_one(counter_state::open, {}, {}, true);
    const auto at_once = free.handle(pressed_sign_out{}, {});
    REQUIRE(at_once);
    CHECK(at_once->wish.action == action::sign_out);

    auto busy = test::counter_one(counter_state::open, {one(ticket_state::serving)}, {}, true);
    CHECK_FALSE(busy.handle(pressed_sign_out{}, {}));
    REQUIRE(busy.state().sheet);
    const auto confirmed_one = busy.handle(confirmed{}, {});
    REQUIRE(confirmed_one);
    busy.handle(signed_out{}, {});
    CHECK(busy.state().is_signed_out);
}

TEST_CASE("an officer can leave without the server")
{
    auto m = test::counter_one(counter_state::open, {one(ticket_state::serving)}, {}, true);
    m.handle(connection_changed{false}, {});
    CHECK_FALSE(m.handle(pressed_sign_out{}, {}));
    CHECK(m.state().is_signed_out);
}
