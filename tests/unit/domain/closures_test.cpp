// Times for which nothing can be booked, and settings that would leave bookings without a place.

#include "booking_site.hpp"

#include "server/domain/appointments/closures.hpp"

using namespace motcua::domain;

namespace {

close_slots whole_day(int of_month)
{
    return {.from = november(of_month, 0h),
            .to = november(of_month, 24h),
            .service = {},
            .counter = {},
            .reason = "Hội nghị"};
}

} // namespace

TEST_CASE("a closure takes no more bookings, proposes a place for each, and moves them in one step")
{
    auto settings = bookable_settings();
    settings.appointments.capacity = 1;
    booking_site site(settings);
    const auto& first = site.book(november(25, 8h), 1);
    const auto& second = site.book(november(25, 9h), 2);
    const auto& other = site.book(november(26, 7h + 30min), 3);
    site.must(whole_day(25));
    CHECK(site.refused(site.wish(november(25, 10h), 4)) == refusal_code::not_a_slot);
    CHECK(site.slots(25, 25).empty());
    const auto& closed = site.state.appointments().closures().front();
    const auto proposals = proposals_for(site.state, closed, zone_of_vietnam(), site.now);
    REQUIRE(proposals.size() == 2);
    CHECK(proposals[0].to->start == november(26, 8h));
    CHECK(proposals[1].to->start == november(26, 8h + 30min));
    CHECK(site.must(apply_closure{closed.id}).size() == 2);
    CHECK(first.start == november(26, 8h));
    CHECK(second.start == november(26, 8h + 30min));
    CHECK(other.start == november(26, 7h + 30min));
    CHECK(first.closure == closed.id);
    CHECK(site.must(apply_closure{closed.id}).empty());
}

TEST_CASE("where no slot is free inside the horizon a closure cancels")
{
    auto settings = bookable_settings();
    settings.appointments.horizon_days = 2;
    booking_site site(settings);
    site.now = november(23, 8h);
    const auto& one = site.book(november(25, 8h));
    site.must(whole_day(25));
    site.must(apply_closure{closure_id{1}});
    CHECK(one.state == appointment_state::cancelled);
    CHECK(one.closure == closure_id{1});
}

TEST_CASE("a closed counter closes what no other counter serves")
{
    booking_site site;
    site.must(close_slots{
        .from = november(25, 0h), .to = november(26, 0h), .service = {}, .counter = "3", .reason = "Nghỉ"});
    // Counter 4 serves B too, and every other counter D.
    CHECK(site.state.appointments().closures().front().services.empty());
    CHECK_FALSE(site.slots(25, 25).empty());
    site.must(close_slots{
        .from = november(25, 0h), .to = november(26, 0h), .service = {}, .counter = "4", .reason = "Nghỉ"});
    CHECK(site.state.appointments().closures().back().services == std::vector<service_code>{"C"});
}

TEST_CASE("during a closure no ticket is issued either, and its reason is told")
{
    booking_site site;
    site.must(whole_day(25));
    site.now = november(25, 9h);
    site.must(turn_day{});
    const auto refused = site.ask(issue_ticket{.service = "A", .track = site.next_track()});
    REQUIRE(refused.has_error());
    CHECK(refused.error().code == refusal_code::suspended);
    CHECK(refused.error().why == "Hội nghị");
    CHECK(refused.error().until == november(26, 0h));
}

TEST_CASE("a closure that makes no sense is refused")
{
    booking_site site;
    auto wrong = whole_day(25);
    wrong.to = wrong.from;
    CHECK(site.refused(wrong) == refusal_code::out_of_range);
    CHECK(site.refused(whole_day(20)) == refusal_code::out_of_range);
    wrong = whole_day(25);
    wrong.service = "X";
    CHECK(site.refused(wrong) == refusal_code::unknown_service);
    wrong.counter = "1";
    CHECK(site.refused(wrong) == refusal_code::service_or_counter);
    CHECK(site.refused(apply_closure{closure_id{1}}) == refusal_code::unknown_closure);
}

TEST_CASE("settings that would leave a booking without its hours, its places or its service are refused")
{
    auto settings = bookable_settings();
    booking_site site(settings);
    const auto& one = site.book(november(25, 8h), 1);
    site.book(november(25, 8h), 2);
    const auto refused = [&](const site_settings& wanted) {
        const auto decided = site.ask(configure_site{wanted});
        REQUIRE(decided.has_error());
        CHECK(decided.error().code == refusal_code::in_use);
        return decided.error().held_by;
    };
    auto wanted = settings;
    wanted.exceptions.push_back({.day = {day(2026, 11, 25)}, .hours = {}, .name = "Nghỉ"});
    CHECK(refused(wanted) == std::vector<std::string>{one.code, "CODE2"});
    wanted = settings;
    wanted.appointments.capacity = 1;
    CHECK(refused(wanted).size() == 2);
    wanted = settings;
    wanted.services.erase(wanted.services.begin());
    for (auto& counter : wanted.counters) {
        std::erase(counter.services, "A");
    }
    CHECK(refused(wanted).size() == 2);
    wanted = settings;
    wanted.appointments.slot_minutes = 20min;
    wanted.services[0].bookable = false;
    site.must(configure_site{wanted});
}
