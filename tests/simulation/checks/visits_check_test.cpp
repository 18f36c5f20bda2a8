// The wait-time log: each visit once, with the waits that the events show.

#include "tests/simulation/checks/visits_check.hpp"

#include "tests/simulation/checks/hand_written.hpp"

#include <catch2/catch.hpp>

namespace motcua::simulation {

using namespace domain;
using namespace std::chrono_literals;
using Catch::Matchers::Contains;

namespace {

/// Ticket 1 is called, held before service, served, held in service and finished; ticket 2 does not show.
hand_written two_visits()
{
    hand_written journal;
    journal.open("1");
    journal.issue("A");
    journal.call(1, "1");
    journal.write(ticket_recalled{ticket_id{1}, ticket_state::called, {}});
    journal.write(ticket_held{ticket_id{1}, {}});
    journal.about<ticket_resumed>(1);
    journal.issue("B");
    journal.write(ticket_held{ticket_id{1}, {}});
    journal.call(2, "1");
    journal.about<ticket_no_show>(2);
    journal.about<ticket_resumed>(1);
    journal.finish(1);
    return journal;
}

/// Its log, written by hand: events are ten seconds apart.
struct hand_log
{
    std::vector<journal::visit_row> visits;
    std::vector<journal::leg_row> legs;
};

hand_log log_of(const hand_written& of)
{
    const auto at = [&](std::size_t seq) { return of.events[seq - 1].at; };
    const std::optional<counter_code> here{"1"};
    hand_log log;
    log.visits.push_back({.ticket = ticket_id{1},
                          .number = "A001",
                          .day = monday,
                          .service = "A",
                          .issued_at = at(4),
                          .first_called_at = at(5),
                          .served_from = at(8),
                          .served_to = at(14),
                          .counter = here,
                          .calls = 2,
                          .wait = 10s,
                          .service_time = 30s,
                          .outcome = visit_outcome::served,
                          .state = ticket_state::served,
                          .utc_offset = 420min,
                          .target = 15min,
                          .wait_total = 10s,
                          .walk = 20s,
                          .promise_state = forecast_state::closed,
                          .track = {1}});
    log.visits.push_back({.ticket = ticket_id{2},
                          .number = "B001",
                          .day = monday,
                          .service = "B",
                          .issued_at = at(9),
                          .first_called_at = at(11),
                          .counter = here,
                          .calls = 1,
                          .outcome = visit_outcome::no_show,
                          .state = ticket_state::no_show,
                          .utc_offset = 420min,
                          .target = 15min,
                          .wait_total = 20s,
                          .promise_state = forecast_state::closed,
                          .track = {2}});
    const auto leg = [&](std::int64_t ticket, int n, ticket_state kind, std::size_t from, std::size_t to) {
        const bool is_somebodys = kind != ticket_state::waiting;
        log.legs.push_back({.ticket = ticket_id{ticket},
                            .n = n,
                            .kind = kind,
                            .service = ticket == 1 ? "A" : "B",
                            .counter = is_somebodys ? here : std::nullopt,
                            .from = at(from),
                            .to = at(to)});
    };
    leg(1, 1, ticket_state::waiting, 4, 5);
    leg(1, 2, ticket_state::called, 5, 7);
    leg(1, 3, ticket_state::held, 7, 8);
    leg(1, 4, ticket_state::serving, 8, 10);
    leg(1, 5, ticket_state::held, 10, 13);
    leg(1, 6, ticket_state::serving, 13, 14);
    leg(2, 1, ticket_state::waiting, 9, 11);
    leg(2, 2, ticket_state::called, 11, 12);
    return log;
}

findings findings_in(const hand_written& of, const hand_log& log)
{
    visits_check check;
    for (const auto& happened : of.events) {
        check.apply(happened);
    }
    findings found;
    check.end(log.visits, log.legs, found);
    return found;
}

/// The one thing wrong with two visits of whose log `change` changes one thing.
template <class Change>
std::string finding_after(Change change)
{
    const auto journal = two_visits();
    auto log = log_of(journal);
    change(log);
    const auto found = findings_in(journal, log);
    CAPTURE(found);
    REQUIRE(found.size() == 1);
    return found.front();
}

/// The same where the first visit's row has another value in `member`.
template <class Value>
std::string finding_with(Value journal::visit_row::*member, Value value)
{
    return finding_after([&](hand_log& log) { log.visits[0].*member = std::move(value); });
}

} // namespace

TEST_CASE("a log that is what the events say is right")
{
    const auto journal = two_visits();
    auto log = log_of(journal);
    CHECK(findings_in(journal, log) == findings{});
    std::ranges::reverse(log.visits);
    std::ranges::reverse(log.legs);
    CHECK(findings_in(journal, log) == findings{});
}

TEST_CASE("a visit with anything else than the events say is found")
{
    using row = journal::visit_row;
    const auto other = monday_morning;
    CHECK(finding_with(&row::wait, std::optional{20s}) == "ticket A001 (1) left a visit with another wait");
    CHECK_THAT(finding_with(&row::wait, std::optional{-10s}), Contains("another wait"));
    CHECK_THAT(finding_with(&row::service_time, std::optional{60s}), Contains("another service time"));
    CHECK_THAT(finding_with(&row::number, std::string("A002")), Contains("another number"));
    CHECK_THAT(finding_with(&row::day, monday + std::chrono::days{1}), Contains("another day"));
    CHECK_THAT(finding_with(&row::service, std::string("B")), Contains("another service"));
    CHECK_THAT(finding_with(&row::procedure, std::optional<std::string>("p")), Contains("another procedure"));
    CHECK_THAT(finding_with(&row::channel, ticket_channel::phone), Contains("another channel"));
    CHECK_THAT(finding_with(&row::priority, priority_class::merit), Contains("another priority"));
    CHECK_THAT(finding_with(&row::issued_at, other), Contains("another moment of issue"));
    CHECK_THAT(finding_with(&row::first_called_at, std::optional{other}), Contains("another first call"));
    CHECK_THAT(finding_with(&row::served_from, std::optional{other}), Contains("another begin of service"));
    CHECK_THAT(finding_with(&row::served_to, std::optional{other}), Contains("another end of service"));
    CHECK_THAT(finding_with(&row::counter, std::optional<std::string>{}), Contains("another counter"));
    CHECK_THAT(finding_with(&row::staff, std::optional<std::string>("lan")), Contains("member of staff"));
    CHECK_THAT(finding_with(&row::calls, 1), Contains("another number of calls"));
    CHECK_THAT(finding_with(&row::transfers, 1), Contains("another number of transfers"));
    CHECK_THAT(finding_with(&row::outcome, visit_outcome::left), Contains("another outcome"));
    CHECK_THAT(finding_with(&row::expected_wait, std::optional{5s}), Contains("another promise"));
    CHECK_THAT(finding_with(&row::promise_state, forecast_state::open), Contains("another promise"));
    CHECK_THAT(finding_with(&row::wait_total, 5s), Contains("another sum of waits"));
    CHECK_THAT(finding_with(&row::walk, std::optional{5s}), Contains("another walk"));
    CHECK_THAT(finding_with(&row::unreliable, true), Contains("another reliability"));
    CHECK_THAT(finding_with(&row::state, ticket_state::cancelled), Contains("another end"));
    CHECK_THAT(finding_with(&row::utc_offset, minutes{0}), Contains("another offset of local time"));
    CHECK_THAT(finding_with(&row::target, std::optional<seconds>{}), Contains("another target"));
    CHECK_THAT(finding_with(&row::track, track_id{9}), Contains("another track"));
}

TEST_CASE("each visit that ended has one row, and no other has one")
{
    CHECK(finding_after([](hand_log& log) { log.visits.pop_back(); }) ==
          "ticket B001 (2) has ended and left no visit");
    CHECK(finding_after([](hand_log& log) { log.visits.push_back(log.visits[1]); }) ==
          "ticket B001 (2) left two visits");
    CHECK_THAT(finding_after([](hand_log& log) {
                   log.visits.push_back(log.visits[1]);
                   log.visits.back().ticket = ticket_id{3};
               }),
               Contains("(3) left a visit and has not ended"));
}

TEST_CASE("stretches that leave a gap, overlap or are another's are found")
{
    using leg = journal::leg_row;
    const auto finding = [](auto member, auto value) {
        return finding_after([&](hand_log& log) { log.legs[1].*member = value; });
    };
    const std::string wrong = "ticket A001 (1) left a stretch 2 that is not as it was";
    CHECK(finding(&leg::from, monday_morning) == wrong);
    CHECK(finding(&leg::to, monday_morning) == wrong);
    CHECK(finding(&leg::kind, ticket_state::serving) == wrong);
    CHECK(finding(&leg::counter, std::optional<counter_code>{"2"}) == wrong);
    CHECK(finding(&leg::staff, std::optional<std::string>{"lan"}) == wrong);
    CHECK(finding_after([](hand_log& log) { log.legs.pop_back(); }) ==
          "ticket B001 (2) left 1 stretches of its visit, of 2");
    CHECK(finding_after([](hand_log& log) {
              log.legs.push_back(log.legs[0]);
              log.legs.back().n = 7;
          }) == "ticket 1 left a stretch 7 that it did not have");
    CHECK(finding_after([](hand_log& log) { log.legs.push_back(log.legs[0]); }) ==
          "ticket A001 (1) left stretch 1 twice");
}

TEST_CASE("a visit across which the clock was set cannot be relied on")
{
    hand_written journal;
    journal.open("1");
    journal.issue("A");
    const auto before = journal.now;
    journal.now += 1h;
    journal.write(clock_anchored{before, journal.now + 10s});
    journal.issue("A");
    journal.about<ticket_cancelled>(1);
    journal.about<ticket_cancelled>(2);
    const auto row = [&](std::size_t issue, seconds waited, bool is_unreliable) {
        const auto& issued = std::get<ticket_issued>(journal.events[issue - 1].body);
        return journal::visit_row{.ticket = issued.ticket,
                                  .number = format_number("A", issued.number),
                                  .day = monday,
                                  .service = "A",
                                  .issued_at = issued.issued_at,
                                  .outcome = visit_outcome::cancelled,
                                  .unreliable = is_unreliable,
                                  .state = ticket_state::cancelled,
                                  .utc_offset = 420min,
                                  .target = 15min,
                                  .wait_total = waited,
                                  .promise_state = forecast_state::closed,
                                  .track = issued.track};
    };
    const auto leg = [&](std::int64_t ticket, std::size_t from, std::size_t to) {
        return journal::leg_row{.ticket = ticket_id{ticket},
                                .n = 1,
                                .kind = ticket_state::waiting,
                                .service = "A",
                                .from = journal.events[from - 1].at,
                                .to = journal.events[to - 1].at};
    };
    hand_log log{{row(4, 1h + 30s, true), row(6, 20s, false)}, {leg(1, 4, 7), leg(2, 6, 8)}};
    CHECK(findings_in(journal, log) == findings{});
    log.visits[0].unreliable = false;
    CHECK(findings_in(journal, log) == findings{"ticket A001 (1) left a visit with another reliability"});
}

TEST_CASE("a slip that came late is a visit that waited until it came")
{
    hand_written journal;
    const auto printed = journal.now;
    journal.write(ticket_logged{.ticket = ticket_id{1},
                                .service = "A",
                                .number = 701,
                                .day = monday,
                                .lang = "vi",
                                .issued_at = printed,
                                .block = block_id{1}});
    hand_log log;
    log.visits.push_back({.ticket = ticket_id{1},
                          .number = "A701",
                          .day = monday,
                          .service = "A",
                          .issued_at = printed,
                          .outcome = visit_outcome::day_closed,
                          .state = ticket_state::cancelled,
                          .utc_offset = 420min,
                          .target = 15min,
                          .wait_total = 10s,
                          .promise_state = forecast_state::closed});
    log.legs.push_back({.ticket = ticket_id{1},
                        .n = 1,
                        .kind = ticket_state::waiting,
                        .service = "A",
                        .from = printed,
                        .to = journal.now});
    CHECK(findings_in(journal, log) == findings{});
    log.visits[0].outcome = visit_outcome::cancelled;
    CHECK(findings_in(journal, log) == findings{"ticket A701 (1) left a visit with another outcome"});
}

} // namespace motcua::simulation
