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
    CHECK(e.services[0].forecast.wait->expected == std::chrono::seconds(1500));
    CHECK(e.time == test::monday_morning());
}

TEST_CASE("a forecast brings its range and its state, and no minutes where there are none")
{
    using client::forecast_state;
    protocol::board board;
    board.services.resize(3);
    board.services[0].expected_wait_s = 1200;
    board.services[0].expected_from_s = 900;
    board.services[0].expected_to_s = 1800;
    board.services[0].doubtful = true;
    board.services[1].forecast_state = forecast_state::planned;
    board.services[1].opens_at = base::parse_timestamp("2026-11-24T07:30:00+07:00").value();
    board.services[2].forecast_state = forecast_state::paused;
    const auto known = board_of(board).services;
    using std::chrono::minutes;
    CHECK(known[0].forecast.wait == client::expected_wait{minutes(15), minutes(20), minutes(30)});
    CHECK(known[0].forecast.doubtful);
    CHECK(known[1].forecast.opens_at == test::monday_morning() + std::chrono::hours(21) + minutes(49));
    CHECK_FALSE(known[1].forecast.wait);
    CHECK(known[2].forecast == test::waits_in_state(forecast_state::paused));
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
    CHECK(t.forecast.wait->expected == std::chrono::minutes(10));
    CHECK(t.issued_at == test::monday_morning());
}

TEST_CASE("a day of the calendar brings its hours, and nothing that is not a time")
{
    protocol::calendar_day day;
    day.day = *base::parse_day("2026-11-23");
    day.hours = {{"07:30", "11:30"}, {}, {"7:30", "8h"}, {"13:00", "17:00"}};
    CHECK(hours_of(day) == test::hours_with_noon());
}
