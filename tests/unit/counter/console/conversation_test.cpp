#include "counter/console/conversation.hpp"
#include "counter/limits.hpp"
#include "tests/unit/counter/wire_sample.hpp"

#include <catch2/catch.hpp>

using namespace motcua;
using namespace motcua::counter::console;
using namespace std::chrono_literals;
using protocol::ticket_state;
using test::answer;
using test::message_json;
using test::ticket_json;

namespace {

const std::string site = "/api/v1/sites/demo";
const std::string waiting = site + "/tickets?state=waiting&limit=500";

struct talk
{
    talk()
    {
        world.answers["/api/v1/whoami"] = answer(200, test::who_json("counter", R"("1")"));
        world.answers[site + "/board"] = answer(200, test::board_json());
        world.answers[site + "/services"] = answer(200, R"({"items":[{"code":"A","name":"Hộ tịch",
            "name_en":"Civil status","target_s":900}],"next_cursor":null})");
        world.answers[waiting] = answer(200, test::list_json(ticket_json("A013", "waiting")));
        for (const std::string state : {"called", "serving", "held", "no_show"}) {
            world.answers[site + "/tickets?state=" + state + "&limit=500"] = answer(200, test::list_json(""));
        }
    }

    void begin()
    {
        conversation.start();
        world.pass(10ms);
        world.feed.on_open();
        world.feed.on_message(test::snapshot_json());
        world.pass(10ms);
    }

    void order(action a, std::string ticket = {}, std::optional<destination> to = {},
               std::optional<protocol::finish_outcome> how = {})
    {
        conversation.ask({"boot-1", {a, std::move(ticket), std::move(to), how}});
        world.pass(10ms);
    }

    template <class Event>
    std::vector<Event> told() const
    {
        std::vector<Event> all;
        for (const auto& e : events) {
            if (const auto* known = std::get_if<Event>(&e)) {
                all.push_back(*known);
            }
        }
        return all;
    }

    test::scripted_world world;
    client::connection connection{world, world, client::random_engine{1}};
    std::vector<event> events;
    counter::console::conversation conversation{connection,
                                                [this](event e) { events.push_back(std::move(e)); }};
};

} // namespace

TEST_CASE("a counter's token leads straight to its counter, and everything about it is asked for")
{
    talk t;
    t.begin();
    REQUIRE(t.told<identified>().size() == 1);
    CHECK(t.told<identified>().front().counter == "1");
    CHECK(t.world.feed_target == site + "/live");
    CHECK(t.told<connection_changed>().back().connected);
    REQUIRE_FALSE(t.told<board_arrived>().empty());
    CHECK(t.told<board_arrived>().back().counters.size() == 2);
    CHECK(t.told<services_arrived>().back().services.front().target == 15min);
    REQUIRE(t.told<waiting_arrived>().size() == 1);
    const auto first = t.told<waiting_arrived>().front().tickets.front();
    CHECK(first.number == "A013");
    CHECK(first.has_appointment);
    CHECK(first.priority == protocol::priority::elderly);
    CHECK(t.told<others_arrived>().size() == 1);
}

TEST_CASE("the console learns who signed in, and of a device's own token that nobody did")
{
    talk t;
    auto who = test::who_json("clerk", R"("1")");
    const std::string nobody = R"("staff":null)";
    who.replace(who.find(nobody), nobody.size(), R"("staff":"lan")");
    t.world.answers["/api/v1/whoami"] = answer(200, who);
    t.begin();
    CHECK(t.told<identified>().front().officer == "lan");
    talk device;
    device.begin();
    CHECK(device.told<identified>().front().officer.empty());
}

TEST_CASE("the token of another device is told as such")
{
    talk t;
    t.world.answers["/api/v1/whoami"] = answer(200, test::who_json("display", "null"));
    t.conversation.start();
    t.world.pass(10ms);
    CHECK(t.told<not_a_counter>().size() == 1);
    CHECK(t.world.feed_target.empty());
}

TEST_CASE("a server that is away, or does not know the token, is told and asked again")
{
    talk t;
    SECTION("away")
    {
        t.world.answers.erase("/api/v1/whoami");
        t.conversation.start();
        t.world.pass(2s);
        REQUIRE_FALSE(t.told<connection_changed>().empty());
        CHECK_FALSE(t.told<connection_changed>().back().connected);
    }
    SECTION("unknown")
    {
        t.world.answers["/api/v1/whoami"] = answer(401);
        t.conversation.start();
        t.world.pass(10ms);
        CHECK(t.told<device_refused>().size() == 1);
    }
    t.world.answers["/api/v1/whoami"] = answer(200, test::who_json("counter", R"("1")"));
    t.world.pass(4s);
    CHECK(t.told<identified>().size() == 1);
}

TEST_CASE("each order is the request that the interface names, with its key")
{
    talk t;
    t.begin();
    t.world.otherwise = answer(404);
    const auto sent = [&] {
        const auto& r = t.world.asked.back();
        CHECK(r.idempotency_key == "boot-1");
        return r.target + " " + r.body;
    };
    const auto at = site + "/counters/1/";
    t.order(action::call_next);
    CHECK(sent() == at + "call_next {}");
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

TEST_CASE("the answer to an order is told: a ticket, nobody, a refusal, silence")
{
    talk t;
    t.begin();
    const auto call = site + "/counters/1/call_next";
    SECTION("a ticket")
    {
        t.world.answers[call] = answer(200, ticket_json("A013", "called", R"("1")"));
        t.order(action::call_next);
        REQUIRE(t.told<done>().size() == 1);
        CHECK(t.told<done>().front().ticket->state == ticket_state::called);
    }
    SECTION("nobody")
    {
        t.world.answers[call] = answer(204);
        t.order(action::call_next);
        CHECK(t.told<nobody_waits>().size() == 1);
    }
    SECTION("a refusal")
    {
        t.world.answers[call] =
            answer(409, R"({"type":"","title":"","status":409,"detail":"","code":"busy"})");
        t.order(action::call_next);
        REQUIRE(t.told<refused>().size() == 1);
        CHECK(t.told<refused>().front().code == "busy");
        const auto before = t.told<others_arrived>().size();
        t.world.pass(counter::limits::list_pace + 50ms);
        CHECK(t.told<others_arrived>().size() == before + 1);
    }
    SECTION("silence")
    {
        t.order(action::call_next);
        t.world.pass(counter::limits::answer + 1s);
        CHECK(t.told<unanswered>().size() == 1);
        CHECK(t.world.count(call) > 3);
    }
    SECTION("a counter")
    {
        t.world.answers[site + "/counters/1/pause"] = answer(
            200,
            R"({"counter":"1","state":"paused","services":["A"],"number":null,"staff":null,"reason":null})");
        t.order(action::pause);
        REQUIRE(t.told<counter_changed>().size() == 1);
        CHECK(t.told<counter_changed>().front().counter.state == protocol::counter_state::paused);
        CHECK(t.told<done>().size() == 1);
    }
}

TEST_CASE("the feed tells tickets and counters at once, and many changes ask for one list")
{
    talk t;
    t.begin();
    const auto before = t.world.count(waiting);
    for (int seq = 8; seq < 20; ++seq) {
        t.world.feed.on_message(
            message_json("ticket_called", seq,
                         R"("ticket":)" + ticket_json("A013", "called", R"("2")") + R"(,"counter":"2")"));
    }
    CHECK(t.told<ticket_changed>().size() == 12);
    CHECK(t.told<ticket_changed>().front().ticket.counter == "2");
    t.world.feed.on_message(
        message_json("counter_paused", 20,
                     R"("counter":"2","status":{"counter":"2","state":"paused","services":["A"],
            "number":null,"staff":null,"reason":null})"));
    REQUIRE(t.told<counter_changed>().size() == 1);
    CHECK(t.told<counter_changed>().front().counter.code == "2");
    t.world.pass(counter::limits::list_pace + 50ms);
    CHECK(t.world.count(waiting) == before + 1);
}

TEST_CASE("a list that was overtaken by the feed is asked for again instead of believed")
{
    talk t;
    t.begin();
    const auto before = t.told<waiting_arrived>().size();
    t.world.feed.on_message(message_json(
        "ticket_issued", 8, R"("ticket":)" + ticket_json("A014", "waiting") + R"(,"counter":null)"));
    // The question leaves, and another message comes before its answer.
    t.world.answers[waiting].body = test::list_json("");
    int seq = 8;
    t.world.on_call = [&](const client::http_request& r) {
        if (r.target == waiting && seq == 8) {
            t.world.feed.on_message(
                message_json("ticket_issued", ++seq,
                             R"("ticket":)" + ticket_json("A015", "waiting") + R"(,"counter":null)"));
        }
    };
    t.world.pass(counter::limits::list_pace + 50ms);
    CHECK(t.told<waiting_arrived>().size() == before);
    t.world.pass(counter::limits::list_pace + 50ms);
    CHECK(t.told<waiting_arrived>().size() == before + 1);
}
