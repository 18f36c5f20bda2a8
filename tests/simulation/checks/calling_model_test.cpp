// Calls, places and states.

#include "tests/simulation/checks/model_findings.hpp"

namespace motcua::simulation {

using namespace domain;
using namespace std::chrono_literals;
using Catch::Matchers::Contains;

TEST_CASE("a day in which everything happens by the rules is right")
{
    auto journal = called_once();
    journal.issue("B", priority_class::elderly);
    journal.write(ticket_recalled{ticket_id{1}, ticket_state::called,
                                  std::get<ticket_issued>(journal.events[4].body).due});
    journal.about<ticket_started>(1);
    journal.write(ticket_held{ticket_id{1}, "copies"});
    journal.call(2, "1");
    journal.about<ticket_no_show>(2);
    const auto due = std::get<ticket_issued>(journal.events[6].body).due;
    journal.write(ticket_recalled{ticket_id{2}, ticket_state::waiting, due});
    journal.about<ticket_resumed>(1);
    journal.call(2, "2");
    journal.write(ticket_transferred{ticket_id{2}, "A", {}, due});
    journal.finish(1);
    journal.call(2, "1");
    journal.write(counter_paused{"1", "lunch"});
    journal.about<ticket_cancelled>(2);
    journal.write(counter_closed{"1"});
    is_right(journal);
}

TEST_CASE("a ticket called before one that is due earlier is found")
{
    auto journal = both_open();
    SECTION("of the same class")
    {
        journal.issue("A");
        journal.issue("A");
        journal.call(2, "1");
        CHECK_THAT(the_finding(journal), Contains("ticket A002 is called before A001"));
    }
    SECTION("of a class with a head start")
    {
        journal.issue("A");
        journal.issue("B", priority_class::elderly);
        journal.call(1, "1");
        CHECK_THAT(the_finding(journal), Contains("ticket A001 is called before B001"));
    }
    SECTION("of a class whose head start is over")
    {
        journal.issue("A");
        journal.now += 31min;
        journal.issue("B", priority_class::elderly);
        journal.call(2, "1");
        const auto found = findings_in(journal.events);
        REQUIRE(found.size() == 2);
        CHECK_THAT(found[0], Contains("ticket B001 is called before A001"));
        CHECK_THAT(found[1], Contains("overtakes A001 by more than the longest head start"));
    }
    SECTION("out of order by its own account")
    {
        journal.issue("A");
        journal.issue("A");
        journal.call(2, "1", true);
        is_right(journal);
    }
}

TEST_CASE("the head start counts as the settings in force have it")
{
    auto settings = small_site();
    settings.head_start.elderly_minutes = minutes{5};
    hand_written journal(settings);
    auto& issued = journal.issue("A", priority_class::elderly);
    is_right(journal);
    issued.due -= 25min;
    CHECK_THAT(the_finding(journal), Contains("ticket A001 is not due its head start before"));
}

TEST_CASE("the next one is not recorded as out of order")
{
    auto journal = both_open();
    journal.issue("A");
    journal.call(1, "1", true);
    CHECK_THAT(the_finding(journal), Contains("is next and recorded as called out of order"));
}

TEST_CASE("a counter calls only what it serves, when it is open and free")
{
    auto journal = both_open();
    journal.issue("A");
    SECTION("not another service")
    {
        journal.call(1, "2");
        CHECK_THAT(the_finding(journal), Contains("by a counter that does not serve its service"));
    }
    SECTION("not while it pauses")
    {
        journal.write(counter_paused{"1", {}});
        journal.call(1, "1");
        CHECK_THAT(the_finding(journal), Contains("counter 1 calls and is not open"));
    }
    SECTION("not with a ticket before it")
    {
        journal.call(1, "1");
        journal.issue("A");
        journal.call(2, "1");
        CHECK_THAT(the_finding(journal), Contains("counter 1 takes a ticket and has one already"));
    }
    SECTION("not what was sent to another counter")
    {
        journal.write(ticket_transferred{ticket_id{1}, "A", "2", journal.now + 10s});
        journal.call(1, "1", true);
        CHECK_THAT(the_finding(journal), Contains("by another counter than the one that it was sent to"));
    }
    SECTION("what was sent to it, whatever its services")
    {
        journal.write(ticket_transferred{ticket_id{1}, "A", "2", journal.now + 10s});
        journal.call(1, "2");
        is_right(journal);
    }
    SECTION("not one that the site does not have")
    {
        journal.call(1, "9");
        CHECK_THAT(the_finding(journal), Contains("about the unknown counter 9"));
    }
}

TEST_CASE("a ticket leaves the table of states")
{
    auto journal = called_once();
    SECTION("finished on hold")
    {
        journal.write(ticket_held{ticket_id{1}, {}});
        journal.finish(1);
        CHECK_THAT(the_finding(journal), Contains("ticket A001 is held, which this cannot follow"));
    }
    SECTION("called twice")
    {
        journal.call(1, "2", true);
        CHECK_THAT(the_finding(journal), Contains("ticket A001 is called, which this cannot follow"));
    }
    SECTION("cancelled in service")
    {
        journal.about<ticket_started>(1);
        journal.about<ticket_cancelled>(1);
        CHECK_THAT(the_finding(journal), Contains("is serving, which this cannot follow"));
    }
    SECTION("started after its end")
    {
        journal.about<ticket_no_show>(1);
        journal.about<ticket_started>(1);
        CHECK_THAT(the_finding(journal), Contains("is no_show, which this cannot follow"));
    }
    SECTION("with an outcome that is not an officer's")
    {
        journal.about<ticket_started>(1);
        journal.write(ticket_finished{ticket_id{1}, visit_outcome::day_closed});
        CHECK_THAT(the_finding(journal), Contains("outcome that is not an officer's"));
    }
    SECTION("without having been issued")
    {
        journal.about<ticket_started>(7);
        CHECK_THAT(the_finding(journal), Contains("is about ticket 7, which is not one of today"));
    }
}

TEST_CASE("a held ticket comes back to its own counter only when that is free and not closed")
{
    auto journal = called_once();
    journal.write(ticket_held{ticket_id{1}, {}});
    SECTION("free")
    {
        journal.about<ticket_resumed>(1);
        is_right(journal);
    }
    SECTION("closed")
    {
        journal.write(counter_closed{"1"});
        journal.about<ticket_resumed>(1);
        CHECK_THAT(the_finding(journal), Contains("counter 1 resumes a ticket and is closed"));
    }
    SECTION("busy")
    {
        journal.issue("A");
        journal.call(2, "1");
        journal.about<ticket_resumed>(1);
        CHECK_THAT(the_finding(journal), Contains("counter 1 takes a ticket and has one already"));
    }
}

TEST_CASE("a no-show has its old place within the grace time and the last one after it")
{
    auto journal = called_once();
    const auto due = std::get<ticket_issued>(journal.events[4].body).due;
    journal.about<ticket_no_show>(1);
    SECTION("old place in time")
    {
        journal.write(ticket_recalled{ticket_id{1}, ticket_state::waiting, due});
        is_right(journal);
    }
    SECTION("last place in time")
    {
        journal.write(ticket_recalled{ticket_id{1}, ticket_state::waiting, journal.now + 10s});
        CHECK_THAT(the_finding(journal), Contains("within the grace time and loses its place"));
    }
    SECTION("old place too late")
    {
        journal.now += 11min;
        journal.write(ticket_recalled{ticket_id{1}, ticket_state::waiting, due});
        CHECK_THAT(the_finding(journal), Contains("after the grace time and does not wait at the end"));
    }
}

TEST_CASE("a ticket sent on has its old place or the last one")
{
    auto journal = called_once();
    journal.write(ticket_transferred{ticket_id{1}, "B", {}, journal.now - 5min});
    CHECK_THAT(the_finding(journal), Contains("neither its old place nor the last"));
}

TEST_CASE("an announcement moves nothing")
{
    auto journal = called_once();
    journal.write(ticket_recalled{ticket_id{1}, ticket_state::called, journal.now});
    CHECK_THAT(the_finding(journal), Contains("is announced again and loses its place"));
}

TEST_CASE("a counter opens only for what it is set up for, and closes empty")
{
    auto journal = called_once();
    SECTION("another service")
    {
        journal.write(counter_opened{"2", {"A"}, {}});
        CHECK_THAT(the_finding(journal), Contains("counter 2 opens for a service that it is not set up for"));
    }
    SECTION("with a ticket before it")
    {
        journal.write(counter_closed{"1"});
        CHECK_THAT(the_finding(journal), Contains("counter 1 is closed with a ticket before it"));
    }
    SECTION("a pause from closed")
    {
        journal.write(counter_closed{"2"});
        journal.write(counter_paused{"2", {}});
        CHECK_THAT(the_finding(journal), Contains("counter 2 is paused and was not open"));
    }
}

} // namespace motcua::simulation
