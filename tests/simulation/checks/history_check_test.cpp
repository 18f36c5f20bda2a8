// Changes: what was answered and what the journal has of it.

#include "tests/simulation/checks/tampering.hpp"

namespace motcua::simulation {

using Catch::Matchers::Contains;

TEST_CASE("a small honest day is right")
{
    auto site = open_site();
    site.send(take_ticket("one"));
    site.send(take_ticket("one"));
    site.send(call_next_at("2", "nobody for B"));
    site.send(call_next_at("1", "next"));
    site.send(call_next_at("1", "busy"));
    site.send(get("board", of_site("board")));
    site.send(act(1, "start", "start"));
    site.send(act(1, "start", "start twice"));
    site.send(get("staff:lan", of_ticket(1, "")));
    site.send(get("staff:lan", of_ticket(2, "")));
    site.send(act(1, "transfer", "send on", R"({"service":"B","keep_place":true})"));
    site.send(get("staff:lan", of_site("tickets?state=waiting")));
    is_right(site);
}

TEST_CASE("an accepted change that the journal does not have is found")
{
    auto site = open_site();
    site.send(take_ticket("one"));
    site.events.pop_back();
    CHECK_THAT(the_finding(site),
               Contains("tickets of kiosk:hall (key one) was answered 201 and the journal"));
}

TEST_CASE("a change whose outcome nobody knows may be in the journal or not")
{
    auto site = open_site();
    site.seen.ask(site.now(), take_ticket("lost on the way there"));
    site.pass(moment{10});
    const auto lost = take_ticket("lost on the way back");
    site.seen.ask(site.now(), lost);
    site.pass(moment{10});
    site.serve(lost);
    hear(site, take_ticket("given up"), 503, "{}");
    is_right(site);
}

TEST_CASE("an answer that is not what the journal has is found")
{
    auto site = open_site();
    const auto tell = [&](std::string_view from, std::string_view to) {
        send_and_hear(site, take_ticket("one"), [&](answered given) {
            given.body = with(given.body, from, to);
            return given;
        });
        return the_finding(site);
    };
    SECTION("another number")
    {
        CHECK_THAT(tell(R"("number":"A001")", R"("number":"A002")"),
                   Contains("was answered otherwise than seq 5 has it: the ticket has another number"));
    }
    SECTION("another ticket")
    {
        CHECK_THAT(tell("hall-1", "hall-2"), Contains("the ticket is not one of that day"));
    }
    SECTION("another service")
    {
        CHECK_THAT(tell(R"("service":"A")", R"("service":"B")"), Contains("for another service"));
    }
    SECTION("another state")
    {
        CHECK_THAT(tell("waiting", "called"), Contains("the ticket is in another state"));
    }
    SECTION("another counter")
    {
        CHECK_THAT(tell(R"("counter":null)", R"("counter":"1")"),
                   Contains("the ticket is at another counter"));
    }
    SECTION("called more often")
    {
        CHECK_THAT(tell(R"("calls":0)", R"("calls":1)"), Contains("called another number of times"));
    }
    SECTION("sent on")
    {
        CHECK_THAT(tell(R"("transfers":0)", R"("transfers":1)"), Contains("sent on more or less often"));
    }
    SECTION("waiting for one counter")
    {
        CHECK_THAT(tell(R"("reserved_for":null)", R"("reserved_for":"1")"),
                   Contains("waits for another counter"));
    }
}

TEST_CASE("a counter that is not as its answer says is found")
{
    auto site = open_site();
    const auto tell = [&](std::string_view from, std::string_view to) {
        send_and_hear(site, post("counter:1", of_site("counters/1/pause"), "{}", "pause"),
                      [&](answered given) {
                          given.body = with(given.body, from, to);
                          return given;
                      });
        return the_finding(site);
    };
    SECTION("another state")
    {
        CHECK_THAT(tell("paused", "open"), Contains("a counter is in another state"));
    }
    SECTION("a ticket")
    {
        CHECK_THAT(tell(R"("number":null)", R"("number":"A001")"), Contains("a counter has another ticket"));
    }
    SECTION("other services")
    {
        CHECK_THAT(tell(R"(["A","B"])", R"(["A"])"), Contains("a counter serves other services"));
    }
    SECTION("another counter")
    {
        CHECK_THAT(tell(R"("counter":"1")", R"("counter":"9")"), Contains("there is no such counter"));
    }
}

TEST_CASE("two calls that were given the same ticket are found")
{
    auto site = open_site();
    site.send(take_ticket("one", "B"));
    std::string body;
    send_and_hear(site, call_next_at("1", "first"), [&](answered given) {
        body = given.body;
        return given;
    });
    hear(site, call_next_at("2", "second"), 200, body);
    CHECK_THAT(
        the_finding(site),
        Contains("call_next of counter:2 (key second) was answered 200 and the journal has no event of it"));
}

TEST_CASE("an event that nobody asked for is found")
{
    auto site = open_site();
    site.send(take_ticket("one"));
    SECTION("with a key that nobody used")
    {
        site.events.back().key->key[0] ^= 1;
        const auto found = findings_in(site);
        REQUIRE(found.size() == 2);
        CHECK_THAT(found[0], Contains("seq 5 of kiosk:hall comes from no request that anybody made"));
    }
    SECTION("without a key")
    {
        site.events.back().key.reset();
        const auto found = findings_in(site);
        REQUIRE(found.size() == 2);
        CHECK_THAT(found[0], Contains("seq 5 of kiosk:hall bears no key"));
    }
    SECTION("a second time")
    {
        auto again = site.events.back();
        again.seq = 6;
        auto& body = std::get<domain::ticket_issued>(again.body);
        body.ticket = domain::ticket_id{2};
        body.number = 2;
        site.events.push_back(again);
        CHECK_THAT(the_finding(site), Contains("seq 6 of kiosk:hall has the key of seq 5 once more"));
    }
    SECTION("by another actor")
    {
        site.events.back().actor = "kiosk:door";
        CHECK_THAT(the_finding(site), Contains("seq 5 bears another actor than"));
    }
}

TEST_CASE("an event that is not what its request asked for is found")
{
    auto site = open_site();
    SECTION("another service")
    {
        site.send(take_ticket("one", "B"));
        std::get<domain::ticket_issued>(site.events.back().body).service = "A";
        CHECK_THAT(findings_in(site).front(), Contains("seq 5 is for another service than asked for"));
    }
    SECTION("another priority")
    {
        site.send(take_ticket("one"));
        auto& issued = std::get<domain::ticket_issued>(site.events.back().body);
        issued.priority = domain::priority_class::elderly;
        issued.due -= std::chrono::minutes{30};
        CHECK_THAT(the_finding(site), Contains("seq 5 is of another priority than asked for"));
    }
    SECTION("another kind")
    {
        site.send(take_ticket("one"));
        site.send(act(1, "cancel", "cancel"));
        site.events.back().body =
            domain::ticket_transferred{domain::ticket_id{1}, "A", {}, site.events.back().at};
        CHECK_THAT(findings_in(site).front(), Contains("seq 6 is of another kind than asked for"));
    }
    SECTION("another outcome")
    {
        site.send(take_ticket("one"));
        site.send(call_next_at("1", "next"));
        site.send(act(1, "start", "start"));
        site.send(act(1, "finish", "finish"));
        std::get<domain::ticket_finished>(site.events.back().body).outcome = domain::visit_outcome::left;
        CHECK_THAT(the_finding(site), Contains("seq 8 is with another outcome than asked for"));
    }
    SECTION("another place in the queue")
    {
        site.send(take_ticket("one"));
        site.pass(moment{60'000'000});
        site.send(act(1, "transfer", "send on", R"({"service":"B"})"));
        auto& moved = std::get<domain::ticket_transferred>(site.events.back().body);
        moved.due = std::get<domain::ticket_issued>(site.events[4].body).due;
        CHECK_THAT(the_finding(site), Contains("seq 6 is to another place in the queue than asked for"));
    }
    SECTION("another counter")
    {
        site.send(take_ticket("one", "B"));
        site.send(call_next_at("1", "next"));
        std::get<domain::ticket_called>(site.events.back().body).counter = "2";
        CHECK_THAT(findings_in(site).front(), Contains("seq 6 is at another counter than asked for"));
    }
    SECTION("another ticket")
    {
        site.send(take_ticket("one"));
        site.send(take_ticket("two"));
        site.send(act(1, "cancel", "cancel"));
        site.events.back().body = domain::ticket_cancelled{domain::ticket_id{2}};
        CHECK_THAT(findings_in(site).front(), Contains("seq 7 is of another ticket than asked for"));
    }
    SECTION("other services")
    {
        site.send(post("counter:1", of_site("counters/1/open"), R"({"services":["B"]})", "again"));
        std::get<domain::counter_opened>(site.events.back().body).services = {"A"};
        CHECK_THAT(findings_in(site).front(), Contains("seq 5 is for other services than asked for"));
    }
}

TEST_CASE("a refused change may leave the event of a copy that came late")
{
    auto site = open_site();
    const auto entry = site.seen.ask(site.now(), take_ticket("one"));
    site.seen.try_again(entry, site.now());
    site.pass(moment{10});
    site.serve(take_ticket("one"));
    site.seen.durable(site.now(), site.state().seq());
    site.seen.answer(entry, {.when = site.now(), .status = 409, .body = R"({"code":"no_numbers_left"})"});
    SECTION("a copy of the try that was refused") { CHECK(findings_in(site) == findings{}); }
    SECTION("not one that came before that try")
    {
        site.pass(moment{1});
        site.seen.try_again(entry, site.now());
        CHECK_THAT(the_finding(site), Contains("(key one) was refused with 409 and left seq 5"));
    }
}

TEST_CASE("a refused change that left an event is found")
{
    auto site = open_site();
    send_and_hear(site, take_ticket("one"), [](const answered&) {
        return answered{.status = 409, .body = R"({"code":"no_numbers_left"})"};
    });
    CHECK_THAT(the_finding(site), Contains("(key one) was refused with 409 and left seq 5"));
}

TEST_CASE("a change made after another was known, and found before it, is found")
{
    auto site = open_site();
    site.send(take_ticket("one"));
    site.send(take_ticket("two", "B"));
    std::swap(site.events[4], site.events[5]);
    std::swap(site.events[4].seq, site.events[5].seq);
    const auto found = findings_in(site);
    CHECK(std::ranges::any_of(found, [](const std::string& one) {
        return one.starts_with("seq 5 comes before seq 6, which was known when");
    }));
}

TEST_CASE("an answer that came before its change was stored is found")
{
    honest_site site(small_site());
    site.seen.durable(site.now(), 2);
    const auto early = take_ticket("early");
    const auto entry = site.seen.ask(site.now(), early);
    auto later = site;
    auto given = later.serve(early);
    given.when = site.now() + moment{5};
    site.seen.answer(entry, given);
    site.pass(moment{10});
    site.serve(early);
    CHECK_THAT(the_finding(site), Contains("(key early) was answered before seq 3 was stored"));
}

TEST_CASE("a change for another counter than the sender's is found")
{
    auto site = open_site();
    site.send(take_ticket("one"));
    site.send(call_next_at("1", "next"));
    SECTION("of its ticket")
    {
        auto foreign = act(1, "start", "start");
        foreign.acts_for.clear();
        send_and_hear(site, foreign, [](answered given) { return given; });
        is_right(site);
        auto wrong = act(1, "hold", "hold");
        wrong.acts_for = "2";
        const auto entry = site.seen.ask(site.now(), wrong);
        wrong.acts_for.clear();
        site.pass(moment{10});
        auto given = site.serve(wrong);
        given.when = site.now() + moment{10};
        site.seen.answer(entry, given);
        CHECK_THAT(the_finding(site), Contains("seq 8 changes ticket A001 of counter 1 for"));
    }
    SECTION("of its own")
    {
        auto wrong = post("counter:2", of_site("counters/1/pause"), "", "pause");
        site.send(wrong);
        CHECK_THAT(the_finding(site), Contains("seq 7 lets"));
    }
}

TEST_CASE("a fault of the server's own is found")
{
    auto site = open_site();
    hear(site, get("board", of_site("board")), 500, "{}");
    CHECK_THAT(the_finding(site), Contains("was answered 500"));
}

} // namespace motcua::simulation
