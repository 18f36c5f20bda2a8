// What an officer notes on a ticket for the colleague who gets it: that there is a note, not what it says.

#include "test_site.hpp"

#include "server/domain/invariants.hpp"

#include <algorithm>

using namespace motcua::domain;

namespace {

/// A ticket in service at counter 1, with a note.
ticket_id noted(test_site& site)
{
    site.must(open_counter{"1", {}});
    const auto id = site.take("A");
    site.call("1");
    site.must(start_ticket{id});
    site.must(set_note{id, true});
    return id;
}

/// Why `body` cannot be the next event of `site`.
std::string why_not_next(const test_site& site, event_body body)
{
    return broken_step(site.state, {site.state.seq() + 1, site.now, "site", std::nullopt, std::move(body)});
}

} // namespace

TEST_CASE("a note goes with its ticket to the colleague who gets it, until it is taken away")
{
    test_site site;
    const auto id = noted(site);
    site.must(transfer_ticket{.ticket = id, .service = {}, .counter = "2", .keep_place = true});
    CHECK(site.the(id).has_note);
    CHECK(site.the(id).history[site.the(id).history.size() - 2].what == "note");
    site.must(open_counter{"2", {}});
    CHECK(site.call("2") == id);
    CHECK(site.the(id).has_note);
    site.must(set_note{id, false});
    CHECK_FALSE(site.the(id).has_note);
    CHECK(site.state.tickets_with_notes().empty());
    CHECK(broken_invariants(site.state).empty());
}

TEST_CASE("a note on a ticket at another counter is not an officer's to write")
{
    test_site site;
    const auto id = noted(site);
    CHECK(site.refused(set_note{id, true}, "2") == refusal_code::not_your_ticket);
    site.must(transfer_ticket{.ticket = id, .service = "B", .counter = {}, .keep_place = true});
    // One that waits belongs to nobody.
    site.must(set_note{id, true}, "2");
}

TEST_CASE("a note stays on a visit that has ended, and goes with the day")
{
    test_site site;
    const auto id = noted(site);
    site.take("A");
    site.must(finish_ticket{id, visit_outcome::served});
    CHECK(site.state.tickets_with_notes() == std::vector{id});
    const auto day = *site.state.day();
    site.now += std::chrono::hours{24};
    const auto events = site.must(turn_day{});
    const auto erased = std::ranges::find_if(
        events, [](const event_body& each) { return std::holds_alternative<notes_erased>(each); });
    REQUIRE(erased != events.end());
    CHECK(std::get<notes_erased>(*erased).day == day);
    CHECK(std::get<notes_erased>(*erased).tickets == std::vector{id});
    REQUIRE(erased + 1 != events.end());
    CHECK(std::holds_alternative<day_closed>(*(erased + 1)));
    site.now += std::chrono::hours{24};
    for (const auto& each : site.must(turn_day{})) {
        CHECK_FALSE(std::holds_alternative<notes_erased>(each));
    }
}

TEST_CASE("an event that erases other notes than its day has cannot follow")
{
    test_site site;
    const auto id = noted(site);
    const auto day = *site.state.day();
    CHECK(why_not_next(site, notes_erased{.day = day, .tickets = {id}}).empty());
    CHECK(why_not_next(site, notes_erased{.day = day, .tickets = {}}) ==
          "erases other notes than the tickets of its day have");
    CHECK(why_not_next(site, notes_erased{.day = day + std::chrono::days{1}, .tickets = {id}}) ==
          "erases the notes of a day that is not open");
    site.must(finish_ticket{id, visit_outcome::served});
    CHECK(why_not_next(site, day_closed{day}) == "closes a day and keeps its notes");
    CHECK(why_not_next(site, ticket_note_set{id, false}) == "cannot follow for a ticket that is served");
}
