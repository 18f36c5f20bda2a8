#include "counter/console/rules.hpp"
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

} // namespace

TEST_CASE("a hold asks for a reason of the office's list: a digit takes one, Enter none")
{
    auto m = with_reasons(serving());
    CHECK_FALSE(m.handle(pressed{action::hold}, {}));
    REQUIRE(m.state().sheet);
    CHECK(m.state().sheet->choices.size() == 3);
    auto plain = m;
    CHECK(request_of(plain.handle(confirmed{}, {})->wish, "demo", "1").body == "{}");
    CHECK_FALSE(m.handle(typed{U'3'}, {}));
    CHECK_FALSE(m.handle(typed{U'x'}, {}));
    CHECK_FALSE(m.handle(typed{U'2'}, {}));
    REQUIRE(m.state().sheet);
    CHECK(m.state().sheet->kind == sheet_kind::until);
    const auto sent = m.handle(confirmed{}, {});
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
    CHECK_FALSE(m.handle(typed{U'1'}, {}));
    const auto sent = m.handle(typed{U'0'}, {});
    REQUIRE(sent);
    CHECK(request_of(sent->wish, "demo", "1").body == R"({"reason":"Họp","until":null})");
    CHECK(request_of(again.handle(confirmed{}, {})->wish, "demo", "1").body == "{}");
}

TEST_CASE("who says why is asked for how long: some minutes from now, or the end of the break")
{
    auto m = with_reasons(counter_one());
    m.handle(board_arrived{test::monday_morning(), {{"1", counter_state::open, {"A"}}}, 7h}, {});
    m.handle(pressed_pause_or_open{}, {});
    m.handle(typed{U'1'}, {});
    CHECK(m.state().sheet->choices.size() == 5);
    m.handle(left{}, {});
    m.handle(hours_arrived{{test::monday_morning() - 2h, test::monday_morning() + 199min}}, {});
    m.handle(pressed_pause_or_open{}, {});
    m.handle(typed{U'1'}, {});
    auto after_break = m;
    const auto body_of = [](const std::optional<order>& sent) {
        return request_of(sent.value().wish, "demo", "1").body;
    };
    CHECK(body_of(m.handle(typed{U'2'}, {})) == R"({"reason":"Họp","until":"2026-11-23T09:51:00+07:00"})");
    CHECK(body_of(after_break.handle(typed{U'5'}, {})) ==
          R"({"reason":"Họp","until":"2026-11-23T13:00:00+07:00"})");
}

TEST_CASE("minutes that are offered for long count from the minute in which they are chosen")
{
    auto m = with_reasons(serving());
    m.handle(pressed{action::hold}, {});
    m.handle(typed{U'1'}, {});
    m.handle(moved{1}, {});
    m.handle(ticked{}, moment(7min));
    const auto sent = m.handle(confirmed{}, moment(7min));
    REQUIRE(sent);
    CHECK(base::wall_time(sent->wish.until.value()) == test::monday_morning() + 12min);
}

TEST_CASE("a break has an end while it lasts and before it, but not before the office opens")
{
    auto state = counter_one().state();
    CHECK_FALSE(break_end(state));
    state.openings = {test::monday_morning() - 2h, test::monday_morning() + 199min};
    CHECK(break_end(state) == test::monday_morning() + 199min);
    state.time = state.openings.back();
    CHECK_FALSE(break_end(state));
    state.time = state.openings.front() - 1s;
    CHECK_FALSE(break_end(state));
}

TEST_CASE("without a list nothing is asked")
{
    CHECK(serving().handle(pressed{action::hold}, {}));
    CHECK(counter_one().handle(pressed_pause_or_open{}, {}));
}

TEST_CASE("the console counts a pause from when the counter says that it began")
{
    protocol::counter seen;
    seen.counter = "1";
    seen.state = counter_state::paused;
    CHECK_FALSE(counter_of(seen).paused_at);
    seen.paused_at = base::parse_timestamp("2026-11-23T09:29:00+07:00").value();
    CHECK(counter_of(seen).paused_at == test::monday_morning() - 12min);
    // A console that starts during the pause knows as much as one that saw it begin.
    model m("boot");
    m.handle(identified{"1", "An Bình", "An Binh"}, {});
    m.handle(board_arrived{test::monday_morning(), {counter_of(seen)}}, {});
    CHECK(m.state().counter.paused_at == test::monday_morning() - 12min);
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
