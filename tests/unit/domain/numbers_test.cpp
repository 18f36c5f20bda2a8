#include "test_site.hpp"

using namespace motcua::domain;

namespace {

/// "close 0", "open 1": which days ended and began, counted from `first`.
std::vector<std::string> turns(const std::vector<event_body>& events, local_day first)
{
    std::vector<std::string> all;
    for (const auto& body : events) {
        if (const auto* opened = std::get_if<day_opened>(&body)) {
            all.push_back("open " + std::to_string((opened->day - first).count()));
        }
        if (const auto* closed = std::get_if<day_closed>(&body)) {
            all.push_back("close " + std::to_string((closed->day - first).count()));
        }
    }
    return all;
}

} // namespace

TEST_CASE("numbers count up from 001 per service and grow past three digits")
{
    test_site site;
    CHECK(site.number(site.take("A")) == "A001");
    CHECK(site.number(site.take("B")) == "B001");
    CHECK(site.number(site.take("A")) == "A002");
    CHECK(format_number("A", 1000) == "A1000");
}

TEST_CASE("numbers start again with the business day")
{
    test_site site;
    site.take("A");
    site.now += std::chrono::hours{24};
    site.must(turn_day{});
    const auto ticket = site.take("A");
    CHECK(site.number(ticket) == "A001");
    CHECK(static_cast<std::int64_t>(ticket) == 2);
}

TEST_CASE("a range wraps and skips every number still live")
{
    auto settings = demo_like_settings();
    set_range(settings.services[0], 1, 3);
    test_site site(settings);
    site.must(open_counter{"1", {}});
    const auto first = site.take("A");
    const auto second = site.take("A");
    site.take("A");
    CHECK(site.refused(issue_ticket{.service = "A"}) == refusal_code::no_numbers_left);
    site.must(cancel_ticket{second});
    CHECK(site.number(site.take("A")) == "A002");
    site.must(cancel_ticket{first});
    CHECK(site.number(site.take("A")) == "A001");
}

TEST_CASE("a number comes again only when its no-show has had the time to come back")
{
    auto settings = demo_like_settings();
    set_range(settings.services[0], 1, 1);
    test_site site(settings);
    site.must(open_counter{"1", {}});
    const auto away = site.take("A");
    site.must(call_next{"1"});
    site.must(mark_no_show{away});
    CHECK(site.refused(issue_ticket{.service = "A"}) == refusal_code::no_numbers_left);
    site.now += settings.recall_grace_minutes + seconds{1};
    CHECK(site.number(site.take("A")) == "A001");
    // Two people with one number would both stand up.
    CHECK(site.refused(recall_ticket{away}) == refusal_code::number_taken);
}

TEST_CASE("the main count skips the numbers that were leased")
{
    auto settings = demo_like_settings();
    set_range(settings.services[0], 700, 710);
    test_site site(settings);
    const auto day = *site.state.day();
    site.must(lease_block{"hall", "A", day, 3});
    CHECK(site.number(site.take("A")) == "A700");
    CHECK(site.number(site.take("A")) == "A704");
}

TEST_CASE("the business day is the site's own, not that of UTC")
{
    const auto settings = demo_like_settings();
    const auto utc = [](int hour) {
        return instant{std::chrono::sys_days{std::chrono::year{2026} / 11 / 22} + std::chrono::hours{hour}};
    };
    const local_day sunday{std::chrono::sys_days{std::chrono::year{2026} / 11 / 22}.time_since_epoch()};
    CHECK(business_day(zone_of_vietnam(), settings, utc(16)) == sunday);
    CHECK(business_day(zone_of_vietnam(), settings, utc(17)) == sunday + std::chrono::days{1});
}

TEST_CASE("the close of the day names the fate of every ticket that is still alive")
{
    test_site site;
    site.must(open_counter{"1", {}});
    site.must(open_counter{"2", {}});
    const auto serving = site.take("A");
    const auto called = site.take("A");
    const auto waiting = site.take("A");
    site.call("1");
    site.must(start_ticket{serving});
    site.call("2");
    site.now += std::chrono::hours{24};
    const auto events = site.must(turn_day{});
    std::map<ticket_id, ticket_state> fates;
    for (const auto& body : events) {
        if (const auto* closed = std::get_if<ticket_closed>(&body)) {
            fates[closed->ticket] = closed->state;
        }
    }
    CHECK(fates.size() == 3);
    CHECK(fates[serving] == ticket_state::served);
    CHECK(fates[called] == ticket_state::no_show);
    CHECK(fates[waiting] == ticket_state::cancelled);
    CHECK(site.must(turn_day{}).empty());
}

TEST_CASE("each day missed is opened and closed by itself")
{
    test_site site;
    site.must(open_counter{"1", {}});
    const auto alive = site.take("A");
    const auto monday = *site.state.day();
    site.now += std::chrono::days{3};
    const auto events = site.must(turn_day{});
    CHECK(turns(events, monday) ==
          std::vector<std::string>{"close 0", "open 1", "close 1", "open 2", "close 2", "open 3"});
    CHECK(std::get<ticket_closed>(events.front()).ticket == alive);
    CHECK(site.state.day() == monday + std::chrono::days{3});
    CHECK(site.must(turn_day{}).empty());
}

TEST_CASE("a clock that jumps by years is followed in a bounded number of events")
{
    test_site site;
    const auto monday = *site.state.day();
    site.now += std::chrono::days{3000};
    const auto days = turns(site.must(turn_day{}), monday);
    REQUIRE(days.size() == 2 * missed_days_max + 2);
    CHECK(days[days.size() - 2] == "close " + std::to_string(missed_days_max));
    CHECK(days.back() == "open 3000");
    CHECK(site.state.day() == monday + std::chrono::days{3000});
}

TEST_CASE("a clock that runs back never opens a day again")
{
    test_site site;
    site.now -= std::chrono::hours{48};
    CHECK(site.must(turn_day{}).empty());
}

TEST_CASE("a clock that is set ages no key")
{
    site_state state;
    const request_key key{{1}, {2}};
    const auto later = monday_morning + std::chrono::years{10};
    state.apply({1, monday_morning, "test", {}, site_configured{demo_like_settings()}});
    state.apply({2, monday_morning, "test", key, day_opened{}});
    state.apply({3, later, "site", {}, clock_anchored{monday_morning, later}});
    CHECK(state.find_key(key.key) != nullptr);
    CHECK(state.keys_begin() == 2);
    state.apply({4, later + keys_kept + seconds{1}, "test", {}, counter_closed{"1"}});
    CHECK(state.find_key(key.key) == nullptr);
    CHECK(state.keys_begin() == 5);
}

TEST_CASE("a key is remembered for 48 hours")
{
    site_state state;
    const request_key key{{1}, {2}};
    state.apply({1, monday_morning, "test", {}, site_configured{demo_like_settings()}});
    state.apply({2, monday_morning, "test", key, day_opened{}});
    REQUIRE(state.find_key(key.key) != nullptr);
    CHECK(state.find_key(key.key)->seq == 2);
    state.apply({3, monday_morning + keys_kept, "test", {}, counter_closed{"1"}});
    CHECK(state.find_key(key.key) != nullptr);
    state.apply(
        {4, monday_morning + keys_kept + std::chrono::microseconds{1}, "test", {}, counter_closed{"1"}});
    CHECK(state.find_key(key.key) == nullptr);
}
