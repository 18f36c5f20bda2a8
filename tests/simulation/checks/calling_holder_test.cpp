// What the holder of a ticket or of an appointment does.

#include "tests/simulation/checks/model_findings.hpp"

namespace motcua::simulation {

using namespace domain;
using namespace std::chrono_literals;
using Catch::Matchers::Contains;

namespace {

constexpr instant half_past_nine = monday_morning + 1h + 30min;

/// Both counters open, and an appointment at half past nine.
hand_written with_appointment()
{
    auto journal = both_open();
    journal.write(appointment_booked{.appointment = appointment_id{1},
                                     .code = "7KQ2MD",
                                     .hold = {},
                                     .service = "A",
                                     .procedure = {},
                                     .day = monday,
                                     .start = half_past_nine,
                                     .end = half_past_nine + 30min,
                                     .channel = ticket_channel::online,
                                     .lang = "vi",
                                     .phone = {},
                                     .last_digits = {}},
                  "public");
    return journal;
}

ticket_issued& check_in(hand_written& journal, instant ready, minutes head_start, bool late = false)
{
    auto& issued = journal.issue("A");
    issued.channel = ticket_channel::appointment;
    issued.appointment = appointment_id{1};
    issued.late = late;
    issued.ready = ready;
    issued.due = ready - head_start;
    return issued;
}

visit_rated rating_of(std::int64_t visit, int score)
{
    return {.visit = ticket_id{visit},
            .day = monday,
            .service = "A",
            .at_counter = "1",
            .staff = {},
            .score = score,
            .has_remark = false};
}

} // namespace

TEST_CASE("an appointment that is kept is due its head start before its time")
{
    auto journal = with_appointment();
    SECTION("by who is early")
    {
        journal.now = half_past_nine - 20min;
        check_in(journal, half_past_nine, 30min);
        journal.call(1, "1");
        is_right(journal);
    }
    SECTION("by who comes within the grace time")
    {
        journal.now = half_past_nine;
        check_in(journal, half_past_nine + 10s, 30min);
        is_right(journal);
    }
    SECTION("not by who is late")
    {
        journal.now = half_past_nine + 10min;
        check_in(journal, journal.now + 10s, 0min, true);
        is_right(journal);
        std::get<ticket_issued>(journal.events.back().body).due -= 30min;
        CHECK_THAT(the_finding(journal), Contains("is not due its head start before its appointment"));
    }
    SECTION("of another moment")
    {
        journal.now = half_past_nine - 20min;
        check_in(journal, half_past_nine - 10min, 30min);
        const auto found = findings_in(journal.events);
        REQUIRE(found.size() == 2);
        CHECK_THAT(found.front(), Contains("is ready at another moment than its issue or its appointment"));
    }
}

TEST_CASE("of a class and an appointment the larger head start counts")
{
    auto journal = with_appointment();
    journal.now = half_past_nine;
    const auto ready = half_past_nine + 10s;
    check_in(journal, ready, 30min);
    SECTION("that of the appointment")
    {
        journal.write(ticket_priority_set{ticket_id{1}, priority_class::infant, true, ready - 30min});
        is_right(journal);
    }
    SECTION("not that of the class alone")
    {
        journal.write(ticket_priority_set{ticket_id{1}, priority_class::infant, true, ready - 20min});
        CHECK_THAT(the_finding(journal), Contains("gets another class and is not due its head start"));
    }
}

TEST_CASE("a ticket is postponed while it waits, three times and for half an hour at most")
{
    auto journal = both_open();
    journal.issue("A");
    const auto due = journal.now;
    const auto postpone = [&](minutes by, minutes in_all) {
        journal.write(ticket_postponed{ticket_id{1}, by, due + in_all, due + in_all}, "public");
    };
    SECTION("three times")
    {
        postpone(10min, 10min);
        postpone(10min, 20min);
        postpone(10min, 30min);
        is_right(journal);
    }
    SECTION("too often")
    {
        postpone(5min, 5min);
        postpone(5min, 10min);
        postpone(5min, 15min);
        postpone(5min, 20min);
        CHECK_THAT(the_finding(journal), Contains("ticket A001 is postponed too often"));
    }
    SECTION("for too long")
    {
        postpone(20min, 20min);
        postpone(11min, 31min);
        CHECK_THAT(the_finding(journal), Contains("ticket A001 is postponed for too long"));
    }
    SECTION("by another time than it says")
    {
        postpone(5min, 10min);
        CHECK_THAT(the_finding(journal), Contains("is postponed by another time than it says"));
    }
    SECTION("when it is called")
    {
        journal.call(1, "1");
        postpone(5min, 5min);
        CHECK_THAT(the_finding(journal), Contains("ticket A001 is called, which this cannot follow"));
    }
}

TEST_CASE("a visit is rated when it was served, and changed within the hour")
{
    auto journal = called_once();
    SECTION("before its end")
    {
        journal.write(rating_of(1, 5), "public");
        CHECK_THAT(the_finding(journal), Contains("rates visit 1, which was not served"));
    }
    SECTION("after its end")
    {
        journal.finish(1);
        journal.write(rating_of(1, 5), "public");
        journal.now += 59min;
        journal.write(rating_of(1, 1), "public");
        is_right(journal);
    }
    SECTION("too late for a change")
    {
        journal.finish(1);
        journal.write(rating_of(1, 5), "public");
        journal.now += 1h;
        journal.write(rating_of(1, 1), "public");
        CHECK_THAT(the_finding(journal), Contains("changes the rating of visit 1 too late"));
    }
    SECTION("with no score of the five")
    {
        journal.finish(1);
        journal.write(rating_of(1, 6), "public");
        CHECK_THAT(the_finding(journal), Contains("rates visit 1 outside 1 to 5"));
    }
}

} // namespace motcua::simulation
