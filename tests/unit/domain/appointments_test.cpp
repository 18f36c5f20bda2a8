// Booking, moving, cancelling and checking in.

#include "booking_site.hpp"

#include "server/domain/invariants.hpp"

using namespace motcua::domain;

namespace {

constexpr hold_id a_hold{4, 2};

hold_slot hold_at(instant start, hold_id id = a_hold)
{
    return {.hold = id, .service = "A", .start = start, .length = {}, .channel = ticket_channel::online};
}

/// What the appointment became.
const ticket& ticket_of(const booking_site& site, const appointment& one)
{
    return site.the(*site.the_booking(one).ticket);
}

check_in coming(const booking_site& site, const appointment& one)
{
    return {.code = one.code, .track = site.next_track()};
}

refusal why_not(booking_site& site, const command& wanted)
{
    auto decided = site.ask(wanted);
    REQUIRE(decided.has_error());
    return decided.error();
}

} // namespace

TEST_CASE("a held place is nobody else's until it is booked or its time is over")
{
    auto settings = bookable_settings();
    settings.appointments.capacity = 1;
    booking_site site(settings);
    const auto start = november(25, 8h);
    site.must(hold_at(start));
    CHECK(site.refused(site.wish(start, 2)) == refusal_code::slot_full);
    SECTION("it is booked")
    {
        auto wish = site.wish(start);
        wish.hold = a_hold;
        site.must(wish);
        CHECK(site.state.appointments().holds().empty());
        CHECK(site.refused(site.wish(start, 2)) == refusal_code::slot_full);
    }
    SECTION("its time is over")
    {
        site.now += 5min;
        site.book(start, 2);
        site.must(tend_appointments{});
        CHECK(site.state.appointments().holds().empty());
        auto wish = site.wish(start);
        wish.hold = a_hold;
        const auto why = why_not(site, wish);
        CHECK(why.code == refusal_code::hold_expired);
        CHECK(why.first_free_slot == november(25, 8h + 30min));
    }
}

TEST_CASE("a hold expires once")
{
    booking_site site;
    site.must(hold_at(november(25, 8h)));
    site.now += 5min - 1s;
    CHECK(site.must(tend_appointments{}).empty());
    site.now += 1s;
    CHECK(site.must(tend_appointments{}).size() == 1);
    CHECK(site.must(tend_appointments{}).empty());
}

TEST_CASE("a hold that was used gives the appointment that it was used for")
{
    booking_site site;
    site.must(hold_at(november(25, 8h)));
    auto wish = site.wish(november(25, 8h));
    wish.hold = a_hold;
    site.must(wish);
    wish.codes = {"OTHER"};
    CHECK(site.must(wish).empty());
    CHECK(site.state.appointments().last() == 1);
    CHECK(site.state.appointments().find_booked_with(a_hold)->code == "CODE1");
}

TEST_CASE("who holds a place books it after the lead time has run out")
{
    booking_site site;
    site.now = november(25, 7h);
    site.must(hold_at(november(25, 8h)));
    site.now += 4min;
    CHECK(site.refused(site.wish(november(25, 8h), 2)) == refusal_code::not_a_slot);
    auto wish = site.wish(november(25, 8h));
    wish.hold = a_hold;
    site.must(wish);
}

TEST_CASE("a move frees its own place first, and a refused one leaves the old booking standing")
{
    auto settings = bookable_settings();
    settings.appointments.capacity = 1;
    booking_site site(settings);
    auto wish = site.wish(november(25, 8h));
    wish.length = 60min;
    site.must(wish);
    const auto& one = site.state.appointments().all().begin()->second;
    site.must(move_appointment{.code = one.code, .start = november(25, 8h + 30min)});
    CHECK(one.start == november(25, 8h + 30min));
    CHECK(one.end == november(25, 9h + 30min));
    CHECK(one.changes == 1);
    site.book(november(25, 14h), 2);
    CHECK(why_not(site, move_appointment{.code = one.code, .start = november(25, 13h + 30min)}).code ==
          refusal_code::slot_full);
    CHECK(one.start == november(25, 8h + 30min));
    CHECK(site.must(move_appointment{.code = one.code, .start = one.start}).empty());
}

TEST_CASE("a cancelled place is free at once, and nobody moves what is over")
{
    auto settings = bookable_settings();
    settings.appointments.capacity = 1;
    booking_site site(settings);
    const auto& one = site.book(november(25, 8h));
    site.must(cancel_appointment{.code = one.code, .last_digits = tag_of(1001)});
    CHECK(one.state == appointment_state::cancelled);
    site.book(november(25, 8h), 2);
    CHECK(why_not(site, move_appointment{.code = one.code, .start = november(25, 9h)}).state == "cancelled");
    CHECK(site.refused(cancel_appointment{.code = one.code}) == refusal_code::wrong_state);
}

TEST_CASE("the wrong digits and an unknown code are refused alike")
{
    booking_site site;
    const auto& one = site.book(november(25, 8h));
    const cancel_appointment wrong{.code = one.code, .last_digits = tag_of(9)};
    const cancel_appointment unknown{.code = "NOBODY", .last_digits = tag_of(1001)};
    CHECK(site.refused(wrong) == refusal_code::unknown_appointment);
    CHECK(site.refused(unknown) == refusal_code::unknown_appointment);
}

TEST_CASE("who checks in is called by the time that was booked")
{
    booking_site site;
    const auto& one = site.book(november(25, 9h));
    site.now = november(25, 8h + 40min);
    site.must(turn_day{});
    site.must(open_counter{"1", {}});
    const auto walk_in = site.take("A");
    site.must(coming(site, one));
    const auto& ticket = ticket_of(site, one);
    CHECK(ticket.channel == ticket_channel::appointment);
    CHECK(ticket.issued_at == site.now);
    CHECK(ticket.waits_from == one.start);
    CHECK(ticket.due == one.start - 30min);
    CHECK_FALSE(ticket.late);
    CHECK(site.call("1") == ticket.id);
    CHECK(site.the(walk_in).state == ticket_state::waiting);
    CHECK(broken_invariants(site.state).empty());
}

TEST_CASE("early for an appointment, and nobody else there: called at once, with a wait of nothing")
{
    booking_site site;
    const auto& one = site.book(november(25, 9h));
    site.now = november(25, 8h + 40min);
    site.must(turn_day{});
    site.must(open_counter{"1", {}});
    site.must(coming(site, one));
    const auto ticket = site.call("1");
    site.serve(*ticket);
    CHECK(*site.the(*ticket).waited_until < one.start);
}

TEST_CASE("each wrong moment of a check-in has an answer of its own")
{
    booking_site site;
    const auto& one = site.book(november(25, 9h));
    const auto check = [&](instant now) {
        site.now = now;
        site.must(turn_day{});
        return why_not(site, coming(site, one));
    };
    const auto day_before = check(november(24, 9h));
    CHECK(day_before.code == refusal_code::wrong_day);
    CHECK(day_before.start == one.start);
    const auto too_early = check(november(25, 8h + 29min));
    CHECK(too_early.code == refusal_code::too_early);
    CHECK(too_early.opens_at == november(25, 8h + 30min));
    CHECK(check(november(25, 17h)).code == refusal_code::too_late);
    site.now = november(25, 17h);
    CHECK(site.refused(check_in{.code = "NOBODY"}) == refusal_code::unknown_appointment);
}

TEST_CASE("who is already in is told the number")
{
    booking_site site;
    const auto& one = site.book(november(25, 9h));
    site.now = november(25, 9h);
    site.must(turn_day{});
    site.must(coming(site, one));
    const auto again = why_not(site, coming(site, one));
    CHECK(again.code == refusal_code::already_checked_in);
    CHECK(again.number == "A001");
    CHECK(site.state.tickets().size() == 1);
}

TEST_CASE("after the grace time an appointment is missed, its place is free, and who comes waits as anybody")
{
    booking_site site;
    const auto& one = site.book(november(25, 9h));
    site.now = november(25, 9h + 10min);
    site.must(turn_day{});
    CHECK(site.must(tend_appointments{}).empty());
    site.now += 1s;
    CHECK(site.must(tend_appointments{}).size() == 1);
    CHECK(one.state == appointment_state::no_show);
    site.must(coming(site, one));
    CHECK(one.late);
    CHECK(ticket_of(site, one).late);
    CHECK(ticket_of(site, one).due == site.now);
}

TEST_CASE("a check-in before the afternoon begins is taken, although no ticket is issued then")
{
    booking_site site;
    const auto& one = site.book(november(25, 13h));
    site.now = november(25, 12h + 40min);
    site.must(turn_day{});
    CHECK(site.refused(issue_ticket{.service = "A", .track = site.next_track()}) == refusal_code::closed);
    site.must(coming(site, one));
}

TEST_CASE("a used quota refuses no appointment")
{
    auto settings = bookable_settings();
    settings.services[0].daily_quota = 0;
    booking_site site(settings);
    const auto& one = site.book(november(25, 9h));
    site.now = november(25, 9h);
    site.must(turn_day{});
    const auto refused = why_not(site, issue_ticket{.service = "A", .track = site.next_track()});
    CHECK(refused.code == refusal_code::quota_used);
    CHECK(refused.first_free_slot == november(25, 10h));
    site.must(coming(site, one));
}

TEST_CASE("the day's end leaves no booking open, and forgets the day before")
{
    booking_site site;
    site.book(november(25, 9h));
    site.book(november(27, 9h), 2);
    site.now = november(26, 6h);
    site.must(turn_day{});
    const auto& left = site.state.appointments().all();
    REQUIRE(left.size() == 1);
    CHECK(left.begin()->second.start == november(27, 9h));
    CHECK(std::ranges::count_if(site.journal, [](const event& each) {
              return std::holds_alternative<appointment_missed>(each.body);
          }) == 1);
    CHECK(broken_invariants(site.state).empty());
}

TEST_CASE("names and phone numbers are erased when their time is over")
{
    auto settings = bookable_settings();
    settings.retention.personal_days = 3;
    booking_site site(settings);
    const auto id = site.book(november(25, 9h)).id;
    for (int of_month = 26; of_month <= 28; ++of_month) {
        site.now = november(of_month, 6h);
        for (const auto& each : site.must(turn_day{})) {
            CHECK_FALSE(std::holds_alternative<persons_erased>(each));
        }
    }
    site.now = november(29, 6h);
    const auto events = site.must(turn_day{});
    const auto* erased = std::get_if<persons_erased>(&events.back());
    REQUIRE(erased != nullptr);
    CHECK(erased->appointments == std::vector{id});
    CHECK(site.state.appointments().persons_kept().empty());
}

TEST_CASE("priority at the counter never makes an appointment wait longer")
{
    booking_site site;
    const auto& one = site.book(november(25, 9h));
    site.now = november(25, 9h);
    site.must(turn_day{});
    site.must(coming(site, one));
    const auto id = ticket_of(site, one).id;
    site.must(set_priority{.ticket = id, .priority = priority_class::pregnant, .confirmed = true});
    CHECK(site.the(id).due == one.start - 30min);
}
