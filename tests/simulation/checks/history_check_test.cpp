// Changes: what was answered and what the journal has of it.

#include "tests/simulation/checks/tampering.hpp"

namespace motcua::simulation {

using Catch::Matchers::Contains;

TEST_CASE("a small honest day is right")
{
    auto house = open_house();
    house.call(take_ticket("one"));
    house.call(take_ticket("one"));
    house.call(call_next_at("2", "nobody for B"));
    house.call(call_next_at("1", "next"));
    house.call(call_next_at("1", "busy"));
    house.call(get("board", of_site("board")));
    house.call(act(1, "start", "start"));
    house.call(act(1, "start", "start twice"));
    house.call(get("staff:lan", of_ticket(1, "")));
    house.call(get("staff:lan", of_ticket(2, "")));
    house.call(act(1, "transfer", "send on", R"({"service":"B","keep_place":true})"));
    house.call(get("staff:lan", of_site("tickets?state=waiting")));
    is_right(house);
}

TEST_CASE("an accepted change that the journal does not have is found")
{
    auto house = open_house();
    house.call(take_ticket("one"));
    house.events.pop_back();
    CHECK_THAT(the_finding(house),
               Contains("tickets of kiosk:hall (key one) was answered 201 and the journal"));
}

TEST_CASE("a change whose outcome nobody knows may be in the journal or not")
{
    auto house = open_house();
    house.seen.ask(house.now(), take_ticket("lost on the way there"));
    house.pass(moment{10});
    const auto lost = take_ticket("lost on the way back");
    house.seen.ask(house.now(), lost);
    house.pass(moment{10});
    house.serve(lost);
    hear(house, take_ticket("given up"), 503, "{}");
    is_right(house);
}

TEST_CASE("an answer that is not what the journal has is found")
{
    auto house = open_house();
    const auto tell = [&](std::string_view from, std::string_view to) {
        call_and_hear(house, take_ticket("one"), [&](answered given) {
            given.body = with(given.body, from, to);
            return given;
        });
        return the_finding(house);
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
    auto house = open_house();
    const auto tell = [&](std::string_view from, std::string_view to) {
        call_and_hear(house, post("counter:1", of_site("counters/1/pause"), "{}", "pause"),
                      [&](answered given) {
                          given.body = with(given.body, from, to);
                          return given;
                      });
        return the_finding(house);
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
    auto house = open_house();
    house.call(take_ticket("one", "B"));
    std::string body;
    call_and_hear(house, call_next_at("1", "first"), [&](answered given) {
        body = given.body;
        return given;
    });
    hear(house, call_next_at("2", "second"), 200, body);
    CHECK_THAT(
        the_finding(house),
        Contains("call_next of counter:2 (key second) was answered 200 and the journal has no event of it"));
}

TEST_CASE("an event that nobody asked for is found")
{
    auto house = open_house();
    house.call(take_ticket("one"));
    SECTION("with a key that nobody used")
    {
        house.events.back().key->key[0] ^= 1;
        const auto found = findings_in(house);
        REQUIRE(found.size() == 2);
        CHECK_THAT(found[0], Contains("seq 5 of kiosk:hall comes from no call that anybody made"));
    }
    SECTION("without a key")
    {
        house.events.back().key.reset();
        const auto found = findings_in(house);
        REQUIRE(found.size() == 2);
        CHECK_THAT(found[0], Contains("seq 5 of kiosk:hall bears no key"));
    }
    SECTION("a second time")
    {
        auto again = house.events.back();
        again.seq = 6;
        auto& body = std::get<domain::ticket_issued>(again.body);
        body.ticket = domain::ticket_id{2};
        body.number = 2;
        house.events.push_back(again);
        CHECK_THAT(the_finding(house), Contains("seq 6 of kiosk:hall has the key of seq 5 once more"));
    }
    SECTION("by another actor")
    {
        house.events.back().actor = "kiosk:door";
        CHECK_THAT(the_finding(house), Contains("seq 5 bears another actor than"));
    }
}

TEST_CASE("an event that is not what its call asked for is found")
{
    auto house = open_house();
    SECTION("another service")
    {
        house.call(take_ticket("one", "B"));
        std::get<domain::ticket_issued>(house.events.back().body).service = "A";
        CHECK_THAT(findings_in(house).front(), Contains("seq 5 is for another service than asked for"));
    }
    SECTION("another priority")
    {
        house.call(take_ticket("one"));
        auto& issued = std::get<domain::ticket_issued>(house.events.back().body);
        issued.priority = domain::priority_class::elderly;
        issued.due -= std::chrono::minutes{30};
        CHECK_THAT(the_finding(house), Contains("seq 5 is of another priority than asked for"));
    }
    SECTION("another kind")
    {
        house.call(take_ticket("one"));
        house.call(act(1, "cancel", "cancel"));
        house.events.back().body =
            domain::ticket_transferred{domain::ticket_id{1}, "A", {}, house.events.back().at};
        CHECK_THAT(findings_in(house).front(), Contains("seq 6 is of another kind than asked for"));
    }
    SECTION("another outcome")
    {
        house.call(take_ticket("one"));
        house.call(call_next_at("1", "next"));
        house.call(act(1, "start", "start"));
        house.call(act(1, "finish", "finish"));
        std::get<domain::ticket_finished>(house.events.back().body).outcome = domain::visit_outcome::left;
        CHECK_THAT(the_finding(house), Contains("seq 8 is with another outcome than asked for"));
    }
    SECTION("another place in the queue")
    {
        house.call(take_ticket("one"));
        house.pass(moment{60'000'000});
        house.call(act(1, "transfer", "send on", R"({"service":"B"})"));
        auto& moved = std::get<domain::ticket_transferred>(house.events.back().body);
        moved.due = std::get<domain::ticket_issued>(house.events[4].body).due;
        CHECK_THAT(the_finding(house), Contains("seq 6 is to another place in the queue than asked for"));
    }
    SECTION("another counter")
    {
        house.call(take_ticket("one", "B"));
        house.call(call_next_at("1", "next"));
        std::get<domain::ticket_called>(house.events.back().body).counter = "2";
        CHECK_THAT(findings_in(house).front(), Contains("seq 6 is at another counter than asked for"));
    }
    SECTION("another ticket")
    {
        house.call(take_ticket("one"));
        house.call(take_ticket("two"));
        house.call(act(1, "cancel", "cancel"));
        house.events.back().body = domain::ticket_cancelled{domain::ticket_id{2}};
        CHECK_THAT(findings_in(house).front(), Contains("seq 7 is of another ticket than asked for"));
    }
    SECTION("other services")
    {
        house.call(post("counter:1", of_site("counters/1/open"), R"({"services":["B"]})", "again"));
        std::get<domain::counter_opened>(house.events.back().body).services = {"A"};
        CHECK_THAT(findings_in(house).front(), Contains("seq 5 is for other services than asked for"));
    }
}

TEST_CASE("a refused change may leave the event of a copy that came late")
{
    auto house = open_house();
    const auto call = house.seen.ask(house.now(), take_ticket("one"));
    house.seen.try_again(call, house.now());
    house.pass(moment{10});
    house.serve(take_ticket("one"));
    house.seen.durable(house.now(), house.state().seq());
    house.seen.answer(call, {.when = house.now(), .status = 409, .body = R"({"code":"no_numbers_left"})"});
    SECTION("a copy of the try that was refused") { CHECK(findings_in(house) == findings{}); }
    SECTION("not one that came before that try")
    {
        house.seen.try_again(call, house.now());
        CHECK_THAT(the_finding(house), Contains("(key one) was refused with 409 and left seq 5"));
    }
}

TEST_CASE("a refused change that left an event is found")
{
    auto house = open_house();
    call_and_hear(house, take_ticket("one"), [](const answered&) {
        return answered{.status = 409, .body = R"({"code":"no_numbers_left"})"};
    });
    CHECK_THAT(the_finding(house), Contains("(key one) was refused with 409 and left seq 5"));
}

TEST_CASE("a change made after another was known, and found before it, is found")
{
    auto house = open_house();
    house.call(take_ticket("one"));
    house.call(take_ticket("two", "B"));
    std::swap(house.events[4], house.events[5]);
    std::swap(house.events[4].seq, house.events[5].seq);
    const auto found = findings_in(house);
    CHECK(std::ranges::any_of(found, [](const std::string& one) {
        return one.starts_with("seq 5 comes before seq 6, which was known when");
    }));
}

TEST_CASE("an answer that came before its change was stored is found")
{
    honest_house house(small_hall());
    house.seen.durable(house.now(), 2);
    const auto early = take_ticket("early");
    const auto call = house.seen.ask(house.now(), early);
    auto later = house;
    auto given = later.serve(early);
    given.when = house.now() + moment{5};
    house.seen.answer(call, given);
    house.pass(moment{10});
    house.serve(early);
    CHECK_THAT(the_finding(house), Contains("(key early) was answered before seq 3 was stored"));
}

TEST_CASE("a change for another counter than the caller's is found")
{
    auto house = open_house();
    house.call(take_ticket("one"));
    house.call(call_next_at("1", "next"));
    SECTION("of its ticket")
    {
        auto foreign = act(1, "start", "start");
        foreign.acts_for.clear();
        call_and_hear(house, foreign, [](answered given) { return given; });
        is_right(house);
        auto wrong = act(1, "hold", "hold");
        wrong.acts_for = "2";
        const auto call = house.seen.ask(house.now(), wrong);
        wrong.acts_for.clear();
        house.pass(moment{10});
        auto given = house.serve(wrong);
        given.when = house.now() + moment{10};
        house.seen.answer(call, given);
        CHECK_THAT(the_finding(house), Contains("seq 8 changes ticket A001 of counter 1 for"));
    }
    SECTION("of its own")
    {
        auto wrong = post("counter:2", of_site("counters/1/pause"), "", "pause");
        house.call(wrong);
        CHECK_THAT(the_finding(house), Contains("seq 7 lets"));
    }
}

TEST_CASE("a fault of the server's own is found")
{
    auto house = open_house();
    hear(house, get("board", of_site("board")), 500, "{}");
    CHECK_THAT(the_finding(house), Contains("was answered 500"));
}

} // namespace motcua::simulation
