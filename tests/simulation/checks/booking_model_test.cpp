// Places, times and states of appointments.

#include "tests/simulation/checks/booking_model.hpp"
#include "tests/simulation/checks/hand_written.hpp"

#include <catch2/catch.hpp>

namespace motcua::simulation {

using namespace domain;
using namespace std::chrono_literals;
using Catch::Matchers::Contains;

namespace {

constexpr instant nine = monday_morning + 1h;

site_settings bookable_site()
{
    auto settings = small_site();
    settings.appointments.slot_minutes = 30min;
    settings.appointments.capacity = 2;
    settings.appointments.officer_share = 0.5;
    settings.appointments.per_phone_day = 2;
    return settings;
}

/// A journal with appointments, and what the model finds in it.
class bookings : public hand_written
{
public:
    explicit bookings(const site_settings& settings = bookable_site()) : hand_written(settings) {}

    appointment_booked& book(instant start, ticket_channel channel = ticket_channel::online)
    {
        const auto number = ++booked_;
        appointment_booked body{.appointment = appointment_id{number},
                                .code = "CODE" + std::to_string(number),
                                .hold = {},
                                .service = "A",
                                .procedure = {},
                                .day = monday,
                                .start = start,
                                .end = start + 30min,
                                .channel = channel,
                                .lang = "vi",
                                .phone = {static_cast<std::uint8_t>(number)},
                                .last_digits = {}};
        return std::get<appointment_booked>(write(std::move(body), "public").body);
    }

    slot_held& hold(instant start, std::uint8_t number = 1)
    {
        auto& happened = write(slot_held{.hold = {number},
                                         .service = "A",
                                         .start = start,
                                         .end = start + 30min,
                                         .channel = ticket_channel::online,
                                         .expires_at = {}},
                               "public");
        auto& body = std::get<slot_held>(happened.body);
        body.expires_at = happened.at + 5min;
        return body;
    }

    void move(std::int64_t appointment, instant from, instant to, const std::string& actor = "public")
    {
        write(appointment_moved{.appointment = appointment_id{appointment},
                                .from = from,
                                .day = monday,
                                .start = to,
                                .end = to + 30min,
                                .phone = {},
                                .closure = {}},
              actor);
    }

    ticket_issued& check_in(std::int64_t appointment, bool late = false)
    {
        auto& body = issue("A");
        body.appointment = appointment_id{appointment};
        body.late = late;
        return body;
    }

    findings found() const
    {
        findings all;
        booking_model model;
        for (const auto& happened : events) {
            model.apply(happened, all);
        }
        return all;
    }

    void is_right() const { CHECK(found() == findings{}); }

    std::string the_finding() const
    {
        const auto all = found();
        INFO("first finding: " << (all.empty() ? "" : all.front()));
        REQUIRE(all.size() == 1);
        return all.front();
    }

private:
    std::int64_t booked_ = 0;
};

} // namespace

TEST_CASE("a slot has no more visits than places")
{
    bookings journal;
    journal.book(nine + 30min);
    SECTION("an officer takes the place that is kept for officers")
    {
        journal.book(nine + 30min, ticket_channel::staff);
        journal.is_right();
    }
    SECTION("a citizen does not")
    {
        journal.book(nine + 30min);
        CHECK_THAT(journal.the_finding(), Contains("appointment 2 takes a place that is kept for officers"));
    }
    SECTION("a hold counts while it is valid")
    {
        journal.book(nine + 30min, ticket_channel::staff);
        journal.hold(nine + 30min).channel = ticket_channel::staff;
        CHECK_THAT(journal.the_finding(), Contains("a held place is one more than the slot has places"));
    }
    SECTION("what was cancelled is free")
    {
        journal.write(appointment_cancelled{.appointment = appointment_id{1}, .closure = {}}, "public");
        journal.book(nine + 30min);
        journal.is_right();
    }
    SECTION("a move frees its own place, and takes one")
    {
        journal.move(1, nine + 30min, nine + 1h);
        journal.book(nine + 30min);
        journal.is_right();
        journal.book(nine + 1h);
        CHECK_THAT(journal.the_finding(), Contains("appointment 3 takes a place that is kept for officers"));
    }
}

TEST_CASE("a hold is used or expires, once and in its time")
{
    bookings journal;
    journal.hold(nine + 30min);
    SECTION("used in time")
    {
        journal.book(nine + 30min).hold = hold_id{1};
        journal.is_right();
    }
    SECTION("used twice")
    {
        journal.book(nine + 30min).hold = hold_id{1};
        journal.book(nine + 30min, ticket_channel::staff).hold = hold_id{1};
        CHECK_THAT(journal.the_finding(), Contains("appointment 2 uses a hold that another has used"));
    }
    SECTION("used too late")
    {
        journal.now += 5min;
        journal.book(nine + 30min).hold = hold_id{1};
        CHECK_THAT(journal.the_finding(), Contains("appointment 1 uses a hold whose time is over"));
    }
    SECTION("ended before its time")
    {
        journal.write(slot_hold_expired{hold_id{1}});
        CHECK_THAT(journal.the_finding(), Contains("ends a hold before its time"));
    }
    SECTION("ended twice")
    {
        journal.now += 5min;
        journal.write(slot_hold_expired{hold_id{1}});
        journal.is_right();
        journal.write(slot_hold_expired{hold_id{1}});
        CHECK_THAT(journal.the_finding(), Contains("ends a hold a second time"));
    }
}

TEST_CASE("nothing is booked at a time that nobody may book")
{
    auto settings = bookable_site();
    const day_hours morning{{7h, 11h + 30min}};
    settings.hours = {.mon = morning, .tue = morning, .wed = {}, .thu = {}, .fri = {}, .sat = {}, .sun = {}};
    bookings journal(settings);
    SECTION("in the past")
    {
        journal.book(monday_morning - 30min);
        const auto all = journal.found();
        REQUIRE(all.size() == 2);
        CHECK_THAT(all.front(), Contains("appointment 1 lies in the past"));
    }
    SECTION("with less than the lead time")
    {
        journal.book(nine);
        CHECK_THAT(journal.the_finding(), Contains("appointment 1 is asked for too late"));
    }
    SECTION("beyond the horizon")
    {
        journal.book(nine + 35 * 24h).day = monday + std::chrono::days{35};
        CHECK_THAT(journal.the_finding(), Contains("appointment 1 lies beyond the horizon"));
    }
    SECTION("out of hours")
    {
        journal.book(nine + 2h + 30min);
        CHECK_THAT(journal.the_finding(), Contains("appointment 1 lies outside the hours for bookings"));
    }
    SECTION("off the grid")
    {
        journal.book(nine + 35min);
        CHECK_THAT(journal.the_finding(), Contains("appointment 1 does not begin on the grid"));
    }
    SECTION("for another length than a slot has")
    {
        journal.book(nine + 30min).end += 30min;
        CHECK_THAT(journal.the_finding(), Contains("appointment 1 has not the length of a slot"));
    }
    SECTION("within a closure")
    {
        journal.write(slots_closed{.closure = closure_id{1},
                                   .from = nine,
                                   .to = nine + 1h,
                                   .service = {},
                                   .counter = {},
                                   .services = {},
                                   .reason = "mất điện"},
                      "manager:lan");
        journal.book(nine + 30min);
        CHECK_THAT(journal.the_finding(), Contains("appointment 1 lies within a closure"));
    }
}

TEST_CASE("a phone number has no more bookings of a day than it may have")
{
    auto settings = bookable_site();
    settings.appointments.capacity = 10;
    settings.appointments.per_phone_day = 1;
    bookings journal(settings);
    journal.book(nine + 30min);
    journal.book(nine + 1h).phone = phone_tag{1};
    CHECK_THAT(journal.the_finding(), Contains("appointment 2 is one more than a phone number may have"));
}

TEST_CASE("a check-in makes one ticket, not too early, and late exactly after the grace time")
{
    bookings journal;
    journal.book(nine + 30min);
    SECTION("too early")
    {
        journal.check_in(1);
        CHECK_THAT(journal.the_finding(), Contains("appointment 1 is checked in too early"));
    }
    SECTION("in time")
    {
        journal.now = nine + 40min - 10s;
        journal.check_in(1);
        journal.is_right();
        journal.check_in(1);
        const auto all = journal.found();
        REQUIRE(all.size() == 2);
        CHECK_THAT(all.front(), Contains("appointment 1 is checked in a second time"));
    }
    SECTION("late")
    {
        journal.now = nine + 40min;
        journal.check_in(1);
        CHECK_THAT(journal.the_finding(), Contains("appointment 1 is late and does not count as late"));
    }
    SECTION("late after it was missed")
    {
        journal.now = nine + 40min;
        journal.write(appointment_missed{appointment_id{1}});
        journal.check_in(1, true);
        journal.is_right();
    }
    SECTION("of one that was cancelled")
    {
        journal.now = nine;
        journal.write(appointment_cancelled{.appointment = appointment_id{1}, .closure = {}}, "public");
        journal.check_in(1);
        CHECK_THAT(journal.the_finding(), Contains("appointment 1 is checked in and was cancelled"));
    }
}

TEST_CASE("who does not come is missed after the grace time, once, and at the latest with the day")
{
    bookings journal;
    journal.book(nine + 30min);
    SECTION("too soon")
    {
        journal.now = nine + 35min;
        journal.write(appointment_missed{appointment_id{1}});
        CHECK_THAT(journal.the_finding(), Contains("appointment 1 is missed before its grace time is over"));
    }
    SECTION("twice")
    {
        journal.now = nine + 40min;
        journal.write(appointment_missed{appointment_id{1}});
        journal.write(appointment_missed{appointment_id{1}});
        CHECK_THAT(journal.the_finding(), Contains("appointment 1 is missed and is not open"));
    }
    SECTION("never")
    {
        journal.now += 24h;
        journal.write(day_closed{monday});
        journal.write(day_opened{monday + std::chrono::days{1}});
        CHECK_THAT(journal.the_finding(), Contains("appointment 1 is still open when its day is over"));
    }
}

} // namespace motcua::simulation
