// A verification finds what was changed behind the journal's back, names it, and changes nothing.

#include "store_file.hpp"

#include "server/journal/verify.hpp"
#include "tests/support/made_up_site.hpp"

using namespace motcua;
using namespace motcua::journal;

namespace {

std::string any_answer(const domain::site_state&, const domain::event&, std::string_view) { return ""; }

/// Three made-up days with a snapshot in the second. Filled once: a test works on a copy.
const store_file& made_up_days()
{
    static const store_file file;
    static const bool filled = [] {
        const auto journal = file.open();
        testing::made_up_site site(1);
        const auto live_until = [&](std::int64_t seq) {
            batch made;
            while (site.state().seq() < seq) {
                site.step(made);
            }
            append(*journal, made).value();
        };
        live_until(4000);
        testing::save_snapshot(*journal, site.state());
        live_until(7500);
        return true;
    }();
    static_cast<void>(filled);
    return file;
}

struct copied_days
{
    store_file file;

    copied_days() { made_up_days().leave_to(file); }

    std::vector<std::string> findings() const
    {
        return verify_journal(file.path(), "demo", any_answer).value().findings;
    }
};

} // namespace

TEST_CASE("a journal that was left alone has no finding, and no file is changed or made")
{
    const copied_days days;
    const auto before = days.file.all_files();
    const auto verified = verify_journal(days.file.path(), "demo", any_answer).value();
    CHECK(verified.findings == std::vector<std::string>{});
    CHECK(verified.events > 7000);
    CHECK(days.file.all_files() == before);
}

TEST_CASE("a journal is verified beside the server that writes it")
{
    const copied_days days;
    const auto journal = days.file.open();
    CHECK(days.findings().empty());
    const auto events = journal->last_seq();
    append(*journal, batch{.events = {{.seq = events + 1,
                                       .at = instant{std::chrono::seconds{2'000'000'000}},
                                       .actor = "counter:1",
                                       .key = std::nullopt,
                                       .body = domain::counter_paused{"1", std::nullopt}}},
                           .rows = {},
                           .answers = {}})
        .value();
    const auto other_name = days.file.path() + "-link";
    std::filesystem::create_symlink(days.file.path(), other_name);
    CHECK(verify_journal(other_name, "demo", any_answer).value().events == events + 1);
    REQUIRE(journal->save_snapshot(*journal->load_snapshot().value()).has_value());
    CHECK(days.findings().empty());
}

TEST_CASE("an event that was changed, removed or slipped in is named")
{
    const auto* sql =
        GENERATE("UPDATE event SET actor = 'counter:2' WHERE seq = 20",
                 "UPDATE event SET at_us = at_us + 1 WHERE seq = 20",
                 "UPDATE event SET body = '{\"ticket\":9}' WHERE seq = 20",
                 "UPDATE event SET key = x'00' WHERE seq = 20", "DELETE FROM event WHERE seq = 20",
                 "UPDATE event SET hash = zeroblob(32) WHERE seq = 20",
                 "UPDATE event SET seq = seq + 1000000 WHERE seq = 20");
    INFO(sql);
    const copied_days days;
    days.file.tamper(sql);
    REQUIRE(days.findings().size() == 1);
    CHECK(days.findings()[0] == "event 20 is not what was written, or one before it is missing");
    CHECK(days.file.open()->replay(0, [](const domain::event&) {}).has_error());
}

TEST_CASE("a row that does not follow from the events is named with its column")
{
    const copied_days days;
    const auto* sql = "";
    const auto* finding = "";
    std::tie(sql, finding) = GENERATE(table<const char*, const char*>(
        {{"UPDATE visit SET wait_s = wait_s + 60 WHERE ticket = (SELECT ticket FROM visit WHERE wait_s > 0 "
          "LIMIT 1)",
          " in visit differs from the events in wait_s"},
         {"UPDATE visit SET outcome = 'left', calls = 9 WHERE ticket = 5",
          "the row of ticket 5 in visit differs from the events in calls, outcome"},
         {"UPDATE visit SET utc_offset_minutes = 0, target_s = NULL WHERE ticket = 5",
          "the row of ticket 5 in visit differs from the events in utc_offset_minutes, target_s"},
         {"DELETE FROM visit WHERE ticket = 7", "the row of ticket 7 in visit is missing"},
         {"INSERT INTO visit SELECT site, 999999, number, day, service, procedure, channel, priority, "
          "issued_at_us, first_called_at_us, served_from_us, served_to_us, counter, staff, calls, wait_s, "
          "service_s, transfers, outcome, expected_wait_s, unreliable, state, utc_offset_minutes, target_s, "
          "wait_total_s, walk_s, promise_state, expected_from_s, expected_to_s, track FROM visit WHERE "
          "ticket = 1",
          "the row of ticket 999999 in visit follows from no event"},
         {"UPDATE leg SET to_us = to_us + 1 WHERE ticket = 3 AND n = 1",
          "the row of ticket 3 in leg, n 1, differs from the events in to_us"},
         {"DELETE FROM leg WHERE ticket = 3 AND n = 1", "the row of ticket 3 in leg, n 1, is missing"},
         {"INSERT INTO leg VALUES ('demo', 3, 99, 'held', 'A', NULL, NULL, 0, 0)",
          "the row of ticket 3 in leg, n 99, follows from no event"}}));
    INFO(sql);
    days.file.tamper(sql);
    const auto findings = days.findings();
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].ends_with(finding));
}

TEST_CASE("a snapshot that is damaged, or not what a replay reaches, is named")
{
    const copied_days days;
    SECTION("damaged")
    {
        days.file.tamper("UPDATE snapshot SET body = 'other'");
        const auto findings = days.findings();
        REQUIRE(findings.size() == 1);
        CHECK(findings[0].ends_with("is not what was written"));
    }
    SECTION("of another state, with a digest that is right")
    {
        const auto journal = days.file.open();
        testing::made_up_site site(2);
        batch made;
        while (site.state().seq() < 3000) {
            site.step(made);
        }
        journal->save_snapshot({site.state().seq(), ""}).value();
        testing::save_snapshot(*journal, site.state());
        days.file.tamper("DELETE FROM snapshot WHERE seq > " + std::to_string(site.state().seq()));
        const auto findings = days.findings();
        REQUIRE(findings.size() == 1);
        CHECK(findings[0].ends_with("is not the state that a replay reaches"));
    }
    SECTION("of an event that is missing")
    {
        days.file.tamper("DELETE FROM event WHERE seq > 3000");
        const auto findings = days.findings();
        CHECK(std::ranges::count_if(findings, [](const std::string& one) {
                  return one.starts_with("the snapshot is of event ");
              }) == 1);
    }
}

TEST_CASE("events that were cut off at the end are missed by an answer that was given to one of them")
{
    const copied_days days;
    days.file.tamper("DELETE FROM snapshot; DELETE FROM visit; DELETE FROM leg");
    days.file.tamper("DELETE FROM event WHERE seq >= (SELECT max(seq) FROM answer)");
    const auto findings = days.findings();
    CHECK(std::ranges::count_if(findings, [](const std::string& one) {
              return one.starts_with("the answer to event ") && one.ends_with(" is there and not the event");
          }) == 1);
}

TEST_CASE("an answer that a key should give again and that is missing is named")
{
    const copied_days days;
    SQLite::Database database(days.file.path());
    const auto last = database.execAndGet("SELECT max(seq) FROM answer").getString();
    SECTION("one")
    {
        days.file.tamper("DELETE FROM answer WHERE seq = " + last);
        CHECK(days.findings() == std::vector<std::string>{"the answer to event " + last + " is missing"});
    }
    SECTION("all")
    {
        days.file.tamper("DELETE FROM answer");
        CHECK(days.findings().size() == 100);
    }
    SECTION("kept under the seq of an event without a key")
    {
        days.file.tamper("INSERT INTO answer SELECT event.site, event.seq, event.at_us, 200, '{}' FROM event "
                         "WHERE key IS NULL AND seq > 6000 LIMIT 1");
        const auto findings = days.findings();
        REQUIRE(findings.size() == 1);
        CHECK(findings[0].ends_with(" is there, and no key asks for it"));
    }
    SECTION("to a ticket that was printed offline")
    {
        days.file.tamper("DELETE FROM offline_answer WHERE block = 1 AND number = 702");
        CHECK(days.findings() ==
              std::vector<std::string>{"the answer to number 702 of block 1 of kiosk hall is missing"});
    }
}

TEST_CASE("an answer whose key is forgotten may be there or not")
{
    const copied_days days;
    const auto journal = days.file.open();
    REQUIRE(days.findings().empty());
    const auto last = journal->last_seq();
    append(*journal, batch{.events = {{.seq = last + 1,
                                       .at = instant{std::chrono::seconds{2'000'000'000}},
                                       .actor = "counter:1",
                                       .key = std::nullopt,
                                       .body = domain::counter_paused{"1", std::nullopt}}}})
        .value();
    CHECK(days.findings().empty());
    days.file.tamper("DELETE FROM answer WHERE seq % 2 = 0");
    CHECK(days.findings().empty());
}

TEST_CASE("an answer that says other than what happened is named with what is wrong")
{
    const copied_days days;
    days.file.tamper("UPDATE answer SET body = 'other' WHERE seq = 7000; "
                     "UPDATE offline_answer SET body = 'other' WHERE block = 1 AND number = 702");
    std::int64_t number_of_other = 0;
    const auto check = [&](const domain::site_state& state, const domain::event& happened,
                           std::string_view body) {
        CHECK(state.seq() == happened.seq);
        number_of_other += body == "other" ? 1 : 0;
        return std::string(body == "other" ? "says other" : "");
    };
    CHECK(verify_journal(days.file.path(), "demo", check).value().findings ==
          std::vector<std::string>{"the answer to number 702 of block 1 of kiosk hall says other",
                                   "the answer to event 7000 says other"});
    CHECK(number_of_other == 2);
}

TEST_CASE("only successful answers are kept")
{
    const copied_days days;
    days.file.tamper("UPDATE answer SET status = 500 WHERE seq = (SELECT max(seq) FROM answer)");
    const auto findings = days.findings();
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].ends_with(" has the status 500"));
}

TEST_CASE("events that are rightly chained and break the rules are named")
{
    const store_file file;
    {
        const auto journal = file.open();
        auto made = events(1, 1);
        made.events[0].body = domain::ticket_started{domain::ticket_id{7}};
        append(*journal, made).value();
    }
    const auto findings = verify_journal(file.path(), "demo", any_answer).value().findings;
    CHECK(findings == std::vector<std::string>{"event 1 is about a ticket that is not of today"});
}

TEST_CASE("a broken index of the file is found")
{
    const copied_days days;
    days.file.tamper(
        "PRAGMA writable_schema = ON; UPDATE sqlite_master SET sql = 'CREATE INDEX visit_by_day ON "
        "visit(site, ticket)' WHERE name = 'visit_by_day'");
    CHECK_FALSE(days.findings().empty());
}

TEST_CASE("the number of findings is limited")
{
    const copied_days days;
    days.file.tamper("DELETE FROM visit");
    CHECK(days.findings().size() == 100);
}

TEST_CASE("a file that is not a journal cannot be verified")
{
    const store_file file;
    CHECK(verify_journal(file.path(), "demo", any_answer).has_error());
    std::ofstream(file.path()) << "a text";
    CHECK(verify_journal(file.path(), "demo", any_answer).error().what == fault::not_ours);
    CHECK(file.all_files().size() == 1);
}
