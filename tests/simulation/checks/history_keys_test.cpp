// Keys: a change is made once per key, and what a key brings when it comes again.

#include "tests/simulation/checks/keyed_changes.hpp"
#include "tests/simulation/checks/tampering.hpp"

namespace motcua::simulation {

using Catch::Matchers::Contains;

TEST_CASE("a key that was forgotten may be used again")
{
    auto house = open_house();
    house.call(take_ticket("one"));
    house.pass(std::chrono::hours{49});
    const auto again = take_ticket("one");
    house.call(take_ticket("two"));
    // What the house remembers longer than it must, the journal does not.
    house.events.back().key->key = key_digest(again.actor, again.key);
    const auto found = findings_in(house);
    REQUIRE(found.size() == 1);
    CHECK_THAT(found[0], Contains("(key two) was answered 201"));
}

TEST_CASE("a try that was lost and asked again when its key was forgotten may be refused")
{
    auto house = open_house();
    house.call(take_ticket("one"));
    const auto lost = act(1, "cancel", "cancel");
    const auto call = house.seen.ask(house.now(), lost);
    house.pass(moment{10});
    house.serve(lost);
    const auto refuse = [&] {
        house.seen.durable(house.now(), house.state().seq());
        house.pass(moment{10});
        house.seen.answer(
            call,
            {.when = house.now(), .status = 409, .body = R"({"code":"wrong_state","state":"cancelled"})"});
    };
    SECTION("forgotten")
    {
        house.pass(std::chrono::hours{49});
        house.call(take_ticket("two"));
        CHECK(findings_in(house) == findings{});
        house.seen.answer(call,
                          {.when = house.now(), .status = 409, .body = R"({"code":"no_numbers_left"})"});
        is_right(house);
    }
    SECTION("not forgotten for a clock that is set ahead")
    {
        house.set_clock(std::chrono::hours{49});
        refuse();
        CHECK_THAT(the_finding(house), Contains("(key cancel) was refused with 409 and left seq 6"));
    }
}

TEST_CASE("a key that is used again brings the first answer")
{
    auto house = open_house();
    house.call(take_ticket("one"));
    SECTION("byte for byte")
    {
        call_and_hear(house, take_ticket("one"), [](answered given) {
            given.body += " ";
            return given;
        });
        CHECK_THAT(the_finding(house),
                   Contains("(key one) was answered otherwise than the first time, at seq 5"));
    }
    SECTION("and says so")
    {
        call_and_hear(house, take_ticket("one"), [](answered given) {
            given.replayed = false;
            return given;
        });
        CHECK_THAT(the_finding(house), Contains("was answered twice as if for the first time, at seq 5"));
    }
    SECTION("not to another request")
    {
        const auto first = *house.seen.entries().back().outcome;
        hear(house, take_ticket("one", "B"), first.status, first.body);
        const auto found = findings_in(house);
        REQUIRE_FALSE(found.empty());
        CHECK_THAT(found.front(), Contains("was answered, and its key belongs to another request"));
    }
    SECTION("a refusal to another request")
    {
        house.call(take_ticket("one", "B"));
        is_right(house);
    }
    SECTION("no such refusal to the same request")
    {
        hear(house, take_ticket("one"), 422, R"({"code":"idempotency_mismatch"})");
        CHECK_THAT(the_finding(house), Contains("its key was used for another request, and it was not"));
    }
}

TEST_CASE("an event of the second request with one key is told from that of the first")
{
    auto house = open_house();
    // The first is lost on its way; the second, with the same key, is another.
    house.seen.ask(house.now(), take_ticket("one"));
    house.pass(moment{10});
    house.call(take_ticket("one", "B"));
    is_right(house);
    house.events.back().key->request[0] ^= 1;
    CHECK_THAT(findings_in(house).front(),
               Contains("comes from another request than those made with its key"));
}

} // namespace motcua::simulation
