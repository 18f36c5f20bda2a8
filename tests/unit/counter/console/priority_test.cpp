#include "counter/console/rules.hpp"
#include "counter/console/wire.hpp"
#include "tests/unit/counter/console/sample.hpp"

#include <catch2/catch.hpp>

using namespace motcua;
using namespace motcua::counter::console;
using protocol::counter_state;
using protocol::priority;
using protocol::ticket_state;
using test::counter_one;
using test::one;
using test::serving;

namespace {

ticket elderly(std::optional<bool> confirmed = {})
{
    auto claimed = one(ticket_state::called);
    claimed.priority = priority::elderly;
    claimed.priority_confirmed = confirmed;
    return claimed;
}

std::string body_of(const order& sent) { return request_of(sent.wish, "demo", "1").body; }

} // namespace

TEST_CASE("one key confirms a class that nobody has looked at, another one refuses it")
{
    auto m = counter_one(counter_state::open, {elderly()});
    CHECK(has_open_class(*m.state().current));
    auto refusing = m;
    const auto confirmed_it = m.handle(pressed{action::confirm_priority}, {});
    REQUIRE(confirmed_it);
    CHECK(request_of(confirmed_it->wish, "demo", "1").path == "/tickets/demo-A001/priority");
    CHECK(body_of(*confirmed_it) == R"({"priority":"elderly","confirmed":true})");
    m.handle(done{confirmed_it->key, elderly(true)}, {});
    CHECK_FALSE(has_open_class(*m.state().current));
    const auto refused_it = refusing.handle(pressed{action::refuse_priority}, {});
    REQUIRE(refused_it);
    CHECK(body_of(*refused_it) == R"({"priority":"none","confirmed":false})");
}

TEST_CASE("a class is corrected from a sheet, which the key opens where none is to be confirmed")
{
    auto m = counter_one(counter_state::open, {elderly()});
    CHECK_FALSE(m.handle(pressed{action::correct_priority}, {}));
    REQUIRE(m.state().sheet);
    CHECK(m.state().sheet->choices[m.state().sheet->chosen].priority == priority::elderly);
    const auto sent = m.handle(chose{3}, {});
    REQUIRE(sent);
    CHECK(body_of(*sent) == R"({"priority":"pregnant","confirmed":true})");
    auto known = counter_one(counter_state::open, {elderly(true)});
    CHECK_FALSE(known.handle(pressed{action::confirm_priority}, {}));
    REQUIRE(known.state().sheet);
    CHECK(body_of(*known.handle(typed{U'0'}, {})) == R"({"priority":"none","confirmed":false})");
    auto plain = serving();
    CHECK_FALSE(plain.handle(pressed{action::refuse_priority}, {}));
    CHECK(plain.state().notice->words == "console.no_class");
}

namespace {

/// Waits, and says that it is of an elderly person.
ticket claiming(std::string number = "A001")
{
    auto one = test::one(ticket_state::waiting, std::move(number));
    one.priority = priority::elderly;
    return one;
}

} // namespace

TEST_CASE("the keys confirm and refuse the class of a waiting ticket that is selected in the list")
{
    auto m = counter_one(counter_state::open, {one(ticket_state::serving, "A009")}, {claiming()});
    m.handle(moved{1}, {});
    auto refusing = m;
    const auto confirmed_it = m.handle(pressed{action::confirm_priority}, {});
    REQUIRE(confirmed_it);
    CHECK(request_of(confirmed_it->wish, "demo", "1").path == "/tickets/demo-A001/priority");
    CHECK(body_of(*confirmed_it) == R"({"priority":"elderly","confirmed":true})");
    const auto refused_it = refusing.handle(pressed{action::refuse_priority}, {});
    REQUIRE(refused_it);
    CHECK(refused_it->wish.ticket == "demo-A001");
    CHECK(body_of(*refused_it) == R"({"priority":"none","confirmed":false})");
    auto plain = counter_one();
    plain.handle(moved{1}, {});
    CHECK_FALSE(plain.handle(pressed{action::refuse_priority}, {}));
    CHECK(plain.state().notice->words == "console.no_class");
}

TEST_CASE("the class that the screen asks about comes before that of a ticket in the list")
{
    auto called = elderly();
    called.id = "demo-A009";
    auto m = counter_one(counter_state::open, {called}, {claiming()});
    m.handle(moved{1}, {});
    CHECK(m.handle(pressed{action::confirm_priority}, {})->wish.ticket == "demo-A009");
}

TEST_CASE("a waiting ticket's class is corrected from its sheet, and its place follows")
{
    auto m = counter_one(counter_state::open, {}, {one(ticket_state::waiting, "A002"), claiming()});
    m.handle(picked{"demo-A001"}, {});
    CHECK_FALSE(m.handle(chose{1}, {}));
    REQUIRE(m.state().sheet);
    CHECK(m.state().sheet->kind == sheet_kind::priority);
    CHECK(m.state().sheet->choices[m.state().sheet->chosen].priority == priority::elderly);
    // A change of the ticket meanwhile leaves the question.
    m.handle(ticket_changed{claiming()}, {});
    REQUIRE(m.state().sheet);
    const auto sent = m.handle(typed{U'2'}, {});
    REQUIRE(sent);
    CHECK(body_of(*sent) == R"({"priority":"disabled","confirmed":true})");
    auto corrected = claiming();
    corrected.priority = priority::disabled;
    corrected.priority_confirmed = true;
    corrected.due_at -= std::chrono::minutes(30);
    m.handle(done{sent->key, corrected}, {});
    CHECK(test::numbers(m.state().waiting) == std::vector<std::string>{"A001", "A002"});
    CHECK(m.state().notice->words == "console.done.class");
    m.handle(moved{1}, {});
    CHECK_FALSE(m.handle(pressed{action::confirm_priority}, {}));
    CHECK(m.state().sheet->kind == sheet_kind::priority);
}

TEST_CASE("a correction without an answer is reported once the list shows it")
{
    auto m = counter_one(counter_state::open, {}, {claiming()});
    m.handle(moved{1}, {});
    const auto sent = m.handle(pressed{action::confirm_priority}, {});
    REQUIRE(sent);
    m.handle(unanswered{sent->key}, {});
    m.handle(ticket_changed{claiming()}, {});
    CHECK(m.state().unanswered);
    auto seen = claiming();
    seen.priority_confirmed = true;
    m.handle(ticket_changed{seen}, {});
    CHECK_FALSE(m.state().unanswered);
    CHECK(m.state().notice->is_success());
}
