#include "counter/console/model.hpp"
#include "counter/limits.hpp"

#include <catch2/catch.hpp>

using namespace motcua;
using namespace motcua::counter::console;
using protocol::ticket_state;
using namespace std::chrono_literals;

namespace {

ticket one(ticket_state s) { return {.id = "t1", .number = "A001", .service = "A", .state = s}; }

model open_counter(std::optional<ticket> current = {})
{
    model m("boot");
    m.handle(office_known{{{"A", "Hộ tịch", "Civil status"}, {"B", "Đất đai", "Land"}}, {"2", "3"}}, {});
    m.handle(counter_arrived{"1", protocol::counter_state::open, {"A"}, std::move(current)}, {});
    m.handle(waiting_arrived{{one(ticket_state::waiting)}}, {});
    m.handle(connection_changed{true}, {});
    return m;
}

} // namespace

TEST_CASE("each action is allowed in its states only")
{
    const auto may = [](const model& m) {
        std::string all;
        for (int a = 0; a <= static_cast<int>(action::open); ++a)
            all += allowed(m.state(), static_cast<action>(a)) ? '1' : '0';
        return all;
    };
    // call_next, recall, start, finish, no_show, hold, transfer, pause, open
    CHECK(may(open_counter()) == "100000010");
    CHECK(may(open_counter(one(ticket_state::called))) == "011011110");
    CHECK(may(open_counter(one(ticket_state::serving))) == "000101110");
}

TEST_CASE("the number called becomes the current one and leaves the waiting list")
{
    auto m = open_counter();
    const auto sent = m.handle(pressed{action::call_next}, {});
    REQUIRE(sent);
    CHECK(sent->ticket.empty());
    m.handle(done{sent->key, one(ticket_state::called)}, {});
    CHECK(m.state().current->number == "A001");
    CHECK(m.state().waiting.empty());
}

TEST_CASE("nothing is sent while an answer is awaited or the server is away")
{
    auto m = open_counter();
    REQUIRE(m.handle(pressed{action::call_next}, {}));
    CHECK_FALSE(m.handle(pressed{action::call_next}, {}));
    auto away = open_counter();
    away.handle(connection_changed{false}, {});
    CHECK_FALSE(away.handle(pressed{action::call_next}, {}));
    CHECK_FALSE(away.handle(pressed_pause_or_open{}, {}));
}

TEST_CASE("an order that had no answer is sent again with the same key")
{
    auto m = open_counter();
    const auto first = m.handle(pressed{action::call_next}, {});
    m.handle(ticked{}, moment(counter::limits::answer));
    CHECK(m.state().notice->words == "console.unanswered");
    const auto again = m.handle(pressed{action::call_next}, moment(11s));
    REQUIRE(again);
    CHECK(again->key == first->key);
    m.handle(done{again->key, one(ticket_state::called)}, moment(11s));
    CHECK(m.handle(pressed{action::start}, moment(12s))->key != first->key);
}

TEST_CASE("a transfer is chosen from a sheet, confirmed or left")
{
    auto m = open_counter(one(ticket_state::serving));
    CHECK_FALSE(m.handle(pressed{action::transfer}, {}));
    REQUIRE(m.state().sheet);
    CHECK(m.state().sheet->choices.size() == 3);
    CHECK_FALSE(m.handle(pressed{action::finish}, {}));
    m.handle(left{}, {});
    CHECK_FALSE(m.state().sheet);
    m.handle(pressed{action::transfer}, {});
    m.handle(moved{5}, {});
    const auto sent = m.handle(confirmed{}, {});
    REQUIRE(sent);
    CHECK(sent->to == destination{true, "3"});
    CHECK(sent->ticket == "t1");
}

TEST_CASE("a refusal and an empty queue are told, and the telling ends")
{
    auto m = open_counter();
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
    auto m = open_counter();
    m.handle(ticket_changed{one(ticket_state::called), "2"}, {});
    CHECK_FALSE(m.state().current);
    CHECK(m.state().waiting.empty());
    m.handle(ticket_changed{one(ticket_state::called), "1"}, {});
    REQUIRE(m.state().current);
    m.handle(ticket_changed{one(ticket_state::served), "1"}, {});
    CHECK_FALSE(m.state().current);
}
