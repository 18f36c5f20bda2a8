// Which times can be booked.

#include "booking_site.hpp"

#include <set>

using namespace motcua::domain;

namespace {

std::set<unsigned> days_in(const std::vector<slot>& slots)
{
    std::set<unsigned> days;
    for (const auto& each : slots) {
        const auto local = std::chrono::floor<std::chrono::days>(to_local(zone_of_vietnam(), each.start));
        days.insert(static_cast<unsigned>(std::chrono::year_month_day{local}.day()));
    }
    return days;
}

} // namespace

// vietnam.md, 13, row 29.
TEST_CASE("of seven dates with a holiday the working days have 16 slots of four places each")
{
    auto settings = bookable_settings();
    settings.appointments.horizon_days = 6;
    settings.holidays.push_back({.day = {day(2026, 11, 24)}, .name = "Ngày Văn hóa", .confirmed = true});
    booking_site site(settings);
    site.now = november(22, 12h);
    const auto found = site.slots(22, 30);
    CHECK(days_in(found) == std::set<unsigned>{23, 25, 26, 27});
    CHECK(found.size() == 4 * 16);
    for (const auto& each : found) {
        CHECK(each.capacity == 4);
        CHECK(each.free == 4);
        CHECK(each.end - each.start == 30min);
        const auto local = to_local(zone_of_vietnam(), each.start);
        const auto at = local - std::chrono::floor<std::chrono::days>(local);
        const bool before_noon = at >= 7h + 30min && at <= 11h;
        const bool after_noon = at >= 13h && at <= 16h + 30min;
        CHECK((before_noon || after_noon));
    }
}

TEST_CASE("a third booking of one person for one day is refused, and one for another day is not")
{
    booking_site site;
    site.book(november(25, 8h));
    site.book(november(25, 9h));
    CHECK(site.refused(site.wish(november(25, 10h))) == refusal_code::too_many_bookings);
    site.book(november(26, 10h));
    site.book(november(25, 10h), 2);
}

TEST_CASE("what is not a slot is refused with the reason, whatever a list of slots said before")
{
    booking_site site;
    site.now = november(23, 8h);
    const std::vector<std::pair<instant, const char*>> wrong{
        {november(23, 7h + 30min), "it has passed"},
        {november(23, 8h), "it has passed"},
        {november(23, 8h + 30min), "it is too late to book it"},
        {november(23, 11h + 30min), "no visit of that length begins then"},
        {november(23, 12h), "no visit of that length begins then"},
        {november(23, 17h), "no visit of that length begins then"},
        {november(25, 8h + 10min), "no visit of that length begins then"},
        {november(25, 8h) + std::chrono::microseconds{1}, "no visit of that length begins then"},
        {november(28, 8h), "no visit of that length begins then"},
        {november(23, 8h) + std::chrono::days{31}, "it is too far ahead"}};
    for (const auto& [start, why] : wrong) {
        INFO(to_local(zone_of_vietnam(), start).time_since_epoch().count());
        const auto refused = site.ask(site.wish(start));
        REQUIRE(refused.has_error());
        CHECK(refused.error().code == refusal_code::not_a_slot);
        CHECK(refused.error().field == "start");
        CHECK(refused.error().why == why);
    }
}

TEST_CASE("a visit that takes longer than a slot takes the places of several, and fits before lunch")
{
    auto settings = bookable_settings();
    settings.appointments.capacity = 1;
    booking_site site(settings);
    auto wish = site.wish(november(25, 8h));
    wish.length = 45min;
    site.must(wish);
    CHECK(site.state.appointments().all().begin()->second.end == november(25, 8h + 45min));
    for (const auto& each : site.slots(25, 25)) {
        const bool overlaps = each.start < november(25, 8h + 45min) && each.end > november(25, 8h);
        CHECK(each.free == (overlaps ? 0 : 1));
    }
    const auto longer = site.slots(25, 25, false, 45min);
    CHECK(std::ranges::none_of(longer, [](const slot& each) { return each.start == november(25, 11h); }));
    CHECK(std::ranges::count_if(longer, [](const slot& each) { return each.free > 0; }) == 16 - 2 - 3);
}

TEST_CASE("a full slot is refused with the next time that is free")
{
    auto settings = bookable_settings();
    settings.appointments.capacity = 1;
    booking_site site(settings);
    site.book(november(25, 8h), 1);
    site.book(november(25, 8h + 30min), 2);
    const auto refused = site.ask(site.wish(november(25, 8h), 3));
    REQUIRE(refused.has_error());
    CHECK(refused.error().code == refusal_code::slot_full);
    CHECK(refused.error().first_free_slot == november(25, 9h));
}

TEST_CASE("a share of the places is kept for people with a ticket, and one for officers")
{
    auto settings = bookable_settings();
    settings.appointments.walk_in_share = 0.25;
    settings.appointments.officer_share = 0.25;
    booking_site site(settings);
    const auto first = [&](bool by_officer) { return site.slots(25, 25, by_officer).front(); };
    CHECK(first(false).capacity == 2);
    CHECK(first(true).capacity == 3);
    const auto start = november(25, 7h + 30min);
    site.book(start, 1);
    site.book(start, 2);
    CHECK(first(false).free == 0);
    CHECK(first(true).free == 1);
    CHECK(site.refused(site.wish(start, 3)) == refusal_code::slot_full);
    site.book(start, 3, ticket_channel::staff);
    CHECK(site.refused(site.wish(start, 4, ticket_channel::staff)) == refusal_code::slot_full);
}

TEST_CASE("what officers booked of their own places leaves those of citizens free")
{
    auto settings = bookable_settings();
    settings.appointments.officer_share = 0.5;
    booking_site site(settings);
    const auto start = november(25, 7h + 30min);
    site.book(start, 1, ticket_channel::staff);
    site.book(start, 2, ticket_channel::staff);
    CHECK(site.slots(25, 25).front().free == 2);
    site.book(start, 3);
    site.book(start, 4);
    CHECK(site.slots(25, 25, true).front().free == 0);
}

TEST_CASE("a buffer keeps the time after a visit free")
{
    auto settings = bookable_settings();
    settings.appointments.capacity = 1;
    settings.appointments.step_minutes = 10min;
    settings.appointments.buffer_minutes = 20min;
    booking_site site(settings);
    site.book(november(25, 9h));
    for (const auto& each : site.slots(25, 25)) {
        const bool too_near = each.start < november(25, 9h + 50min) && each.end + 20min > november(25, 9h);
        CHECK((each.free == 0) == too_near);
    }
}

TEST_CASE("a weekday can have slots of its own")
{
    auto settings = bookable_settings();
    settings.appointments.weekdays = {{.day = weekday_name::wed,
                                       .slot_minutes = 60min,
                                       .step_minutes = 60min,
                                       .buffer_minutes = {},
                                       .capacity = 9}};
    booking_site site(settings);
    site.now = november(23, 6h);
    const auto wednesday = site.slots(25, 25);
    CHECK(wednesday.size() == 4 + 4);
    CHECK(wednesday.front().capacity == 9);
    CHECK(site.slots(26, 26).size() == 16);
}

TEST_CASE("a service that takes no bookings has no slots, and a suspended one no free ones")
{
    auto settings = bookable_settings();
    settings.services[1].bookable = false;
    booking_site site(settings);
    auto wish = site.wish(november(25, 8h));
    wish.service = "B";
    CHECK(site.refused(wish) == refusal_code::not_a_slot);
    site.must(suspend_intake{.service = "A", .reason = "Mất điện", .until = {}});
    CHECK(site.refused(site.wish(november(25, 8h))) == refusal_code::suspended);
    for (const auto& each : site.slots(25, 25)) {
        CHECK(each.free == 0);
    }
}

TEST_CASE("clocks that are set forward take their slots away, and set back the whole visit fits")
{
    // Central Europe, 2027-03-28: 02:00 to 03:00 does not exist. 2027-10-31: 02:00 to 03:00 comes twice.
    const instant spring{std::chrono::sys_days{std::chrono::year{2027} / 3 / 28} + 1h};
    const instant autumn{std::chrono::sys_days{std::chrono::year{2027} / 10 / 31} + 1h};
    const time_zone zone{
        .name = "Europe/Berlin", .first_offset = 60min, .transitions = {{spring, 120min}, {autumn, 60min}}};
    auto settings = bookable_settings();
    settings.hours = round_the_clock();
    settings.exceptions.push_back({.day = {day(2027, 3, 28)}, .hours = {{0h, 24h}}, .name = "Tag"});
    booking_site site(settings);
    const auto* service = find_service(site.state.settings(), "A");
    const slot_book book(site.state, {.service = *service}, zone, spring - std::chrono::hours{10});
    const auto found = book.slots(day(2027, 3, 28), day(2027, 3, 28));
    CHECK(found.size() == 48 - 2);
    for (const auto& each : found) {
        CHECK(each.end - each.start == 30min);
    }
    CHECK(std::ranges::adjacent_find(
              found, [](const slot& one, const slot& next) { return one.end != next.start; }) == found.end());
}

TEST_CASE("the same instant is the same slot across midnight in UTC")
{
    booking_site site;
    // 08:00 in Viet Nam is 01:00 in UTC, and 07:30 half an hour after midnight there.
    const instant start{std::chrono::sys_days{std::chrono::year{2026} / 11 / 25} + 30min};
    const auto& booked = site.book(start);
    CHECK(booked.day == day(2026, 11, 25));
    CHECK(to_local(zone_of_vietnam(), booked.start) == day(2026, 11, 25) + 7h + 30min);
}

TEST_CASE("after the clock was set back nothing is booked for a day that is closed")
{
    booking_site site;
    site.now = november(26, 6h);
    site.must(turn_day{});
    const auto* service = find_service(site.state.settings(), "A");
    const slot_book book(site.state, {.service = *service}, zone_of_vietnam(), november(25, 6h));
    CHECK(book.slots(day(2026, 11, 25), day(2026, 11, 25)).empty());
    const auto refused = book.slot_at(november(25, 9h));
    REQUIRE(refused.has_error());
    CHECK(refused.error().why == "it has passed");
}

TEST_CASE("a buffer goes on over midnight")
{
    auto settings = bookable_settings();
    settings.hours = round_the_clock();
    settings.appointments.capacity = 1;
    settings.appointments.buffer_minutes = 10min;
    booking_site site(settings);
    site.book(november(26, 0h), 1);
    CHECK(site.refused(site.wish(november(25, 23h + 30min), 2)) == refusal_code::slot_full);
    site.book(november(25, 23h), 2);
    site.must(cancel_appointment{.code = "CODE1"});
    CHECK(site.refused(site.wish(november(25, 23h + 30min), 3)) == refusal_code::slot_full);
}
