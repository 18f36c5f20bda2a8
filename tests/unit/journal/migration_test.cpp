// Databases of earlier schemas are brought to the present one, and rows of earlier projections are rebuilt.

#include "store_file.hpp"

#include "server/journal/projection_tables.hpp"
#include "server/journal/verify.hpp"
#include "tests/support/made_up_site.hpp"

using namespace motcua;
using namespace motcua::journal;

namespace {

/// Takes back what the steps after schema 5 made.
constexpr auto back_to_schema_5 = "DROP TABLE erasable; DROP TABLE projection; DROP TABLE settings_version; "
                                  "DROP TABLE audit; DROP TABLE appointment; DROP TABLE rating; ALTER TABLE "
                                  "visit DROP COLUMN utc_offset_minutes; "
                                  "ALTER TABLE visit DROP COLUMN target_s; "
                                  "ALTER TABLE event DROP COLUMN version; PRAGMA user_version = 5";

std::vector<std::string> findings_in(const store_file& file)
{
    return verify_journal(file.path(), "demo", [](const auto&, const auto&, auto) { return ""; })
        .value()
        .findings;
}

/// All rows of the wait-time log, as one text.
std::string log_in(const store_file& file)
{
    std::string text;
    SQLite::Database reader(file.path(), SQLite::OPEN_READONLY);
    for (const auto* table : {"visit", "leg"}) {
        SQLite::Statement rows(reader, "SELECT * FROM " + std::string(table) + " ORDER BY 1, 2, 3");
        while (rows.executeStep()) {
            for (int index = 0; index < rows.getColumnCount(); ++index) {
                text += rows.getColumn(index).getString() + '|';
            }
            text += '\n';
        }
    }
    return text;
}

/// A site that has lived more than two days. Filled once: a test works on a copy.
const store_file& two_days()
{
    static const store_file file;
    static const bool filled = [] {
        testing::fill_journal(*file.open(), 6000);
        return true;
    }();
    static_cast<void>(filled);
    return file;
}

/// Events that can be replayed alone, as a rebuild does.
batch anchors(std::int64_t first, std::int64_t last)
{
    auto made = events(first, last);
    for (auto& happened : made.events) {
        happened.body = domain::clock_anchored{happened.at, happened.at};
    }
    return made;
}

} // namespace

TEST_CASE("a database of the first schema is brought up to date, its rows rebuilt from the events")
{
    const store_file file;
    std::filesystem::copy_file(std::filesystem::path(MOTCUA_TEST_DATA) / "schema_5" / "motcua.db",
                               file.path());
    std::filesystem::permissions(file.path(), std::filesystem::perms::owner_write,
                                 std::filesystem::perm_options::add);
    file.open();
    const auto before = log_in(file);
    file.tamper(back_to_schema_5);
    file.tamper("DROP TABLE offline_answer; DROP TABLE leg; ALTER TABLE visit DROP COLUMN unreliable; "
                "ALTER TABLE visit DROP COLUMN state; PRAGMA user_version = 1");
    file.open();
    CHECK(log_in(file) == before);
    SQLite::Database reader(file.path(), SQLite::OPEN_READONLY);
    const auto others =
        reader.execAndGet("SELECT count(*) FROM visit WHERE utc_offset_minutes != 420 OR target_s != 900");
    CHECK(others.getInt() == 0);
}

TEST_CASE("a database from before offline tickets takes them after the next start")
{
    const store_file file;
    REQUIRE(append(*file.open(), anchors(1, 2)).has_value());
    file.tamper(back_to_schema_5);
    file.tamper("DROP TABLE offline_answer; PRAGMA user_version = 3");
    const auto journal = file.open();
    CHECK(replayed(*journal, 0) == std::vector<std::int64_t>{1, 2});
    const offline_number number{"kiosk-1", domain::block_id{1}, 701};
    CHECK_FALSE(journal->find_offline_answer(number).value());
    auto made = events(3, 3);
    made.offline_answers = {{number, answer_kind::created, "{}"}};
    REQUIRE(append(*journal, made).has_value());
    CHECK(journal->find_offline_answer(number).value());
}

TEST_CASE("a database from before rows had a number keeps its events and answers at the next start")
{
    const store_file file;
    {
        auto made = anchors(1, 3);
        made.answers = {{2, answer_kind::created, R"({"number":"A001"})"}};
        REQUIRE(append(*file.open(), made).has_value());
    }
    file.tamper(back_to_schema_5);
    file.tamper("CREATE TABLE old_event(site TEXT NOT NULL, seq INTEGER NOT NULL, at_us INTEGER NOT NULL, "
                "kind TEXT NOT NULL, actor TEXT NOT NULL, key BLOB, body TEXT NOT NULL, hash BLOB NOT NULL, "
                "PRIMARY KEY (site, seq)) WITHOUT ROWID; INSERT INTO old_event SELECT * FROM event; "
                "DROP TABLE event; ALTER TABLE old_event RENAME TO event; "
                "CREATE TABLE old_answer(site TEXT NOT NULL, seq INTEGER NOT NULL, at_us INTEGER NOT NULL, "
                "status INTEGER NOT NULL, body TEXT NOT NULL, PRIMARY KEY (site, seq)) WITHOUT ROWID; "
                "INSERT INTO old_answer SELECT * FROM answer; DROP TABLE answer; "
                "ALTER TABLE old_answer RENAME TO answer; PRAGMA user_version = 4");
    const auto journal = file.open();
    CHECK(replayed(*journal, 0) == std::vector<std::int64_t>{1, 2, 3});
    CHECK(journal->find_answer(2).value()->body == R"({"number":"A001"})");
    REQUIRE(append(*journal, events(4, 4)).has_value());
    SQLite::Database reader(file.path(), SQLite::OPEN_READONLY);
    CHECK(reader.execAndGet("SELECT count(rowid) FROM event").getInt() == 4);
}

TEST_CASE("a database from before events had versions keeps them, and takes later versions")
{
    const store_file file;
    REQUIRE(append(*file.open(), anchors(1, 2)).has_value());
    file.tamper(back_to_schema_5);
    {
        const auto journal = file.open();
        auto made = events(3, 3);
        made.events[0].body = domain::ticket_no_show{domain::ticket_id{1}};
        REQUIRE(append(*journal, made).has_value());
        REQUIRE(append(*journal, events(4, 4)).has_value());
    }
    CHECK(replayed(*file.open(), 0) == std::vector<std::int64_t>{1, 2, 3, 4});
    SQLite::Database reader(file.path(), SQLite::OPEN_READONLY);
    CHECK(reader.execAndGet("SELECT group_concat(coalesce(version, '-'), ' ') FROM event").getString() ==
          "- - 2 -");
}

TEST_CASE("a snapshot from before no-shows had their present name is passed over")
{
    const store_file file;
    {
        const auto journal = file.open();
        REQUIRE(append(*journal, anchors(1, 2)).has_value());
        REQUIRE(journal->save_snapshot({2, "state"}).has_value());
    }
    file.tamper(back_to_schema_5);
    CHECK_FALSE(file.open()->load_snapshot().value());
}

TEST_CASE("the rows of an older projection are rebuilt at the next start, with a line of progress")
{
    const store_file file;
    two_days().leave_to(file);
    const auto before = log_in(file);
    REQUIRE(findings_in(file).empty());
    file.tamper("UPDATE projection SET version = version - 1; DELETE FROM visit WHERE ticket % 3 = 0; "
                "UPDATE visit SET wait_s = wait_s + 60; DELETE FROM leg WHERE n = 1; "
                "INSERT INTO leg VALUES ('demo', 3, 99, 'held', 'A', NULL, NULL, 0, 0)");
    REQUIRE(log_in(file) != before);
    const auto refused =
        verify_journal(file.path(), "demo", [](const auto&, const auto&, auto) { return ""; });
    CHECK(refused.error().what == fault::failed);
    std::vector<std::string> lines;
    const auto report = [&](const std::string& line) { lines.push_back(line); };
    open_sqlite_journal(file.path(), "demo", report).value();
    REQUIRE(lines.size() == 2);
    CHECK(lines.front().starts_with("the wait-time log of site demo is rebuilt from 6"));
    CHECK(lines.back() == "the wait-time log of site demo is rebuilt");
    CHECK(log_in(file) == before);
    CHECK(findings_in(file).empty());
    open_sqlite_journal(file.path(), "demo", report).value();
    CHECK(lines.size() == 2);
}

TEST_CASE("visits from before they kept their offset and target get both from the events")
{
    const store_file file;
    two_days().leave_to(file);
    const auto before = log_in(file);
    file.tamper("ALTER TABLE visit DROP COLUMN utc_offset_minutes; ALTER TABLE visit DROP COLUMN target_s; "
                "DROP TABLE appointment; DROP TABLE rating; UPDATE projection SET version = 2; "
                "PRAGMA user_version = 7");
    file.open();
    CHECK(log_in(file) == before);
    CHECK(findings_in(file).empty());
    SQLite::Database reader(file.path(), SQLite::OPEN_READONLY);
    CHECK(reader.execAndGet("SELECT count(DISTINCT target_s) FROM visit").getInt() > 2);
}

TEST_CASE("a rebuild leaves the rows of another site alone")
{
    const store_file file;
    two_days().leave_to(file);
    file.tamper(
        "UPDATE projection SET version = 0; INSERT INTO projection VALUES ('other', 'wait_time_log', 0); "
        "INSERT INTO leg VALUES ('other', 3, 99, 'held', 'A', NULL, NULL, 0, 0)");
    file.open();
    SQLite::Database reader(file.path(), SQLite::OPEN_READONLY);
    CHECK(reader.execAndGet("SELECT count(*) FROM leg WHERE site = 'other'").getInt() == 1);
    CHECK(stored_version_of(reader, "other", wait_time_log) == 0);
    CHECK(stored_version_of(reader, "demo", wait_time_log) == wait_time_log.version);
}

TEST_CASE("a rebuild that meets a broken event changes nothing and names it")
{
    const store_file file;
    two_days().leave_to(file);
    file.tamper("UPDATE projection SET version = 0; UPDATE event SET actor = 'other' WHERE seq = 500");
    const auto before = log_in(file);
    const auto opened = open_sqlite_journal(file.path(), "demo");
    REQUIRE(opened.has_error());
    CHECK(opened.error().what == fault::corrupt);
    CHECK(opened.error().detail.find("event 500 ") != std::string::npos);
    CHECK(log_in(file) == before);
}

TEST_CASE("a new site has the present projections without a line of progress")
{
    const store_file file;
    const progress silent = [](const std::string& line) { FAIL_CHECK(line); };
    REQUIRE(append(*open_sqlite_journal(file.path(), "demo", silent).value(), events(1, 2)).has_value());
    open_sqlite_journal(file.path(), "demo", silent).value();
    SQLite::Database reader(file.path(), SQLite::OPEN_READONLY);
    CHECK(stored_version_of(reader, "demo", wait_time_log) == wait_time_log.version);
}
