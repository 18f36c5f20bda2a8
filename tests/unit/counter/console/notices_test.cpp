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
    const auto notice_of = [](model model, const event& key) {
        CHECK_FALSE(model.handle(key, {}));
        return model.state().notice ? model.state().notice->words : "nothing";
    };
    const auto called = counter_one(counter_state::open, {one(ticket_state::called)});
    CHECK(notice_of(called, pressed_close{}) == "console.busy");
    CHECK(notice_of(counter_one(counter_state::paused, {one(ticket_state::serving)}),
                    pressed{action::call_next}) == "console.not_open");
    for (const auto a : {action::recall, action::start, action::no_show}) {
        CHECK(notice_of(serving(), pressed{a}) == "console.in_service");
    }
    for (const auto a : {action::recall, action::start, action::finish, action::hold, action::transfer}) {
        CHECK(notice_of(counter_one(), pressed{a}) == "console.no_number");
    }
    CHECK(notice_of(counter_one(counter_state::closed), pressed{action::call_next}) == "console.not_open");
    CHECK(notice_of(counter_one(counter_state::paused), pressed{action::call_next}) == "console.not_open");
    CHECK(notice_of(counter_one(counter_state::closed), pressed_close{}) == "console.closed_already");
    auto asked = serving();
    asked.handle(pressed{action::transfer}, {});
    for (const event& key :
         {event(pressed{action::call_next}), event(pressed_outcomes{}), event(pressed_close{})}) {
        CHECK(notice_of(asked, key) == "console.answer_first");
    }
    auto calling = counter_one();
    calling.handle(pressed{action::call_next}, {});
    CHECK(notice_of(calling, pressed_outcomes{}) == "console.slow");
}

TEST_CASE("an order that took a ticket from the counter is shown for a while, also when the next order "
          "follows at once")
{
    const auto notice_of = [](const wish& wish, ticket after) {
        auto m = serving("A003");
        if (wish.action == action::no_show) {
            m.handle(ticket_changed{one(ticket_state::called, "A003")}, {});
        }
        if (wish.action == action::cancel) {
            m.handle(waiting_arrived{{one(ticket_state::waiting, "A009")}}, {});
            m.handle(picked{"demo-A009"}, {});
            m.handle(chose{3}, {});
        } else if (wish.action == action::no_show) {
            m.handle(pressed{wish.action}, {});
        } else if (wish.outcome) {
            m.handle(pressed_outcomes{}, {});
        } else if (wish.action == action::transfer) {
            m.handle(pressed{action::transfer}, {});
            while (m.state().sheet->choices[m.state().sheet->chosen] != wish) {
                m.handle(moved{1}, {});
            }
        }
        const auto sent = m.handle(m.state().sheet ? event(confirmed{}) : event(pressed{wish.action}), {});
        m.handle(done{sent->key, std::move(after)}, {});
        const auto& n = m.state().notice;
        return n && n->is_success() ? n->words + " " + n->about->number : "nothing";
    };
    const std::string id = "demo-A003";
    const auto served = one(ticket_state::served, "A003");
    const auto waits = one(ticket_state::waiting, "A003");
    CHECK(notice_of({action::finish, id}, served) == "console.done.finish A003");
    CHECK(notice_of({action::finish, id, {}, protocol::finish_outcome::documents_missing}, served) ==
          "console.done.outcome A003");
    CHECK(notice_of({action::no_show, id}, one(ticket_state::no_show, "A003")) ==
          "console.done.no_show A003");
    CHECK(notice_of({action::transfer, id, destination{true, "2"}}, waits) == "console.done.to_counter A003");
    CHECK(notice_of({action::transfer, id, destination{false, "B"}}, waits) ==
          "console.done.to_service A003");
    CHECK(notice_of({action::cancel, "demo-A009"}, one(ticket_state::cancelled, "A009")) ==
          "console.done.cancel A009");
    CHECK(notice_of({action::hold, id}, one(ticket_state::held, "A003")) == "nothing");
    auto hasty = serving("A003");
    const auto finish = hasty.handle(pressed{action::finish}, {});
    hasty.handle(pressed{action::call_next}, {});
    REQUIRE(hasty.handle(done{finish->key, served}, {}));
    REQUIRE(hasty.state().notice);
    hasty.handle(ticked{}, moment(counter::limits::notice));
    CHECK_FALSE(hasty.state().notice);
}

TEST_CASE("an unanswered order that turns out to be carried out is shown instead of the silence")
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

TEST_CASE("an order that waits while the server is away is shown once it is carried out")
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
