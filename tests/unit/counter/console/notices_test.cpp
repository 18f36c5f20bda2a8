#include "counter/console/model.hpp"
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

TEST_CASE("a key that does not apply says why")
{
    const auto told = [](model m, const event& key) {
        CHECK_FALSE(m.handle(key, {}));
        return m.state().notice ? m.state().notice->words : "nothing";
    };
    const auto called = counter_one(counter_state::open, {one(ticket_state::called)});
    CHECK(told(called, pressed{action::call_next}) == "console.busy");
    CHECK(told(called, pressed{action::finish}) == "console.start_first");
    CHECK(told(called, pressed_outcomes{}) == "console.start_first");
    CHECK(told(called, pressed_close{}) == "console.busy");
    CHECK(told(serving(), pressed{action::call_next}) == "console.busy");
    for (const auto a : {action::recall, action::start, action::no_show}) {
        CHECK(told(serving(), pressed{a}) == "console.in_service");
    }
    for (const auto a : {action::recall, action::start, action::finish, action::hold, action::transfer}) {
        CHECK(told(counter_one(), pressed{a}) == "console.no_number");
    }
    CHECK(told(counter_one(counter_state::closed), pressed{action::call_next}) == "console.not_open");
    CHECK(told(counter_one(counter_state::paused), pressed{action::call_next}) == "console.not_open");
    CHECK(told(counter_one(counter_state::closed), pressed_close{}) == "console.closed_already");
    auto asked = serving();
    asked.handle(pressed{action::transfer}, {});
    for (const event& key :
         {event(pressed{action::call_next}), event(pressed_outcomes{}), event(pressed_close{})}) {
        CHECK(told(asked, key) == "console.answer_first");
    }
    auto starting = called;
    starting.handle(pressed{action::start}, {});
    CHECK(told(starting, pressed_outcomes{}) == "console.slow");
}

TEST_CASE("what took a ticket from the counter is told for a while, also when the next order follows at once")
{
    const auto told = [](const wish& w, ticket after) {
        auto m = serving("A003");
        if (w.action == action::no_show) {
            m.handle(ticket_changed{one(ticket_state::called, "A003")}, {});
        }
        if (w.action == action::cancel) {
            m.handle(waiting_arrived{{one(ticket_state::waiting, "A009")}}, {});
            m.handle(picked{"demo-A009"}, {});
            m.handle(chose{1}, {});
        } else if (w.outcome) {
            m.handle(pressed_outcomes{}, {});
        } else if (w.action == action::transfer) {
            m.handle(pressed{action::transfer}, {});
            while (m.state().sheet->choices[m.state().sheet->chosen] != w) {
                m.handle(moved{1}, {});
            }
        }
        const auto sent = m.handle(m.state().sheet ? event(confirmed{}) : event(pressed{w.action}), {});
        m.handle(done{sent->key, std::move(after)}, {});
        const auto& n = m.state().notice;
        return n && n->about ? n->words + " " + n->about->number : "nothing";
    };
    const std::string id = "demo-A003";
    const auto served = one(ticket_state::served, "A003");
    const auto waits = one(ticket_state::waiting, "A003");
    CHECK(told({action::finish, id}, served) == "console.done.finish A003");
    CHECK(told({action::finish, id, {}, protocol::finish_outcome::documents_missing}, served) ==
          "console.done.outcome A003");
    CHECK(told({action::no_show, id}, one(ticket_state::no_show, "A003")) == "console.done.no_show A003");
    CHECK(told({action::transfer, id, destination{true, "2"}}, waits) == "console.done.to_counter A003");
    CHECK(told({action::transfer, id, destination{false, "B"}}, waits) == "console.done.to_service A003");
    CHECK(told({action::cancel, "demo-A009"}, one(ticket_state::cancelled, "A009")) ==
          "console.done.cancel A009");
    CHECK(told({action::hold, id}, one(ticket_state::held, "A003")) == "nothing");
    auto hasty = serving("A003");
    const auto finish = hasty.handle(pressed{action::finish}, {});
    hasty.handle(pressed{action::call_next}, {});
    REQUIRE(hasty.handle(done{finish->key, served}, {}));
    REQUIRE(hasty.state().notice);
    hasty.handle(ticked{}, moment(counter::limits::notice));
    CHECK_FALSE(hasty.state().notice);
}

TEST_CASE("an unanswered order that turns out to be carried out is told instead of the silence")
{
    auto call = counter_one();
    call.handle(unanswered{call.handle(pressed{action::call_next}, {})->key}, {});
    call.handle(connection_changed{false}, {});
    CHECK(call.state().unanswered->wish.action == action::call_next);
    call.handle(connection_changed{true}, moment(20s));
    CHECK(call.state().notice->words == "console.unanswered");
    CHECK(call.state().notice->since == moment(20s));
    call.handle(ticket_changed{one(ticket_state::called)}, moment(21s));
    CHECK_FALSE(call.state().unanswered);
    CHECK(call.state().notice->words == "console.done");
    CHECK(call.state().notice->about->number == "A001");
    auto finish = serving();
    const auto sent = finish.handle(pressed{action::finish}, {});
    finish.handle(unanswered{sent->key}, {});
    // Still in service after the silence: the same key again.
    finish.handle(others_arrived{{one(ticket_state::serving)}}, {});
    auto again = finish;
    CHECK(again.handle(pressed{action::finish}, {})->key == sent->key);
    finish.handle(others_arrived{{}}, {});
    CHECK(finish.state().notice->words == "console.done.finish");
}

TEST_CASE("an order that waits while the server is away is told once it is carried out")
{
    auto m = counter_one(counter_state::open, {one(ticket_state::called)});
    const auto start = m.handle(pressed{action::start}, {});
    m.handle(connection_changed{false}, {});
    CHECK(m.state().awaited->number == "A001");
    m.handle(connection_changed{true}, moment(5s));
    m.handle(done{start->key, one(ticket_state::serving)}, moment(5s));
    CHECK(m.state().notice->words == "console.done");
    const auto hold = m.handle(pressed{action::hold}, moment(12s));
    m.handle(ticked{}, moment(13s));
    m.handle(done{hold->key, one(ticket_state::held)}, moment(13s));
    CHECK_FALSE(m.state().notice);
}
