// Keys: a change is made once per key, and what a key brings when it comes again.

#include "tests/simulation/checks/keyed_changes.hpp"
#include "tests/simulation/checks/tampering.hpp"

namespace motcua::simulation {

using Catch::Matchers::Contains;

TEST_CASE("a key that was forgotten may be used again")
{
    auto site = open_site();
    site.send(take_ticket("one"));
    site.pass(std::chrono::hours{49});
    const auto again = take_ticket("one");
    site.send(take_ticket("two"));
    // What the site remembers longer than it must, the journal does not.
    site.events.back().key->key = key_digest(again.actor, again.key);
    const auto found = findings_in(site);
    REQUIRE(found.size() == 1);
    CHECK_THAT(found[0], Contains("(key two) was answered 201"));
}

TEST_CASE("a try that was lost and asked again when its key was forgotten may be refused")
{
    auto site = open_site();
    site.send(take_ticket("one"));
    const auto lost = act(1, "cancel", "cancel");
    const auto entry = site.seen.ask(site.now(), lost);
    site.pass(moment{10});
    site.serve(lost);
    const auto refuse = [&] {
        site.seen.durable(site.now(), site.state().seq());
        site.pass(moment{10});
        site.seen.answer(
            entry,
            {.when = site.now(), .status = 409, .body = R"({"code":"wrong_state","state":"cancelled"})"});
    };
    SECTION("forgotten")
    {
        site.pass(std::chrono::hours{49});
        site.send(take_ticket("two"));
        CHECK(findings_in(site) == findings{});
        site.seen.answer(entry, {.when = site.now(), .status = 409, .body = R"({"code":"no_numbers_left"})"});
        is_right(site);
    }
    SECTION("not forgotten for a clock that is set ahead")
    {
        site.set_clock(std::chrono::hours{49});
        refuse();
        CHECK_THAT(the_finding(site), Contains("(key cancel) was refused with 409 and left seq 6"));
    }
}

TEST_CASE("a key that is used again brings the first answer")
{
    auto site = open_site();
    site.send(take_ticket("one"));
    SECTION("byte for byte")
    {
        send_and_hear(site, take_ticket("one"), [](answered given) {
            given.body += " ";
            return given;
        });
        CHECK_THAT(the_finding(site),
                   Contains("(key one) was answered otherwise than the first time, at seq 5"));
    }
    SECTION("and says so")
    {
        send_and_hear(site, take_ticket("one"), [](answered given) {
            given.replayed = false;
            return given;
        });
        CHECK_THAT(the_finding(site), Contains("was answered twice as if for the first time, at seq 5"));
    }
    SECTION("not to another request")
    {
        const auto first = *site.seen.entries().back().outcome;
        hear(site, take_ticket("one", "B"), first.status, first.body);
        const auto found = findings_in(site);
        REQUIRE_FALSE(found.empty());
        CHECK_THAT(found.front(), Contains("was answered, and its key belongs to another request"));
    }
    SECTION("a refusal to another request")
    {
        site.send(take_ticket("one", "B"));
        is_right(site);
    }
    SECTION("no such refusal to the same request")
    {
        hear(site, take_ticket("one"), 422, R"({"code":"idempotency_mismatch"})");
        CHECK_THAT(the_finding(site), Contains("its key was used for another request, and it was not"));
    }
}

TEST_CASE("an event of the second request with one key is told from that of the first")
{
    auto site = open_site();
    // The first is lost on its way; the second, with the same key, is another.
    site.seen.ask(site.now(), take_ticket("one"));
    site.pass(moment{10});
    site.send(take_ticket("one", "B"));
    is_right(site);
    site.events.back().key->request[0] ^= 1;
    CHECK_THAT(findings_in(site).front(),
               Contains("comes from another request than those made with its key"));
}

} // namespace motcua::simulation
