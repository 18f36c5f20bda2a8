// Time, days, settings and numbers.

#include "tests/simulation/checks/model_findings.hpp"

namespace motcua::simulation {

using namespace domain;
using namespace std::chrono_literals;
using Catch::Matchers::Contains;

namespace {

block_leased lease_of(int first, int last, std::int64_t id = 1)
{
    return {block_id{id}, "kiosk:hall", "A", monday, first, last};
}

ticket_issued& issue_from(hand_written& journal, block_id block, int number)
{
    auto& issued = journal.issue("A");
    issued.block = block;
    issued.number = number;
    return issued;
}

} // namespace

TEST_CASE("the close of a day names every fate")
{
    auto journal = both_open();
    for (const auto* service : {"A", "B", "A", "B"}) {
        journal.issue(service);
    }
    journal.call(1, "1");
    journal.about<ticket_started>(1);
    journal.call(2, "2");
    journal.now += 24h;
    const auto fates = {ticket_state::served, ticket_state::no_show, ticket_state::cancelled,
                        ticket_state::cancelled};
    std::int64_t ticket = 0;
    for (const auto fate : fates) {
        journal.close(++ticket, fate);
    }
    SECTION("and opens the next")
    {
        journal.write(counter_closed{"1"});
        journal.write(counter_closed{"2"});
        journal.write(day_closed{monday});
        journal.write(day_opened{monday + std::chrono::days{1}});
        is_right(journal);
    }
    SECTION("is not left half done")
    {
        CHECK_THAT(the_finding(journal), Contains("ends at seq 15 within the close of a day"));
    }
    SECTION("is not done while counters are open")
    {
        journal.write(counter_closed{"1"});
        journal.write(day_closed{monday});
        CHECK_THAT(the_finding(journal), Contains("counter 2 is not closed when the day has closed"));
    }
    SECTION("is not interrupted")
    {
        journal.write(counter_paused{"1", {}});
        journal.write(counter_closed{"1"});
        journal.write(counter_closed{"2"});
        journal.write(day_closed{monday});
        CHECK_THAT(the_finding(journal), Contains("seq 16 comes within the close of a day"));
    }
}

TEST_CASE("a ticket that the close of the day forgets, or ends otherwise, is found")
{
    auto journal = both_open();
    journal.issue("A");
    journal.now += 24h;
    SECTION("forgotten")
    {
        journal.write(counter_closed{"1"});
        journal.write(counter_closed{"2"});
        journal.write(day_closed{monday});
        CHECK_THAT(the_finding(journal), Contains("ticket A001 is alive when its day has closed"));
    }
    SECTION("otherwise")
    {
        journal.close(1, ticket_state::served);
        journal.write(counter_closed{"1"});
        journal.write(counter_closed{"2"});
        journal.write(day_closed{monday});
        CHECK_THAT(the_finding(journal), Contains("another end than its state brings"));
    }
}

TEST_CASE("a gap in the journal is found")
{
    auto journal = called_once();
    journal.events.back().seq = 9;
    CHECK(the_finding(journal) == "seq 9 does not follow the one before it");
}

TEST_CASE("time that runs back is found, unless the clock was set")
{
    auto journal = both_open();
    const auto before = journal.now;
    SECTION("by itself")
    {
        journal.now -= 1min;
        journal.issue("A");
        CHECK_THAT(the_finding(journal), Contains("seq 5 is earlier than the one before it"));
    }
    SECTION("by an anchor")
    {
        journal.now -= 1h;
        journal.write(clock_anchored{before, journal.now + 10s});
        journal.issue("A");
        is_right(journal);
    }
    SECTION("by an anchor that bears another time")
    {
        journal.write(clock_anchored{before, before - 1h});
        CHECK_THAT(the_finding(journal), Contains("does not bear its new time"));
    }
}

TEST_CASE("numbers count up without a gap and none is given twice")
{
    hand_written journal;
    journal.issue("A");
    auto& second = journal.issue("A");
    SECTION("a gap")
    {
        second.number = 3;
        CHECK_THAT(the_finding(journal), Contains("ticket A003 has not the next number, 2"));
    }
    SECTION("twice")
    {
        second.number = 1;
        CHECK_THAT(the_finding(journal), Contains("ticket A001 has a number given before on that day"));
    }
    SECTION("an id left out")
    {
        second.ticket = ticket_id{3};
        CHECK_THAT(the_finding(journal), Contains("has not the next id"));
    }
    SECTION("another day")
    {
        second.day = monday + std::chrono::days{1};
        CHECK_THAT(the_finding(journal), Contains("is of a day that is not open"));
    }
    SECTION("another time")
    {
        second.issued_at -= 1min;
        second.ready -= 1min;
        second.due -= 1min;
        CHECK_THAT(the_finding(journal), Contains("was issued at another time than its event"));
    }
}

TEST_CASE("a range of numbers starts again and skips those that somebody may stand up for")
{
    auto settings = small_site();
    settings.services[0].first_number = 1;
    settings.services[0].last_number = 3;
    hand_written journal(settings);
    journal.open("1");
    journal.issue("A");
    const auto due = journal.issue("A").due;
    journal.issue("A");
    journal.about<ticket_cancelled>(1);
    journal.call(2, "1");
    journal.about<ticket_no_show>(2);
    auto& again = journal.issue("A");
    SECTION("one that has ended")
    {
        again.number = 1;
        is_right(journal);
    }
    SECTION("not one that is alive")
    {
        again.number = 3;
        CHECK_THAT(the_finding(journal), Contains("ticket A003 has not the next number, 1"));
    }
    SECTION("a no-show only after the grace time")
    {
        again.number = 1;
        auto late = journal;
        journal.issue("A").number = 2;
        CHECK_THAT(findings_in(journal.events).front(), Contains("ticket A002 has not the next number"));
        late.now += 11min;
        late.issue("A").number = 2;
        is_right(late);
        late.write(ticket_recalled{ticket_id{2}, ticket_state::waiting, due});
        std::get<ticket_recalled>(late.events.back().body).due = late.now;
        CHECK_THAT(the_finding(late), Contains("ticket A002 comes back and its number was given to another"));
    }
}

TEST_CASE("leased numbers are given once and only from their block")
{
    hand_written journal;
    journal.write(lease_of(701, 702));
    SECTION("by the kiosk")
    {
        auto& slip = issue_from(journal, block_id{1}, 702);
        slip.issued_at -= 1h;
        slip.ready -= 1h;
        slip.due -= 1h;
        is_right(journal);
    }
    SECTION("twice")
    {
        issue_from(journal, block_id{1}, 702);
        issue_from(journal, block_id{1}, 702);
        CHECK_THAT(the_finding(journal), Contains("ticket A702 has a number that its block gave before"));
    }
    SECTION("from outside the block")
    {
        issue_from(journal, block_id{1}, 703);
        CHECK_THAT(the_finding(journal), Contains("ticket A703 has a number outside its block"));
    }
    SECTION("from no block")
    {
        issue_from(journal, block_id{2}, 701);
        CHECK_THAT(the_finding(journal), Contains("comes from a block that nobody holds"));
    }
    SECTION("leased to two")
    {
        journal.write(lease_of(702, 710, 2));
        CHECK_THAT(the_finding(journal), Contains("leases numbers of block 1"));
    }
    SECTION("with an id left out")
    {
        journal.write(lease_of(703, 710, 3));
        CHECK_THAT(the_finding(journal), Contains("leases a block out of order"));
    }
}

TEST_CASE("a slip that comes when its day is over is ended at once and keeps its number")
{
    hand_written journal;
    journal.write(lease_of(701, 702));
    const auto printed = journal.now;
    journal.now += 24h;
    journal.write(day_closed{monday});
    journal.write(day_opened{monday + std::chrono::days{1}});
    ticket_logged late{.ticket = ticket_id{1},
                       .service = "A",
                       .number = 701,
                       .day = monday,
                       .lang = "vi",
                       .issued_at = printed,
                       .block = block_id{1}};
    SECTION("late")
    {
        journal.write(late, "kiosk:hall");
        is_right(journal);
        late.ticket = ticket_id{2};
        journal.write(late, "kiosk:hall");
        CHECK_THAT(the_finding(journal), Contains("ticket A701 has a number that its block gave before"));
    }
    SECTION("printed on another day")
    {
        late.issued_at += 24h;
        journal.write(late, "kiosk:hall");
        CHECK_THAT(the_finding(journal), Contains("was issued on another day than its block's"));
    }
    SECTION("printed after it came")
    {
        late.issued_at += 48h;
        journal.write(late, "kiosk:hall");
        CHECK_THAT(findings_in(journal.events).front(), Contains("was issued after it came"));
    }
    SECTION("not late")
    {
        journal.write(block_leased{block_id{2}, "kiosk:hall", "A", monday + std::chrono::days{1}, 701, 702});
        late.block = block_id{2};
        late.day += std::chrono::days{1};
        late.issued_at = journal.now;
        journal.write(late, "kiosk:hall");
        CHECK_THAT(the_finding(journal), Contains("is ended at once, and its day and service are not over"));
    }
    SECTION("with an id left out")
    {
        late.ticket = ticket_id{2};
        journal.write(late, "kiosk:hall");
        CHECK_THAT(the_finding(journal), Contains("has not the next id"));
    }
}

TEST_CASE("the main count passes over leased numbers and no others")
{
    hand_written journal;
    journal.write(lease_of(2, 3));
    journal.issue("A");
    auto& passing = journal.issue("A");
    passing.number = 4;
    is_right(journal);
    SECTION("into the block")
    {
        passing.number = 2;
        CHECK_THAT(the_finding(journal), Contains("ticket A002 has a number that is leased to a kiosk"));
    }
    SECTION("given, then leased")
    {
        journal.write(lease_of(4, 5, 2));
        CHECK_THAT(the_finding(journal), Contains("leases a number given before on that day"));
    }
}

TEST_CASE("each day opens once, in its turn, and each event belongs to it")
{
    hand_written journal;
    const auto tuesday = monday + std::chrono::days{1};
    SECTION("not twice")
    {
        journal.write(day_opened{monday});
        CHECK(findings_in(journal.events).size() == 2);
        CHECK_THAT(findings_in(journal.events).back(), Contains("opens a day that was open before"));
    }
    SECTION("not too early")
    {
        journal.write(day_closed{monday});
        CHECK_THAT(the_finding(journal), Contains("closes a day that is not over"));
    }
    SECTION("not one to come")
    {
        journal.now += 24h;
        journal.write(day_closed{monday});
        journal.write(day_opened{tuesday + std::chrono::days{1}});
        CHECK_THAT(the_finding(journal), Contains("opens a day that has not begun"));
    }
    SECTION("not another than the open one")
    {
        journal.now += 24h;
        journal.write(day_closed{tuesday});
        const auto found = findings_in(journal.events);
        REQUIRE_FALSE(found.empty());
        CHECK_THAT(found.front(), Contains("closes a day that is not open"));
    }
    SECTION("nothing on a day that is over")
    {
        journal.now += 24h;
        journal.issue("A");
        CHECK_THAT(the_finding(journal), Contains("on a day that is over by the site's clock"));
    }
    SECTION("nothing before its day")
    {
        journal.now -= 12h;
        journal.events.back().at = journal.events.front().at = journal.now;
        journal.issue("A");
        const auto found = findings_in(journal.events);
        REQUIRE(found.size() == 2);
        CHECK_THAT(found[0], Contains("opens a day that has not begun"));
        CHECK_THAT(found[1], Contains("before its day by the site's clock"));
    }
    SECTION("nothing between two days")
    {
        journal.now += 24h;
        journal.write(day_closed{monday});
        journal.write(counter_opened{"2", {"B"}, {}});
        CHECK_THAT(the_finding(journal), Contains("comes while no day is open"));
    }
    SECTION("by the hour at which the site's day starts")
    {
        auto settings = small_site();
        settings.day_starts_minutes = minutes{6 * 60};
        hand_written late(settings);
        late.now += 20h; // 04:00
        late.issue("A");
        is_right(late);
        late.now += 2h;
        late.issue("A");
        CHECK_THAT(the_finding(late), Contains("on a day that is over by the site's clock"));
    }
}

TEST_CASE("new settings leave every living ticket its service and counter")
{
    auto journal = called_once();
    auto settings = small_site();
    settings.counters.erase(settings.counters.begin());
    journal.write(site_configured{.settings = settings, .utc_offset = minutes{420}});
    CHECK_THAT(the_finding(journal), Contains("ticket A001 loses its service or counter"));
}

TEST_CASE("nothing happens before the site is configured")
{
    hand_written journal;
    journal.events.erase(journal.events.begin());
    journal.events.front().seq = 1;
    CHECK(the_finding(journal) == "seq 1 comes before the site was configured");
}

} // namespace motcua::simulation
