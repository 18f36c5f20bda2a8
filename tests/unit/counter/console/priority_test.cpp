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
