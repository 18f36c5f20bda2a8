#include "kiosk/limits.hpp"
#include "kiosk/session.hpp"
#include "tests/unit/client/scripted_world.hpp"
#include "tests/unit/kiosk/sample.hpp"

#include <catch2/catch.hpp>

using namespace motcua;
using namespace motcua::kiosk;
using namespace std::chrono_literals;

namespace {

const std::string tickets = "/api/v1/sites/demo/tickets";
const std::string board = "/api/v1/sites/demo/board";
const std::string calendar = "/api/v1/sites/demo/calendar?from=2026-11-23&to=2026-11-23";
const std::string calendar_json =
    R"({"items":[{"day":"2026-11-23","kind":"working","name":"","confirmed":true,
        "hours":[["07:30","11:30"],["13:00","17:00"]]}],"next_cursor":null})";
const std::string board_json = R"({"site":"demo","time":"2026-11-23T09:41:00+07:00","calling":[],"services":[
    {"service":"A","name":"Hộ tịch","name_en":"Civil status","waiting":3,"expected_wait_s":600,"forecast_state":"open","doubtful":false,"state":"open","next":[]}],"counters":[],"seq":7})";

struct served_window
{
    served_window()
    {
        world.answers["/api/v1/whoami"] = {200,
                                           R"({"role":"kiosk","site":"demo","site_name":"An Bình",
            "site_name_en":"An Binh","counter":null,"staff":null})",
                                           {},
                                           false};
        world.answers[board] = {200, board_json, {}, false};
    }

    void begin()
    {
        session.start("secret");
        world.pass(10ms);
    }

    void feed_opens()
    {
        world.feed.on_open();
        world.feed.on_message(R"({"type":"snapshot","seq":7,"epoch":"e","board":)" + board_json + "}");
    }

    template <class Event>
    std::vector<Event> reported() const
    {
        std::vector<Event> all;
        for (const auto& one : events) {
            if (const auto* known = std::get_if<Event>(&one)) {
                all.push_back(*known);
            }
        }
        return all;
    }

    test::scripted_world world;
    client::connection connection{world, world, client::random_engine{1}};
    std::vector<event> events;
    kiosk::session session{connection, [this](event happened) { events.push_back(std::move(happened)); }};
};

} // namespace

TEST_CASE("the kiosk learns its office from its token and follows the office's feed")
{
    served_window t;
    t.begin();
    REQUIRE(t.reported<office_known>().size() == 1);
    CHECK(name_in(t.reported<office_known>().front().office.name, "en") == "An Binh");
    CHECK(t.world.feed_target == "/api/v1/sites/demo/live");
    t.feed_opens();
    REQUIRE(t.reported<board_arrived>().size() == 1);
    CHECK(t.reported<board_arrived>().front().services.front().waiting == 3);
    CHECK(t.reported<connection_changed>().back().connected);
}

TEST_CASE("a server that is away at the start is reported within 2 s and asked again")
{
    served_window t;
    const auto known = t.world.answers.extract("/api/v1/whoami");
    t.session.start("secret");
    t.world.pass(2s);
    REQUIRE_FALSE(t.reported<connection_changed>().empty());
    CHECK_FALSE(t.reported<connection_changed>().back().connected);
    t.world.answers[known.key()] = known.mapped();
    t.world.pass(4s);
    CHECK(t.reported<office_known>().size() == 1);
}

TEST_CASE("an unknown device is reported and asks again")
{
    served_window t;
    t.world.answers["/api/v1/whoami"].status = 401;
    t.begin();
    CHECK(t.reported<device_refused>().size() == 1);
    t.world.pass(client::limits::identity_pause + 10ms);
    CHECK(t.reported<device_refused>().size() == 2);
}

TEST_CASE("a ticket is requested with the key of the wish")
{
    served_window t;
    t.begin();
    t.world.answers[tickets] = {201,
                                R"({"id":"1","number":"A004","service":"A","site":"demo","day":"2026-11-23",
        "priority":"none","channel":"kiosk","lang":"vi","procedure":null,"state":"waiting",
        "issued_at":"2026-11-23T09:41:00+07:00","due_at":"2026-11-23T09:41:00+07:00","ahead":3,
        "expected_wait_s":600,"forecast_state":"open","doubtful":false,
        "expected_call_at":"2026-11-23T09:51:00+07:00","track_url":"/t/x","calls":0,"transfers":0,"out_of_order":false,"last_today":false})",
                                {},
                                false};
    t.session.issue({"boot-1", "A", "none", "vi"});
    t.world.pass(10ms);
    REQUIRE(t.reported<ticket_issued>().size() == 1);
    CHECK(t.reported<ticket_issued>().front().key == "boot-1");
    CHECK(t.reported<ticket_issued>().front().ticket.number == "A004");
    CHECK(t.world.sent.back().idempotency_key == "boot-1");
}

TEST_CASE("a ticket is given back, and says so when no screen showed it")
{
    served_window t;
    t.begin();
    const std::string cancel = "/api/v1/tickets/demo-1/cancel";
    t.world.answers[cancel] = {
        409, R"({"type":"","title":"","status":409,"detail":"","code":"wrong_state"})", {}, false};
    t.session.give_back({"demo-1"});
    t.world.pass(10ms);
    CHECK(t.world.sent.back().body == R"({"reason":"not_shown"})");
    CHECK(t.reported<ticket_given_back>() == std::vector{ticket_given_back{"demo-1", false}});
    t.session.give_back({"demo-1", true});
    t.world.pass(10ms);
    CHECK(t.world.sent.back().body == R"({"reason":null})");
}

TEST_CASE("a refusal is reported with its reason, and silence as silence")
{
    served_window t;
    t.begin();
    SECTION("refused")
    {
        t.world.answers[tickets] = {
            409, R"({"type":"","title":"","status":409,"detail":"","code":"no_numbers_left"})", {}, false};
        t.session.issue({"boot-1", "A", "none", "vi"});
        t.world.pass(10ms);
        REQUIRE(t.reported<ticket_refused>().size() == 1);
        CHECK(t.reported<ticket_refused>().front().why == refusal::full);
    }
    SECTION("silent")
    {
        t.session.issue({"boot-1", "A", "none", "vi"});
        t.world.pass(limits::late_answer + 1s);
        REQUIRE(t.reported<ticket_refused>().size() == 1);
        CHECK(t.reported<ticket_refused>().front().why == refusal::unanswered);
        CHECK(t.world.count(tickets) > 5);
        for (const auto& one : t.world.sent) {
            if (one.target == tickets) {
                CHECK(one.idempotency_key == "boot-1");
            }
        }
    }
}

TEST_CASE("many changes ask for one board, and a quiet site for one now and then")
{
    served_window t;
    t.world.answers[calendar] = {200, calendar_json, {}, false}; // else the board waits behind that question
    t.begin();
    t.feed_opens();
    for (int seq = 8; seq < 20; ++seq) {
        t.world.feed.on_message(R"({"type":"ticket_issued","seq":)" + std::to_string(seq) + R"(,"prev":)" +
                                std::to_string(seq - 1) + R"(,"ticket":{},"counter":null})");
    }
    t.world.pass(limits::board_pace + 10ms);
    CHECK(t.world.count(board) == 1);
    t.world.feed.on_heard();
    for (int second = 0; second < 21; ++second) {
        t.world.pass(1s);
        t.world.feed.on_heard();
    }
    CHECK(t.world.count(board) == 2);
}

TEST_CASE("the hours of a day are asked for once, again where no answer came, and after new settings")
{
    served_window t;
    t.begin();
    t.feed_opens();
    t.world.pass(limits::board_answer + 10ms);
    CHECK(t.world.count(calendar) > 0);
    CHECK(t.reported<hours_known>().empty());
    t.world.answers[calendar] = {200, calendar_json, {}, false};
    const auto before = t.world.count(calendar);
    for (int board = 0; board < 3; ++board) {
        t.feed_opens();
        t.world.pass(10ms);
    }
    CHECK(t.world.count(calendar) == before + 1);
    REQUIRE(t.reported<hours_known>().size() == 1);
    CHECK(t.reported<hours_known>().front().hours == test::hours_with_noon());
    t.world.feed.on_message(R"({"type":"site_configured","seq":8,"prev":7})");
    t.world.pass(limits::board_age);
    CHECK(t.reported<hours_known>().size() == 2);
}
