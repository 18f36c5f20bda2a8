#include "kiosk/wire.hpp"
#include "tests/unit/kiosk/sample.hpp"

#include <catch2/catch.hpp>

using namespace motcua;
using namespace motcua::kiosk;

TEST_CASE("a board brings each service with its names and its wait")
{
    protocol::board board;
    board.time = *base::parse_timestamp("2026-11-23T09:41:00+07:00");
    board.services = {{"A", "Hộ tịch", "Civil status", 12, 1500}, {"B", "Đất đai", "", 0, 0}};
    const auto e = board_of(board);
    REQUIRE(e.services.size() == 2);
    CHECK(name_in(e.services[0].name, "en") == "Civil status");
    CHECK(name_in(e.services[1].name, "en") == "Đất đai");
    CHECK(e.services[0].waiting == 12);
    CHECK(e.services[0].expected_wait == std::chrono::seconds(1500));
    CHECK(e.time == test::monday_morning());
}

TEST_CASE("a service is served by open counters alone")
{
    using protocol::counter_state;
    protocol::board board;
    board.services = {{"A", "Hộ tịch", "", 0, 0}, {"B", "Đất đai", "", 0, 0}, {"C", "Kinh doanh", "", 0, 0}};
    board.counters = {{"1", counter_state::open, {"A"}, {}, {}, {}},
                      {"2", counter_state::paused, {"B"}, {}, {}, {}},
                      {"3", counter_state::closed, {"A", "C"}, {}, {}, {}}};
    const auto e = board_of(board);
    CHECK(e.services[0].is_served);
    CHECK_FALSE(e.services[1].is_served);
    CHECK_FALSE(e.services[2].is_served);
}

TEST_CASE("a wish becomes the body of a request")
{
    const auto body = body_of({"key", "A", "elderly", "en"});
    CHECK(
        base::to_json(body) ==
        R"({"service":"A","priority":"elderly","channel":"kiosk","procedure":null,"phone":null,"lang":"en"})");
}

TEST_CASE("an issued ticket is understood")
{
    protocol::ticket wire;
    wire.number = "A013";
    wire.service = "A";
    wire.priority = protocol::priority::merit;
    wire.ahead = 4;
    wire.expected_wait_s = 600;
    wire.issued_at = *base::parse_timestamp("2026-11-23T09:41:00+07:00");
    const auto t = ticket_of(wire);
    CHECK(t.number == "A013");
    CHECK(t.page.empty());
    wire.track_url = "/t/0123";
    CHECK(ticket_of(wire).page.empty()); // a phone cannot reach it
    wire.track_url = "https://hall.example/t/0123";
    CHECK(ticket_of(wire).page == wire.track_url);
    CHECK(t.priority == "merit");
    CHECK(t.ahead == 4);
    CHECK(t.expected_wait == std::chrono::minutes(10));
    CHECK(t.issued_at == test::monday_morning());
}
