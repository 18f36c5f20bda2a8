// Notes on tickets: while their day lasts, and when it closes.

#include "tests/simulation/checks/model_findings.hpp"

namespace motcua::simulation {

using namespace domain;
using namespace std::chrono_literals;
using Catch::Matchers::Contains;

namespace {

/// A001 is served and has a note; A002 waits and had one.
hand_written with_notes()
{
    auto journal = called_once();
    journal.issue("A");
    journal.write(ticket_note_set{ticket_id{1}, true}, "counter:1");
    journal.write(ticket_note_set{ticket_id{2}, true}, "counter:2");
    journal.write(ticket_note_set{ticket_id{2}, false}, "counter:1");
    journal.finish(1);
    return journal;
}

} // namespace

TEST_CASE("a note is neither erased before its day is over nor left on a visit that has ended")
{
    auto journal = with_notes();
    SECTION("erased")
    {
        journal.write(notes_erased{.day = monday, .tickets = {ticket_id{1}}});
        CHECK_THAT(findings_in(journal.events).front(),
                   Contains("erases the notes of a day that is not over"));
    }
    SECTION("left")
    {
        journal.write(ticket_note_set{ticket_id{1}, false}, "counter:1");
        CHECK_THAT(the_finding(journal), Contains("ticket A001 is served, which this cannot follow"));
    }
}

TEST_CASE("notes go with their day, all of them and no others")
{
    auto journal = with_notes();
    journal.now += 24h;
    journal.close(2, ticket_state::cancelled);
    journal.write(counter_closed{"1"});
    journal.write(counter_closed{"2"});
    SECTION("when it closes")
    {
        journal.write(notes_erased{.day = monday, .tickets = {ticket_id{1}}});
        journal.write(day_closed{monday});
        is_right(journal);
    }
    SECTION("or it is found")
    {
        journal.write(day_closed{monday});
        CHECK_THAT(the_finding(journal), Contains("ticket A001 keeps its note when its day has closed"));
    }
    SECTION("and those alone")
    {
        journal.write(notes_erased{.day = monday, .tickets = {ticket_id{1}, ticket_id{2}}});
        journal.write(day_closed{monday});
        CHECK_THAT(the_finding(journal), Contains("erases others than the notes of that day"));
    }
}

} // namespace motcua::simulation
