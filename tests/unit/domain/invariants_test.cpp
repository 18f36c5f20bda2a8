// A state that cannot be, and an event that cannot follow, are named.

#include "test_site.hpp"

#include "server/domain/invariants.hpp"

using namespace motcua::domain;

namespace {

/// Waiting A001, called A002 at counter 1, held A003 of counter 2, served B001, and a lease.
site_image busy_site()
{
    test_site site;
    for (const auto* counter : {"1", "2", "3"}) {
        site.must(open_counter{counter, {}});
    }
    site.take("A");
    site.take("A");
    site.take("A");
    site.must(call_ticket{"1", ticket_id{2}});
    site.must(call_ticket{"2", ticket_id{3}});
    site.must(hold_ticket{ticket_id{3}, {}});
    const auto served = site.take("B");
    site.must(call_ticket{"3", served});
    site.serve(served);
    site.must(lease_block{"hall", "A", *site.state.day(), 5});
    return site.state.image();
}

std::vector<std::string> broken(const site_image& image) { return broken_invariants(site_state(image)); }

using finding = std::vector<std::string>;

} // namespace

TEST_CASE("a site that follows the rules breaks no invariant")
{
    CHECK(broken(busy_site()).empty());
    CHECK(broken_invariants(site_state{}).empty());
}

TEST_CASE("two tickets with one number are named, unless the numbers start again and one has ended")
{
    auto image = busy_site();
    image.tickets.all[1].number = 1;
    CHECK(broken(image) == finding{"ticket 2 has a number given before"});
    set_range(image.settings.services[0], 1, 5);
    CHECK(broken(image) == finding{"ticket 2 has a number given before"});
    image.tickets.all[0].state = ticket_state::served;
    image.tickets.all[0].outcome = visit_outcome::served;
    CHECK(broken(image).empty());
}

TEST_CASE("a number that was never counted, and none at all, are named")
{
    auto image = busy_site();
    image.tickets.all[0].number = 9;
    CHECK(broken(image) == finding{"ticket 1 has a number that the count has not reached"});
    image.tickets.all[0].number = 0;
    CHECK(broken(image) == finding{"ticket 1 has no number"});
}

TEST_CASE("two tickets with one track id are named")
{
    auto image = busy_site();
    image.tickets.all[1].track = image.tickets.all[0].track;
    CHECK(broken(image) == finding{"ticket 2 has the track id of another"});
}

TEST_CASE("tickets with a gap between them, or of another day, are named")
{
    auto image = busy_site();
    SECTION("a gap")
    {
        image.tickets.all.erase(image.tickets.all.begin());
        image.tickets.last = 5;
        CHECK(broken(image).size() >= 3);
    }
    SECTION("another day")
    {
        image.tickets.all[3].day -= std::chrono::days{1};
        CHECK(broken(image) == finding{"ticket 4 is not of the day that is open"});
    }
}

TEST_CASE("a ticket that is at its counter and not there, or at two, is named")
{
    auto image = busy_site();
    SECTION("its counter has none")
    {
        image.counters[0].current.reset();
        CHECK(broken(image) == finding{"ticket 2 is called or served and stands at no counter"});
    }
    SECTION("two counters have it")
    {
        image.counters[1].current = ticket_id{2};
        CHECK(broken(image) == finding{"counter 2 has the ticket of another counter",
                                       "counter 2 has a ticket that is elsewhere"});
    }
    SECTION("a second ticket claims the counter")
    {
        image.tickets.all[0].state = ticket_state::serving;
        image.tickets.all[0].counter = counter_code("1");
        CHECK(broken(image) == finding{"ticket 1 is called or served and stands at no counter"});
    }
    SECTION("the counter keeps one that has ended")
    {
        image.tickets.all[1].state = ticket_state::served;
        image.tickets.all[1].outcome = visit_outcome::served;
        CHECK(broken(image) == finding{"ticket 2 stands at a counter and is neither called nor served",
                                       "counter 1 has a ticket that is elsewhere"});
    }
    SECTION("a ticket that is not of today")
    {
        image.counters[2].current = ticket_id{99};
        CHECK(broken(image) == finding{"counter 3 has a ticket that is elsewhere"});
    }
}

TEST_CASE("a held ticket without counter or moment is named")
{
    auto image = busy_site();
    image.tickets.all[2].counter.reset();
    CHECK(broken(image) == finding{"ticket 3 is held by no counter"});
    image = busy_site();
    image.tickets.all[2].held_since.reset();
    CHECK(broken(image) == finding{"ticket 3 is held from no moment, or not held from one"});
}

TEST_CASE("an end without outcome, and an outcome without end, are named")
{
    auto image = busy_site();
    image.tickets.all[3].outcome.reset();
    CHECK(broken(image) == finding{"ticket 4 has an outcome and goes on, or has ended without one"});
    image = busy_site();
    image.tickets.all[0].outcome = visit_outcome::left;
    CHECK(broken(image) == finding{"ticket 1 has an outcome and goes on, or has ended without one"});
    image = busy_site();
    image.tickets.all[3].served_from.reset();
    CHECK(broken(image) == finding{"ticket 4 was served to a moment but from none"});
}

TEST_CASE("leases that overlap or gave what they do not have are named")
{
    auto image = busy_site();
    image.blocks.all[0].used = {701, 701};
    CHECK(broken(image) == finding{"block 1 gave a number twice"});
    image.blocks.all[0].used = {3};
    CHECK(broken(image) == finding{"block 1 gave a number that it does not have"});
    image.blocks.all[0].used.clear();
    image.blocks.all.push_back(image.blocks.all[0]);
    image.blocks.all[1].id = block_id{2};
    image.blocks.all[1].first = image.blocks.all[0].last;
    image.blocks.all[1].last = image.blocks.all[0].last + 5;
    CHECK(broken(image) == finding{"block 1 has numbers that are leased to another"});
}

TEST_CASE("an event that cannot follow is named")
{
    const site_state state(busy_site());
    const auto why = [&](const event_body& body) {
        return broken_step(state, {state.seq() + 1, state.last_event_at(), "test", std::nullopt, body});
    };
    constexpr ticket_id waiting{1};
    constexpr ticket_id called{2};
    constexpr ticket_id held{3};
    constexpr ticket_id served{4};
    CHECK(why(ticket_called{.ticket = waiting, .counter = "2"}).empty());
    CHECK(why(ticket_called{.ticket = waiting, .counter = "1"}) ==
          "calls to a counter that is unknown or has a ticket");
    CHECK(why(ticket_called{.ticket = waiting, .counter = "9"}) ==
          "calls to a counter that is unknown or has a ticket");
    CHECK(why(ticket_called{.ticket = called, .counter = "2"}) ==
          "cannot follow for a ticket that is called");
    CHECK(why(ticket_started{called}).empty());
    CHECK(why(ticket_started{served}) == "cannot follow for a ticket that is served");
    CHECK(why(ticket_started{ticket_id{99}}) == "is about a ticket that is not of today");
    CHECK(why(ticket_resumed{held}).empty());
    CHECK(why(ticket_resumed{called}) == "cannot follow for a ticket that is called");
    CHECK(why(ticket_recalled{called, ticket_state::called, {}}).empty());
    CHECK(why(ticket_recalled{served, ticket_state::waiting, {}}) ==
          "cannot follow for a ticket that is served");
    CHECK(why(ticket_issued{.ticket = ticket_id{7}}) == "issues a ticket out of order");
    CHECK(why(counter_closed{"9"}) == "is about an unknown counter");
    CHECK(why(day_opened{}) == "opens a day before the last is closed");
    CHECK(why(day_closed{*state.day()}) == "closes a day with tickets that are alive");
    CHECK(why(block_leased{.block = block_id{7}}) == "leases a block out of order");
    CHECK(why(block_leased{.block = block_id{2}, .day = *state.day() - std::chrono::days{1}}) ==
          "leases a block of a day that is over");
}

TEST_CASE("a block says which numbers may come from it")
{
    const site_state state(busy_site());
    const auto why = [&](const event_body& body) {
        return broken_step(state, {state.seq() + 1, state.last_event_at(), "test", std::nullopt, body});
    };
    ticket_logged late{.ticket = ticket_id{state.last_ticket() + 1}, .number = 701, .day = *state.day()};
    CHECK(why(late) == "issues a ticket from an unknown block");
    late.block = block_id{1};
    CHECK(why(late).empty());
    late.number = 706;
    CHECK(why(late) == "issues a number that the block does not have, or not any more");
    late.number = 701;
    late.day -= std::chrono::days{1};
    CHECK(why(late) == "issues a ticket of another day than its block's");
    late.ticket = ticket_id{7};
    CHECK(why(late) == "issues a ticket out of order");
    ticket_issued now{.ticket = ticket_id{state.last_ticket() + 1},
                      .service = "A",
                      .number = 705,
                      .day = *state.day(),
                      .block = block_id{1}};
    CHECK(why(now).empty());
    now.number = 700;
    CHECK(why(now) == "issues a number that the block does not have, or not any more");
}

TEST_CASE("seq and time go on, and time falls only at an anchor")
{
    const site_state state(busy_site());
    const auto why = [&](std::int64_t seq, seconds later, const event_body& body) {
        return broken_step(state, {seq, state.last_event_at() + later, "test", std::nullopt, body});
    };
    const auto next = state.seq() + 1;
    CHECK(why(next, seconds{0}, ticket_started{ticket_id{2}}).empty());
    CHECK(why(next + 1, seconds{0}, ticket_started{ticket_id{2}}).starts_with("does not follow event "));
    CHECK(why(next, seconds{-1}, ticket_started{ticket_id{2}}) == "is earlier than the one before it");
    CHECK(why(next, seconds{-1}, clock_anchored{}).empty());
}

TEST_CASE("whatever apply requires of an event, a broken step names")
{
    const site_state state(busy_site());
    const auto why = [&](const event_body& body) {
        return broken_step(state, {state.seq() + 1, state.last_event_at(), "test", std::nullopt, body});
    };
    constexpr ticket_id waiting{1};
    auto settings = demo_like_settings();
    settings.counters.erase(settings.counters.begin());
    CHECK(why(site_configured{settings}) == "leaves out a counter at which a ticket stands");
    CHECK(why(site_configured{demo_like_settings()}).empty());
    CHECK(why(counter_closed{"1"}) == "closes a counter at which a ticket stands");
    CHECK(why(counter_closed{"2"}).empty());
    CHECK(why(counter_paused{.counter = "4", .reason = {}}) == "pauses a counter that is closed");
    CHECK(why(ticket_called{.ticket = waiting, .counter = "4"}) == "calls to a counter that is closed");
    CHECK(why(ticket_transferred{.ticket = waiting, .service = "Z"}) ==
          "sends a ticket to an unknown service");
    CHECK(why(ticket_closed{waiting, ticket_state::waiting}) == "cannot follow for a ticket that is waiting");
    CHECK(why(ticket_recalled{ticket_id{2}, ticket_state::served, {}}) ==
          "cannot follow for a ticket that is called");
    CHECK(why(block_leased{.block = block_id{2}, .day = *state.day(), .first = 706, .last = 705}) ==
          "leases a block without numbers");
    CHECK(why(ticket_logged{.ticket = ticket_id{state.last_ticket() + 1},
                            .number = 701,
                            .day = *state.day() + std::chrono::days{1},
                            .block = block_id{1}}) == "logs a ticket of a day to come");
    CHECK(why(ticket_issued{.ticket = ticket_id{state.last_ticket() + 1},
                            .service = "A",
                            .day = *state.day()}) == "issues a ticket without a number");
}

TEST_CASE("a ticket that is reserved for another counter cannot be called")
{
    test_site site;
    site.must(open_counter{"1", {}});
    site.must(open_counter{"2", {}});
    const auto reserved = site.take("A");
    site.must(transfer_ticket{.ticket = reserved, .service = {}, .counter = "2", .keep_place = true});
    const auto why = [&](const counter_code& counter) {
        const ticket_called body{.ticket = reserved, .counter = counter};
        return broken_step(site.state, {site.state.seq() + 1, site.now, "test", std::nullopt, body});
    };
    CHECK(why("1") == "calls a ticket that is reserved for another counter");
    CHECK(why("2").empty());
}
