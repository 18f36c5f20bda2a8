// Refusals and reads: what was seen must have been so between question and answer.

#include "tests/simulation/checks/tampering.hpp"

namespace motcua::simulation {

using Catch::Matchers::Contains;

TEST_CASE("nobody waits only where nobody waits")
{
    auto site = open_site();
    hear(site, call_next_at("1", "true"), 204);
    is_right(site);
    site.send(take_ticket("one"));
    SECTION("not when somebody does")
    {
        hear(site, call_next_at("1", "untrue"), 204);
        CHECK_THAT(the_finding(site),
                   Contains("(key untrue) was answered 204 with what was never so from seq 5"));
    }
    SECTION("at some moment of the request")
    {
        const auto entry = site.seen.ask(site.now(), call_next_at("1", "long"));
        site.pass(moment{10});
        site.send(call_next_at("1", "next"));
        site.send(act(1, "no_show", "no show"));
        site.seen.answer(entry, {.when = site.now(), .status = 204});
        is_right(site);
    }
    SECTION("not at a counter that has a ticket")
    {
        site.send(call_next_at("1", "next"));
        hear(site, call_next_at("1", "untrue"), 204);
        CHECK_THAT(the_finding(site), Contains("the counter has a ticket"));
    }
    SECTION("not at a closed one")
    {
        site.send(post("counter:2", of_site("counters/2/close"), "", "close"));
        hear(site, call_next_at("2", "untrue"), 204);
        CHECK_THAT(the_finding(site), Contains("the counter is not open"));
    }
}

TEST_CASE("a note is read at the counters, in its own words, and by nobody else")
{
    auto site = open_site();
    site.send(take_ticket("one"));
    site.send(act(1, "note", "write", R"({"text":"papers of hall-1"})"));
    const auto by_counter = [] {
        auto wanted = get("counter:1", of_ticket(1, ""));
        wanted.acts_for = "1";
        return wanted;
    };
    const auto say = [&](request wanted, const std::string& note) {
        send_and_hear(site, std::move(wanted), [&](answered given) {
            given.body = with(given.body, R"("note":null)", R"("note":")" + note + '"');
            return given;
        });
    };
    SECTION("truly")
    {
        say(by_counter(), "papers of hall-1");
        site.send(get("staff:lan", of_ticket(1, "")));
        is_right(site);
    }
    SECTION("not that of another")
    {
        say(by_counter(), "papers of hall-2");
        CHECK_THAT(the_finding(site), Contains("the note is of another ticket"));
    }
    SECTION("not hidden from them")
    {
        site.send(by_counter());
        CHECK_THAT(the_finding(site), Contains("the note is kept back"));
    }
    SECTION("not shown to others")
    {
        say(get("staff:lan", of_ticket(1, "")), "papers of hall-1");
        CHECK_THAT(the_finding(site), Contains("a note is shown to who may not read it"));
    }
    SECTION("not after it was taken away")
    {
        site.send(act(1, "note", "take away", R"({"text":""})"));
        say(by_counter(), "papers of hall-1");
        CHECK_THAT(the_finding(site), Contains("a note is shown that was taken away"));
    }
}

TEST_CASE("a refusal names what was in the way")
{
    auto site = open_site();
    site.send(take_ticket("one", "B"));
    site.send(call_next_at("1", "next"));
    const auto refuse = [&](request wanted, int status, const std::string& code,
                            const std::string& state = "") {
        hear(site, std::move(wanted), status, R"({"code":")" + code + R"(","state":")" + state + R"("})");
    };
    SECTION("truly")
    {
        refuse(call_next_at("1", "1"), 409, "busy");
        refuse(act(1, "finish", "2"), 409, "wrong_state", "called");
        refuse(act(2, "start", "3"), 404, "unknown_ticket");
        refuse(get("staff:lan", of_ticket(2, "")), 404, "not_found");
        refuse(post("counter:2", of_ticket(1, "start"), "", "4"), 403, "not_your_ticket");
        is_right(site);
    }
    SECTION("a counter that is not busy")
    {
        refuse(call_next_at("2", "1"), 409, "busy");
        CHECK_THAT(the_finding(site), Contains("the counter has no ticket"));
    }
    SECTION("a counter that is not closed")
    {
        refuse(call_next_at("2", "1"), 409, "counter_closed");
        CHECK_THAT(the_finding(site), Contains("the counter is open"));
    }
    SECTION("a paused counter is closed to a call and not to a pause")
    {
        site.send(post("counter:2", of_site("counters/2/pause"), "", "pause"));
        refuse(call_next_at("2", "1"), 409, "counter_closed");
        is_right(site);
        refuse(post("counter:2", of_site("counters/2/pause"), "", "again"), 409, "counter_closed");
        CHECK_THAT(the_finding(site), Contains("the counter is open"));
    }
    SECTION("a state that the ticket did not have")
    {
        refuse(act(1, "start", "1"), 409, "wrong_state", "serving");
        CHECK_THAT(the_finding(site), Contains("the ticket is in another state"));
    }
    SECTION("a ticket that is known")
    {
        refuse(act(1, "start", "1"), 404, "unknown_ticket");
        CHECK_THAT(the_finding(site), Contains("the ticket is one of that day"));
    }
    SECTION("a ticket that is one's own")
    {
        refuse(act(1, "start", "1"), 403, "not_your_ticket");
        CHECK_THAT(the_finding(site), Contains("the ticket belongs to no other counter"));
    }
    SECTION("the counter that holds a ticket")
    {
        site.send(act(1, "hold", "hold"));
        refuse(act(1, "resume", "1"), 409, "busy");
        CHECK_THAT(the_finding(site), Contains("the counter has no ticket"));
    }
    SECTION("the holder's closing")
    {
        site.send(act(1, "hold", "hold"));
        refuse(act(1, "resume", "1"), 409, "counter_closed");
        CHECK_THAT(the_finding(site), Contains("the counter is open"));
    }
    SECTION("a hold that is none")
    {
        refuse(act(1, "resume", "1"), 409, "busy");
        CHECK_THAT(the_finding(site), Contains("the ticket is not held"));
    }
}

TEST_CASE("a read shows everything that was answered before it, and nothing to come")
{
    auto site = open_site();
    site.send(take_ticket("one"));
    const auto old_ticket = site.serve(get("staff:lan", of_ticket(1, ""))).body;
    const auto old_board = site.serve(get("board", of_site("board"))).body;
    const auto old_list = site.serve(get("staff:lan", of_site("tickets?state=waiting"))).body;
    auto later = site;
    later.send(call_next_at("1", "next"));
    SECTION("a ticket of before")
    {
        site.send(call_next_at("1", "next"));
        hear(site, get("staff:lan", of_ticket(1, "")), 200, old_ticket);
        CHECK_THAT(the_finding(site),
                   Contains("GET /api/v1/tickets/hall-1 of staff:lan was answered 200 with"));
    }
    SECTION("a board of before")
    {
        site.send(call_next_at("1", "next"));
        hear(site, get("board", of_site("board")), 200, old_board);
        CHECK_THAT(the_finding(site), Contains("board of board was answered 200 with what was never so"));
    }
    SECTION("a list of before")
    {
        site.send(call_next_at("1", "next"));
        hear(site, get("staff:lan", of_site("tickets?state=waiting")), 200, old_list);
        CHECK_THAT(the_finding(site), Contains("was answered 200 with what was never so from seq 6"));
    }
    SECTION("a ticket to come")
    {
        hear(site, get("staff:lan", of_ticket(1, "")), 200, later.serve(get("", of_ticket(1, ""))).body);
        site.send(call_next_at("1", "next"));
        CHECK_THAT(the_finding(site), Contains("the ticket is in another state"));
    }
    SECTION("a board to come")
    {
        hear(site, get("board", of_site("board")), 200, later.serve(get("", of_site("board"))).body);
        site.send(call_next_at("1", "next"));
        CHECK_THAT(the_finding(site), Contains("it tells more or less than was known"));
    }
    SECTION("what changes meanwhile as before or after it")
    {
        for (const auto& body : {old_board, later.serve(get("", of_site("board"))).body}) {
            auto either = site;
            const auto entry = either.seen.ask(either.now(), get("board", of_site("board")));
            either.pass(moment{10});
            either.send(call_next_at("1", "next"));
            either.seen.answer(entry, {.when = either.now(), .status = 200, .body = body});
            is_right(either);
        }
    }
}

TEST_CASE("a board that shows another site is found")
{
    auto site = open_site();
    site.send(take_ticket("one"));
    site.send(take_ticket("two", "B"));
    site.send(call_next_at("1", "next"));
    const auto tell = [&](std::string_view from, std::string_view to) {
        send_and_hear(site, get("board", of_site("board")), [&](answered given) {
            given.body = with(given.body, from, to);
            return given;
        });
        return the_finding(site);
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
        CHECK_THAT(tell(R"("counter":"1","state":"open")", R"("counter":"1","state":"paused")"),
                   Contains("a counter is in another state"));
    }
    SECTION("a counter out of its place")
    {
        CHECK_THAT(tell(R"("counter":"2")", R"("counter":"9")"), Contains("a counter is out of its place"));
    }
}

TEST_CASE("a list is whole, in calling order, and of what was asked for")
{
    auto site = open_site();
    for (const auto* key : {"one", "two", "three"}) {
        site.send(take_ticket(key));
    }
    site.send(take_ticket("four", "B"));
    const auto all = get("staff:lan", of_site("tickets?state=waiting"));
    const auto body = site.serve(all).body;
    const auto first = body.find(R"({"id":"hall-1")");
    const auto second = body.find(R"({"id":"hall-2")");
    const auto third = body.find(R"({"id":"hall-3")");
    REQUIRE(third != body.npos);
    SECTION("whole")
    {
        hear(site, all, 200, std::string(body).erase(second, third - second));
        CHECK_THAT(the_finding(site), Contains("a ticket is left out of the list"));
    }
    SECTION("in order")
    {
        const auto one = body.substr(first, second - first);
        hear(site, all, 200, std::string(body).erase(first, one.size()).insert(third - one.size(), one));
        CHECK_THAT(the_finding(site), Contains("the list is not in calling order"));
    }
    SECTION("of what was asked for")
    {
        hear(site, get("staff:lan", of_site("tickets?state=waiting&service=A")), 200, body);
        CHECK_THAT(the_finding(site), Contains("a ticket is listed that was not asked for"));
    }
    SECTION("of tickets of the day")
    {
        hear(site, all, 200, with(body, "hall-4", "hall-9"));
        CHECK_THAT(the_finding(site), Contains("a ticket is listed that is not one of that day"));
    }
}

} // namespace motcua::simulation
