#include "counter/console/wire.hpp"
#include "tests/unit/counter/console/sample.hpp"

#include <catch2/catch.hpp>

using namespace motcua;
using namespace motcua::counter::console;
using namespace std::chrono_literals;
using protocol::counter_state;
using protocol::ticket_state;
using test::counter_one;
using test::serving;

namespace {

model with_reasons(model before)
{
    before.handle(settings_arrived{test::with_reasons()}, {});
    return before;
}

counter_changed counter_is(counter_state state, std::string reason = {})
{
    return {{.code = "1", .state = state, .services = {"A"}, .pause_reason = std::move(reason)}};
}

} // namespace

TEST_CASE("a hold asks for a reason of the office's list: a digit takes one, Enter none")
{
    auto m = with_reasons(serving());
    CHECK_FALSE(m.handle(pressed{action::hold}, {}));
    REQUIRE(m.state().sheet);
    CHECK(m.state().sheet->choices.size() == 3);
    auto plain = m;
    CHECK(plain.handle(confirmed{}, {})->wish == wish{action::hold, "demo-A001"});
    CHECK_FALSE(m.handle(typed{U'3'}, {}));
    CHECK_FALSE(m.handle(typed{U'x'}, {}));
    const auto sent = m.handle(typed{U'2'}, {});
    REQUIRE(sent);
    CHECK(sent->wish.reason == "Đi nộp phí");
    const auto request = request_of(sent->wish, "demo", "1");
    CHECK(request.path == "/tickets/demo-A001/hold");
    CHECK(request.body == R"({"reason":"Đi nộp phí","until":null})");
}

TEST_CASE("a pause asks in the same way, also behind another order")
{
    auto m = with_reasons(serving());
    const auto finish = m.handle(pressed{action::finish}, {});
    m.handle(pressed_pause_or_open{}, {});
    CHECK_FALSE(m.handle(done{finish->key, test::one(ticket_state::served)}, {}));
    REQUIRE(m.state().sheet);
    CHECK(m.state().sheet->kind == sheet_kind::pause);
    auto again = m;
    const auto sent = m.handle(typed{U'1'}, {});
    REQUIRE(sent);
    CHECK(request_of(sent->wish, "demo", "1").body == R"({"reason":"Họp","until":null})");
    CHECK(again.handle(confirmed{}, {})->wish == wish{action::pause});
}

TEST_CASE("without a list nothing is asked")
{
    CHECK(serving().handle(pressed{action::hold}, {}));
    CHECK(counter_one().handle(pressed_pause_or_open{}, {}));
}

TEST_CASE("the console counts a pause from when it saw it begin")
{
    auto m = counter_one();
    m.handle(ticked{}, moment(60s));
    m.handle(counter_is(counter_state::paused, "Họp"), moment(60s));
    CHECK(m.state().paused_since == test::monday_morning() + 60s);
    m.handle(counter_is(counter_state::paused, "Họp"), moment(120s));
    CHECK(m.state().paused_since == test::monday_morning() + 60s);
    m.handle(counter_is(counter_state::open), moment(180s));
    CHECK_FALSE(m.state().paused_since);
    CHECK_FALSE(counter_one(counter_state::paused).state().paused_since);
}

TEST_CASE("the clock of a service goes on after a hold from what was served before")
{
    protocol::ticket seen;
    seen.state = ticket_state::serving;
    seen.served_from = base::parse_timestamp("2026-11-23T09:00:00+07:00").value();
    seen.since = base::parse_timestamp("2026-11-23T09:41:00+07:00").value();
    seen.served_s = 240;
    CHECK(ticket_of(seen).served_from == test::monday_morning() - 240s);
    seen.since.reset();
    CHECK(ticket_of(seen).served_from == test::monday_morning() - 41min);
}
