// Refusals and reads: what was seen must have been so between question and answer.

#include "tests/simulation/checks/tampering.hpp"

namespace motcua::simulation {

using Catch::Matchers::Contains;

TEST_CASE("nobody waits only where nobody waits")
{
    auto house = open_house();
    hear(house, call_next_at("1", "true"), 204);
    is_right(house);
    house.call(take_ticket("one"));
    SECTION("not when somebody does")
    {
        hear(house, call_next_at("1", "untrue"), 204);
        CHECK_THAT(the_finding(house),
                   Contains("(key untrue) was answered 204 with what was never so from seq 5"));
    }
    SECTION("at some moment of the call")
    {
        const auto call = house.seen.ask(house.now(), call_next_at("1", "long"));
        house.pass(moment{10});
        house.call(call_next_at("1", "next"));
        house.call(act(1, "no_show", "no show"));
        house.seen.answer(call, {.when = house.now(), .status = 204});
        is_right(house);
    }
    SECTION("not at a counter that has a ticket")
    {
        house.call(call_next_at("1", "next"));
        hear(house, call_next_at("1", "untrue"), 204);
        CHECK_THAT(the_finding(house), Contains("the counter has a ticket"));
    }
    SECTION("not at a closed one")
    {
        house.call(post("counter:2", of_site("counters/2/close"), "", "close"));
        hear(house, call_next_at("2", "untrue"), 204);
        CHECK_THAT(the_finding(house), Contains("the counter is not open"));
    }
}

TEST_CASE("a refusal names what was in the way")
{
    auto house = open_house();
    house.call(take_ticket("one", "B"));
    house.call(call_next_at("1", "next"));
    const auto refuse = [&](asked wanted, int status, const std::string& code,
                            const std::string& state = "") {
        hear(house, std::move(wanted), status, R"({"code":")" + code + R"(","state":")" + state + R"("})");
    };
    SECTION("truly")
    {
        refuse(call_next_at("1", "1"), 409, "busy");
        refuse(act(1, "finish", "2"), 409, "wrong_state", "called");
        refuse(act(2, "start", "3"), 404, "unknown_ticket");
        refuse(get("staff:lan", of_ticket(2, "")), 404, "not_found");
        refuse(post("counter:2", of_ticket(1, "start"), "", "4"), 403, "not_your_ticket");
        is_right(house);
    }
    SECTION("a counter that is not busy")
    {
        refuse(call_next_at("2", "1"), 409, "busy");
        CHECK_THAT(the_finding(house), Contains("the counter has no ticket"));
    }
    SECTION("a counter that is not closed")
    {
        refuse(call_next_at("2", "1"), 409, "counter_closed");
        CHECK_THAT(the_finding(house), Contains("the counter is open"));
    }
    SECTION("a paused counter is closed to a call and not to a pause")
    {
        house.call(post("counter:2", of_site("counters/2/pause"), "", "pause"));
        refuse(call_next_at("2", "1"), 409, "counter_closed");
        is_right(house);
        refuse(post("counter:2", of_site("counters/2/pause"), "", "again"), 409, "counter_closed");
        CHECK_THAT(the_finding(house), Contains("the counter is open"));
    }
    SECTION("a state that the ticket did not have")
    {
        refuse(act(1, "start", "1"), 409, "wrong_state", "serving");
        CHECK_THAT(the_finding(house), Contains("the ticket is in another state"));
    }
    SECTION("a ticket that is known")
    {
        refuse(act(1, "start", "1"), 404, "unknown_ticket");
        CHECK_THAT(the_finding(house), Contains("the ticket is one of that day"));
    }
    SECTION("a ticket that is one's own")
    {
        refuse(act(1, "start", "1"), 403, "not_your_ticket");
        CHECK_THAT(the_finding(house), Contains("the ticket belongs to no other counter"));
    }
    SECTION("the counter that holds a ticket")
    {
        house.call(act(1, "hold", "hold"));
        refuse(act(1, "resume", "1"), 409, "busy");
        CHECK_THAT(the_finding(house), Contains("the counter has no ticket"));
    }
    SECTION("the holder's closing")
    {
        house.call(act(1, "hold", "hold"));
        refuse(act(1, "resume", "1"), 409, "counter_closed");
        CHECK_THAT(the_finding(house), Contains("the counter is open"));
    }
    SECTION("a hold that is none")
    {
        refuse(act(1, "resume", "1"), 409, "busy");
        CHECK_THAT(the_finding(house), Contains("the ticket is not held"));
    }
}

TEST_CASE("a read shows everything that was answered before it, and nothing to come")
{
    auto house = open_house();
    house.call(take_ticket("one"));
    const auto old_ticket = house.serve(get("staff:lan", of_ticket(1, ""))).body;
    const auto old_board = house.serve(get("board", of_site("board"))).body;
    const auto old_list = house.serve(get("staff:lan", of_site("tickets?state=waiting"))).body;
    auto later = house;
    later.call(call_next_at("1", "next"));
    SECTION("a ticket of before")
    {
        house.call(call_next_at("1", "next"));
        hear(house, get("staff:lan", of_ticket(1, "")), 200, old_ticket);
        CHECK_THAT(the_finding(house),
                   Contains("GET /api/v1/tickets/hall-1 of staff:lan was answered 200 with"));
    }
    SECTION("a board of before")
    {
        house.call(call_next_at("1", "next"));
        hear(house, get("board", of_site("board")), 200, old_board);
        CHECK_THAT(the_finding(house), Contains("board of board was answered 200 with what was never so"));
    }
    SECTION("a list of before")
    {
        house.call(call_next_at("1", "next"));
        hear(house, get("staff:lan", of_site("tickets?state=waiting")), 200, old_list);
        CHECK_THAT(the_finding(house), Contains("was answered 200 with what was never so from seq 6"));
    }
    SECTION("a ticket to come")
    {
        hear(house, get("staff:lan", of_ticket(1, "")), 200, later.serve(get("", of_ticket(1, ""))).body);
        house.call(call_next_at("1", "next"));
        CHECK_THAT(the_finding(house), Contains("the ticket is in another state"));
    }
    SECTION("a board to come")
    {
        hear(house, get("board", of_site("board")), 200, later.serve(get("", of_site("board"))).body);
        house.call(call_next_at("1", "next"));
        CHECK_THAT(the_finding(house), Contains("it tells more or less than was known"));
    }
    SECTION("what changes meanwhile as before or after it")
    {
        for (const auto& body : {old_board, later.serve(get("", of_site("board"))).body}) {
            auto either = house;
            const auto call = either.seen.ask(either.now(), get("board", of_site("board")));
            either.pass(moment{10});
            either.call(call_next_at("1", "next"));
            either.seen.answer(call, {.when = either.now(), .status = 200, .body = body});
            is_right(either);
        }
    }
}

TEST_CASE("a board that shows another hall is found")
{
    auto house = open_house();
    house.call(take_ticket("one"));
    house.call(take_ticket("two", "B"));
    house.call(call_next_at("1", "next"));
    const auto tell = [&](std::string_view from, std::string_view to) {
        call_and_hear(house, get("board", of_site("board")), [&](answered given) {
            given.body = with(given.body, from, to);
            return given;
        });
        return the_finding(house);
    };
    SECTION("another number")
    {
        CHECK_THAT(tell("A001", "A002"), Contains("a ticket is shown as called that is not"));
    }
    SECTION("another counter")
    {
        CHECK_THAT(tell(R"("counter":"1")", R"("counter":"2")"), Contains("shown as called that is not"));
    }
    SECTION("a call left out")
    {
        CHECK_THAT(tell(R"("calling":[)", R"("calling":[],"were_calling":[)"),
                   Contains("another number of tickets is called"));
    }
    SECTION("more who wait")
    {
        CHECK_THAT(tell(R"("waiting":1)", R"("waiting":2)"), Contains("another number of tickets waits"));
    }
    SECTION("a service left out")
    {
        CHECK_THAT(tell(R"("services":[{)", R"("services":[],"no_services":[{)"),
                   Contains("a service is left out or invented"));
    }
    SECTION("a counter left out")
    {
        CHECK_THAT(tell(R"("counters":[)", R"("counters":[],"no_counters":[)"),
                   Contains("a counter is left out or invented"));
    }
    SECTION("a counter in another state")
    {
        CHECK_THAT(tell(R"("state":"open")", R"("state":"paused")"),
                   Contains("a counter is in another state"));
    }
    SECTION("a counter out of its place")
    {
        CHECK_THAT(tell(R"("counter":"2")", R"("counter":"9")"), Contains("a counter is out of its place"));
    }
}

TEST_CASE("a list is whole, in calling order, and of what was asked for")
{
    auto house = open_house();
    for (const auto* key : {"one", "two", "three"}) {
        house.call(take_ticket(key));
    }
    house.call(take_ticket("four", "B"));
    const auto all = get("staff:lan", of_site("tickets?state=waiting"));
    const auto body = house.serve(all).body;
    const auto first = body.find(R"({"id":"hall-1")");
    const auto second = body.find(R"({"id":"hall-2")");
    const auto third = body.find(R"({"id":"hall-3")");
    REQUIRE(third != body.npos);
    SECTION("whole")
    {
        hear(house, all, 200, std::string(body).erase(second, third - second));
        CHECK_THAT(the_finding(house), Contains("a ticket is left out of the list"));
    }
    SECTION("in order")
    {
        const auto one = body.substr(first, second - first);
        hear(house, all, 200, std::string(body).erase(first, one.size()).insert(third - one.size(), one));
        CHECK_THAT(the_finding(house), Contains("the list is not in calling order"));
    }
    SECTION("of what was asked for")
    {
        hear(house, get("staff:lan", of_site("tickets?state=waiting&service=A")), 200, body);
        CHECK_THAT(the_finding(house), Contains("a ticket is listed that was not asked for"));
    }
    SECTION("of tickets of the day")
    {
        hear(house, all, 200, with(body, "hall-4", "hall-9"));
        CHECK_THAT(the_finding(house), Contains("a ticket is listed that is not one of that day"));
    }
}

} // namespace motcua::simulation
