#include "counter/console/session.hpp"
#include "counter/limits.hpp"
#include "tests/unit/client/wire_sample.hpp"

#include <catch2/catch.hpp>

using namespace motcua;
using namespace motcua::counter::console;
using namespace std::chrono_literals;
using protocol::ticket_state;
using test::message_json;
using test::response;
using test::ticket_json;

namespace {

const std::string site = "/api/v1/sites/demo";
const std::string calendar = site + "/calendar?from=2026-11-23&to=2026-11-23";
const std::string waiting = site + "/tickets?state=waiting&limit=500";

struct served_window
{
    served_window()
    {
        world.answers["/api/v1/whoami"] = response(200, test::who_json("counter", R"("1")"));
        world.answers[site + "/board"] = response(200, test::board_json());
        world.answers[site + "/services"] = response(200, R"({"items":[{"code":"A","name":"Hộ tịch",
            "name_en":"Civil status","target_s":900,"state":"open","waiting":0,"forecast_state":"open","doubtful":false}],"next_cursor":null})");
        world.answers[calendar] = response(200, R"({"items":[{"day":"2026-11-23","kind":"working","name":"",
            "confirmed":true,"hours":[["07:30","11:30"],["13:00","17:00"]]}],"next_cursor":null})");
        world.answers[waiting] = response(200, test::list_json(ticket_json("A013", "waiting")));
        for (const std::string state : {"called", "serving", "held", "no_show"}) {
            world.answers[site + "/tickets?state=" + state + "&limit=500"] =
                response(200, test::list_json(""));
        }
    }

    void begin()
    {
        session.start("secret");
        world.pass(10ms);
        world.feed.on_open();
        world.feed.on_message(test::snapshot_json());
        world.pass(10ms);
    }

    void order(action wanted, std::string ticket = {}, std::optional<destination> to = {},
               std::optional<protocol::finish_outcome> how = {})
    {
        session.send({"boot-1", {wanted, std::move(ticket), std::move(to), how}});
        world.pass(10ms);
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
    counter::console::session session{connection,
                                      [this](event happened) { events.push_back(std::move(happened)); }};
};

} // namespace

TEST_CASE("a counter's token leads straight to its counter, and everything about it is requested")
{
    served_window t;
    t.begin();
    REQUIRE(t.reported<identified>().size() == 1);
    CHECK(t.reported<identified>().front().counter == "1");
    CHECK(t.world.feed_target == site + "/live");
    CHECK(t.reported<connection_changed>().back().connected);
    REQUIRE_FALSE(t.reported<board_arrived>().empty());
    CHECK(t.reported<board_arrived>().back().counters.size() == 2);
    CHECK(t.reported<services_arrived>().back().services.front().target == 15min);
    REQUIRE(t.reported<waiting_arrived>().size() == 1);
    const auto first = t.reported<waiting_arrived>().front().tickets.front();
    CHECK(first.number == "A013");
    CHECK(first.has_appointment);
    CHECK(first.priority == protocol::priority::elderly);
    CHECK(t.reported<others_arrived>().size() == 1);
}

TEST_CASE("the hours of the day are asked for once, and again when the settings change")
{
    served_window t;
    t.begin();
    const auto morning = std::chrono::local_days(std::chrono::November / 23 / 2026) + 7h + 30min;
    REQUIRE(t.reported<hours_arrived>().size() == 1);
    CHECK(t.reported<hours_arrived>().front().openings == std::vector{morning + 0s, morning + 330min + 0s});
    t.world.pass(counter::limits::list_age + 1s);
    CHECK(t.reported<hours_arrived>().size() == 1);
    t.world.feed.on_message(message_json("site_configured", 8, R"("version":2)"));
    t.world.pass(2s);
    CHECK(t.reported<hours_arrived>().size() == 2);
}

TEST_CASE("the console learns who signed in, and that nobody did with a token of the device")
{
    served_window t;
    auto who = test::who_json("clerk", R"("1")");
    const std::string nobody = R"("staff":null)";
    who.replace(who.find(nobody), nobody.size(), R"("staff":"lan")");
    t.world.answers["/api/v1/whoami"] = response(200, who);
    t.begin();
    CHECK(t.reported<identified>().front().officer == "lan");
    served_window device;
    device.begin();
    CHECK(device.reported<identified>().front().officer.empty());
}

TEST_CASE("the token of another kind of device is reported as such")
{
    served_window t;
    t.world.answers["/api/v1/whoami"] = response(200, test::who_json("display", "null"));
    t.session.start("secret");
    t.world.pass(10ms);
    CHECK(t.reported<not_a_counter>().size() == 1);
    CHECK(t.world.feed_target.empty());
}

TEST_CASE("a server that is away, or does not know the token, is reported and asked again")
{
    served_window t;
    SECTION("away")
    {
        t.world.answers.erase("/api/v1/whoami");
        t.session.start("secret");
        t.world.pass(2s);
        REQUIRE_FALSE(t.reported<connection_changed>().empty());
        CHECK_FALSE(t.reported<connection_changed>().back().connected);
    }
    SECTION("unknown")
    {
        t.world.answers["/api/v1/whoami"] = response(401);
        t.session.start("secret");
        t.world.pass(10ms);
        CHECK(t.reported<device_refused>().size() == 1);
    }
    t.world.answers["/api/v1/whoami"] = response(200, test::who_json("counter", R"("1")"));
    t.world.pass(4s);
    CHECK(t.reported<identified>().size() == 1);
}

TEST_CASE("a note is read with its ticket, and a failure is reported as such")
{
    served_window t;
    t.begin();
    auto shown = ticket_json("A013", "waiting");
    shown.pop_back();
    t.world.answers["/api/v1/tickets/demo-A013"] =
        response(200, shown + R"(,"has_note":true,"note":"two copies","history":[]})");
    t.session.send(ask_note{"demo-A013"});
    t.world.pass(10ms);
    CHECK(t.reported<note_came>() == std::vector{note_came{"demo-A013", "two copies"}});
    t.world.answers["/api/v1/tickets/demo-A013"] = response(404);
    t.session.send(ask_note{"demo-A013"});
    t.world.pass(10ms);
    CHECK(t.reported<note_failed>() == std::vector{note_failed{"demo-A013"}});
}

TEST_CASE("a message about a note says so to the console")
{
    served_window t;
    t.begin();
    t.world.feed.on_message(
        message_json("ticket_note_set", 8, R"("counter":null,"ticket":)" + ticket_json("A013", "waiting")));
    t.world.feed.on_message(message_json(
        "ticket_called", 9, R"("counter":"2","ticket":)" + ticket_json("A013", "called", R"("2")")));
    const auto changes = t.reported<ticket_changed>();
    REQUIRE(changes.size() == 2);
    CHECK(changes.front().is_note);
    CHECK_FALSE(changes.back().is_note);
}

TEST_CASE("each order is the request that the interface names, with its key")
{
    served_window t;
    t.begin();
    t.world.otherwise = response(404);
    const auto sent = [&] {
        const auto& last = t.world.sent.back();
        CHECK(last.idempotency_key == "boot-1");
        return last.target + " " + last.body;
    };
    const auto at = site + "/counters/1/";
    t.order(action::call_next);
    CHECK(sent() == at + "call_next {}");
    t.order(action::finish_and_call, "demo-7");
    CHECK(sent() == at + R"(call_next {"finish":{"outcome":"served"}})");
    t.order(action::call, "demo-7");
    CHECK(sent() == at + R"(call {"ticket":"demo-7"})");
    t.order(action::open);
    CHECK(sent() == at + "open {}");
    t.order(action::pause);
    CHECK(sent() == at + "pause {}");
    t.order(action::close);
    CHECK(sent() == at + "close {}");
    const std::string ticket = "/api/v1/tickets/demo-7/";
    t.order(action::recall, "demo-7");
    CHECK(sent() == ticket + "recall {}");
    t.order(action::start, "demo-7");
    CHECK(sent() == ticket + "start {}");
    t.order(action::finish, "demo-7");
    CHECK(sent() == ticket + R"(finish {"outcome":"served"})");
    t.order(action::finish, "demo-7", {}, protocol::finish_outcome::left);
    CHECK(sent() == ticket + R"(finish {"outcome":"left"})");
    t.order(action::no_show, "demo-7");
    CHECK(sent() == ticket + "no_show {}");
    t.order(action::hold, "demo-7");
    CHECK(sent() == ticket + "hold {}");
    t.order(action::resume, "demo-7");
    CHECK(sent() == ticket + "resume {}");
    t.order(action::cancel, "demo-7");
    CHECK(sent() == ticket + "cancel {}");
    t.order(action::transfer, "demo-7", destination{false, "B"});
    CHECK(sent() == ticket + R"(transfer {"service":"B","counter":null,"keep_place":true})");
    t.order(action::transfer, "demo-7", destination{true, "3"});
    CHECK(sent() == ticket + R"(transfer {"service":null,"counter":"3","keep_place":true})");
}

TEST_CASE("the answer to an order is reported: a ticket, nobody, a refusal, silence")
{
    served_window t;
    t.begin();
    const auto call = site + "/counters/1/call_next";
    SECTION("a ticket")
    {
        t.world.answers[call] = response(200, ticket_json("A013", "called", R"("1")"));
        t.order(action::call_next);
        REQUIRE(t.reported<done>().size() == 1);
        CHECK(t.reported<done>().front().ticket->state == ticket_state::called);
    }
    SECTION("nobody")
    {
        t.world.answers[call] = response(204);
        t.order(action::call_next);
        CHECK(t.reported<nobody_waits>().size() == 1);
    }
    SECTION("a refusal")
    {
        t.world.answers[call] =
            response(409, R"({"type":"","title":"","status":409,"detail":"","code":"busy"})");
        const auto boards = t.reported<board_arrived>().size();
        t.order(action::call_next);
        REQUIRE(t.reported<refused>().size() == 1);
        CHECK(t.reported<refused>().front().code == "busy");
        const auto before = t.reported<others_arrived>().size();
        t.world.pass(counter::limits::list_pace + 50ms);
        CHECK(t.reported<others_arrived>().size() == before + 1);
        CHECK(t.reported<board_arrived>().size() == boards + 1);
    }
    SECTION("silence")
    {
        t.order(action::call_next);
        t.world.pass(counter::limits::answer + 1s);
        CHECK(t.reported<unanswered>().size() == 1);
        CHECK(t.world.count(call) > 3);
    }
    SECTION("a counter")
    {
        t.world.answers[site + "/counters/1/pause"] = response(
            200,
            R"({"counter":"1","state":"paused","services":["A"],"number":null,"staff":null,"reason":null})");
        t.order(action::pause);
        REQUIRE(t.reported<counter_changed>().size() == 1);
        CHECK(t.reported<counter_changed>().front().counter.state == protocol::counter_state::paused);
        CHECK(t.reported<done>().size() == 1);
    }
}

TEST_CASE("the feed reports tickets and counters at once, and many changes ask for one list")
{
    served_window t;
    t.begin();
    const auto before = t.world.count(waiting);
    for (int seq = 8; seq < 20; ++seq) {
        t.world.feed.on_message(
            message_json("ticket_called", seq,
                         R"("ticket":)" + ticket_json("A013", "called", R"("2")") + R"(,"counter":"2")"));
    }
    CHECK(t.reported<ticket_changed>().size() == 12);
    CHECK(t.reported<ticket_changed>().front().ticket.counter == "2");
    t.world.feed.on_message(
        message_json("counter_paused", 20,
                     R"("counter":"2","status":{"counter":"2","state":"paused","services":["A"],
            "number":null,"staff":null,"reason":null})"));
    REQUIRE(t.reported<counter_changed>().size() == 1);
    CHECK(t.reported<counter_changed>().front().counter.code == "2");
    t.world.pass(counter::limits::list_pace + 50ms);
    CHECK(t.world.count(waiting) == before + 1);
}

TEST_CASE("a list that the feed has overtaken is requested again instead of believed")
{
    served_window t;
    t.begin();
    const auto before = t.reported<waiting_arrived>().size();
    t.world.feed.on_message(message_json(
        "ticket_issued", 8, R"("ticket":)" + ticket_json("A014", "waiting") + R"(,"counter":null)"));
    // The question leaves, and another message comes before its answer.
    t.world.answers[waiting].body = test::list_json("");
    int seq = 8;
    t.world.on_sent = [&](const client::http_request& request) {
        if (request.target == waiting && seq == 8) {
            t.world.feed.on_message(
                message_json("ticket_issued", ++seq,
                             R"("ticket":)" + ticket_json("A015", "waiting") + R"(,"counter":null)"));
        }
    };
    t.world.pass(counter::limits::list_pace + 50ms);
    CHECK(t.reported<waiting_arrived>().size() == before);
    t.world.pass(counter::limits::list_pace + 50ms);
    CHECK(t.reported<waiting_arrived>().size() == before + 1);
}

TEST_CASE("a device whose officers sign in, or that no counter owns, says that a sign-in is needed")
{
    served_window t;
    auto who = test::who_json("counter", GENERATE(R"("1")", "null"));
    if (who.find("null,") == who.npos) {
        who.insert(who.size() - 1, R"(,"sign_in_required":true)");
    }
    t.world.answers["/api/v1/whoami"] = response(200, who);
    t.begin();
    CHECK(t.reported<sign_in_needed>().size() == 1);
    CHECK(t.reported<identified>().empty());
    CHECK(t.reported<not_a_counter>().empty());
}

TEST_CASE("a sign-out ends the session at the server, and here in any case")
{
    served_window t;
    t.begin();
    t.world.answers["/api/v1/sessions/current"] = response(GENERATE(204, 401));
    t.order(action::sign_out);
    CHECK(t.world.sent.back().verb == client::verb::remove);
    CHECK(t.reported<signed_out>().size() == 1);
    t.world.answers.erase("/api/v1/sessions/current");
    t.order(action::sign_out);
    t.world.pass(counter::limits::sign_out);
    CHECK(t.reported<signed_out>().size() == 2);
}

TEST_CASE("the console learns the office's reasons, and again when the settings change")
{
    const auto who = [](const std::string& reason) {
        auto all = test::who_json("counter", R"("1")");
        all.pop_back();
        return all + R"(,"settings":{"notices":[],"elderly_age":60,"infant_months":36,"hold_reasons":[],
            "pause_reasons":[{"vi":")" +
               reason + R"(","en":"x"}],"kiosk":{"priority":true,"home_after_s":30},
            "board":{"seconds_per_call":10,"languages":[],"voice":false}}})";
    };
    served_window t;
    t.world.answers["/api/v1/whoami"] = response(200, who("Họp"));
    t.begin();
    REQUIRE(t.reported<settings_arrived>().size() == 1);
    CHECK(t.reported<settings_arrived>().front().settings.pause_reasons.front().vi == "Họp");
    t.world.answers["/api/v1/whoami"] = response(200, who("Giải lao"));
    t.world.feed.on_message(message_json("site_configured", 8, R"("version":2)"));
    t.world.pass(2s);
    REQUIRE(t.reported<settings_arrived>().size() > 1);
    CHECK(t.reported<settings_arrived>().back().settings.pause_reasons.front().vi == "Giải lao");
}
