// Whether a service takes tickets: suspensions, hours, quotas, the time before closing.

#include "calendar_days.hpp"
#include "test_site.hpp"

#include "server/domain/intake/availability.hpp"

using namespace motcua::domain;

namespace {

/// 2026-11-23, a Monday, at local time `since_midnight` in Viet Nam.
instant monday(minutes since_midnight)
{
    return to_instant(zone_of_vietnam(), day(2026, 11, 23) + since_midnight);
}

site_settings office_hours()
{
    auto settings = demo_like_settings();
    settings.hours = usual_week();
    settings.holidays = holidays_of(2026);
    return settings;
}

availability of(const test_site& site, const char* service)
{
    return availability_of(site.state, *find_service(site.state.settings(), service), zone_of_vietnam(),
                           site.now);
}

const issue_ticket for_a{.service = "A"};

} // namespace

TEST_CASE("outside its hours a hall issues no ticket, and says when it opens")
{
    test_site site(office_hours());
    const std::vector<std::tuple<minutes, bool, instant>> times{
        {7h + 29min, false, monday(7h + 30min)},
        {7h + 30min, true, {}},
        {11h + 29min, true, {}},
        {11h + 30min, false, monday(13h)},
        {16h + 59min, true, {}},
        // The culture day of 24 November closes nothing before it is confirmed.
        {17h, false, monday(24h + 7h + 30min)}};
    for (const auto& [time, open, opens_at] : times) {
        site.now = monday(time);
        INFO(time.count());
        const auto found = of(site, "A");
        CHECK((found.state == intake_state::open) == open);
        if (!open) {
            CHECK(found.opens_at == opens_at);
            const auto refused = site.ask(for_a);
            REQUIRE(refused.has_error());
            CHECK(refused.error().code == refusal_code::closed);
            CHECK(refused.error().opens_at == opens_at);
        }
    }
}

TEST_CASE("after closing time everybody who waits is still called, until the day changes")
{
    test_site site(office_hours());
    site.now = monday(16h + 59min);
    const auto last = site.take("A");
    site.must(open_counter{"1", {}});
    site.now = monday(19h);
    CHECK(site.must(turn_day{}).empty());
    CHECK(site.call("1") == last);
    site.serve(last);
}

TEST_CASE("a service with hours of its own is open when the hall and it are")
{
    auto settings = office_hours();
    settings.services[0].hours = week_hours{.mon = {{8h, 10h}, {16h, 20h}}, .wed = {{8h, 10h}}};
    test_site site(settings);
    site.now = monday(7h + 45min);
    CHECK(of(site, "A").opens_at == monday(8h));
    CHECK(of(site, "B").state == intake_state::open);
    site.now = monday(10h);
    CHECK(of(site, "A").opens_at == monday(16h));
    site.now = monday(17h);
    CHECK(of(site, "A").opens_at == monday(48h + 8h));
}

TEST_CASE("the last tickets are issued so long before closing, and not before the lunch break")
{
    auto settings = office_hours();
    settings.services[0].last_ticket_before_close_min = 30min;
    test_site site(settings);
    site.now = monday(11h + 29min);
    CHECK(of(site, "A").state == intake_state::open);
    site.now = monday(16h + 29min);
    CHECK(of(site, "A").state == intake_state::open);
    site.now = monday(16h + 30min);
    const auto found = of(site, "A");
    CHECK(found.state == intake_state::closed);
    CHECK(found.refused == refusal_code::too_late_today);
    CHECK(found.opens_at == monday(24h + 7h + 30min));
    CHECK(of(site, "B").state == intake_state::open);
    CHECK(site.refused(for_a) == refusal_code::too_late_today);
}

TEST_CASE("a quota is of the day, and a number that is given back does not use it up")
{
    auto settings = office_hours();
    settings.services[0].daily_quota = 2;
    test_site site(settings);
    site.now = monday(8h);
    site.must(turn_day{});
    const auto first = site.take("A");
    site.take("A");
    const auto full = of(site, "A");
    CHECK(full.state == intake_state::full);
    CHECK(full.opens_at == monday(24h + 7h + 30min));
    CHECK(site.refused(for_a) == refusal_code::quota_used);
    site.take("B");
    site.must(cancel_ticket{first});
    site.take("A");
    CHECK(site.refused(for_a) == refusal_code::quota_used);
    site.now = monday(24h + 8h);
    site.must(turn_day{});
    site.take("A");
}

TEST_CASE("a suspended service issues no ticket until its time is over or it is resumed")
{
    test_site site(office_hours());
    site.now = monday(9h);
    site.must(suspend_intake{.service = "A", .reason = "mất điện", .until = monday(10h)});
    const auto found = of(site, "A");
    CHECK(found.state == intake_state::suspended);
    CHECK(found.reason == "mất điện");
    CHECK(found.opens_at == monday(10h));
    const auto refused = site.ask(for_a);
    REQUIRE(refused.has_error());
    CHECK(refused.error().code == refusal_code::suspended);
    CHECK(refused.error().why == "mất điện");
    CHECK(refused.error().until == monday(10h));
    site.take("B");
    site.now = monday(10h);
    site.take("A");
    site.must(suspend_intake{.service = "A", .reason = "", .until = monday(12h)});
    CHECK(of(site, "A").opens_at == monday(13h));
    site.must(resume_intake{.service = "A"});
    site.take("A");
    CHECK(site.must(resume_intake{.service = "A"}).size() == 1);
    site.take("A");
}

TEST_CASE("a suspended hall issues nothing, whatever its services say, and outlasts the night")
{
    test_site site(office_hours());
    site.now = monday(9h);
    const auto waiting = site.take("A");
    site.must(open_counter{"1", {}});
    site.must(suspend_intake{.service = {}, .reason = "bão", .until = {}});
    CHECK(site.refused(for_a) == refusal_code::suspended);
    CHECK_FALSE(of(site, "B").opens_at);
    CHECK(site.call("1") == waiting);
    site.now = monday(24h + 9h);
    site.must(turn_day{});
    CHECK(site.refused(for_a) == refusal_code::suspended);
    site.must(resume_intake{.service = {}});
    site.take("A");
}

TEST_CASE("a suspension that is over before it begins, or of no service, is refused")
{
    test_site site;
    CHECK(site.refused(suspend_intake{.service = "A", .reason = "", .until = site.now}) ==
          refusal_code::out_of_range);
    CHECK(site.refused(suspend_intake{.service = "Z", .reason = "", .until = {}}) ==
          refusal_code::unknown_service);
    CHECK(site.refused(resume_intake{.service = "Z"}) == refusal_code::unknown_service);
}

TEST_CASE("a ticket that a kiosk printed while the server was away is honoured after closing time")
{
    test_site site(office_hours());
    site.now = monday(9h);
    site.must(turn_day{});
    site.must(lease_block{.kiosk = "kiosk:1", .service = "A", .day = {}, .count = 5});
    const auto& block = site.state.blocks().begin()->second;
    site.now = monday(18h);
    site.must(issue_offline_ticket{.kiosk = "kiosk:1",
                                   .block = block_id{1},
                                   .number = block.first,
                                   .issued_at = monday(16h),
                                   .last_contact = monday(15h),
                                   .track = site.next_track()});
    CHECK(site.state.waiting().holds(site.the(ticket_id{1})));
}

TEST_CASE("an office that never closes issues tickets at every hour, on holidays too")
{
    auto settings = demo_like_settings();
    settings.holidays = holidays_of(2026);
    test_site site(settings);
    for (auto at = day(2026, 8, 30); at < day(2026, 9, 4); at += std::chrono::days{1}) {
        for (const auto time : {0min, 12h + 0min, 23h + 59min}) {
            site.now = to_instant(zone_of_vietnam(), at + time);
            site.must(turn_day{});
            CHECK(of(site, "A").state == intake_state::open);
        }
    }
}
