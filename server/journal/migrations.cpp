#include "server/journal/migrations.hpp"

#include "base/require.hpp"

#include <array>
#include <SQLiteCpp/Transaction.h>

namespace motcua::journal {

namespace {

/// Step n brings a database from version n to n + 1. A step that has been delivered is never changed.
constexpr std::array steps{
    R"(
CREATE TABLE event(
    site TEXT NOT NULL, seq INTEGER NOT NULL, at_us INTEGER NOT NULL, kind TEXT NOT NULL, actor TEXT NOT NULL,
    key BLOB, body TEXT NOT NULL, hash BLOB NOT NULL,
    PRIMARY KEY (site, seq)) WITHOUT ROWID;
CREATE TABLE snapshot(
    site TEXT NOT NULL, seq INTEGER NOT NULL, body TEXT NOT NULL, digest BLOB NOT NULL,
    PRIMARY KEY (site, seq));
CREATE TABLE answer(
    site TEXT NOT NULL, seq INTEGER NOT NULL, at_us INTEGER NOT NULL, status INTEGER NOT NULL, body TEXT NOT NULL,
    PRIMARY KEY (site, seq)) WITHOUT ROWID;
CREATE TABLE visit(
    site TEXT NOT NULL, ticket INTEGER NOT NULL, number TEXT NOT NULL, day INTEGER NOT NULL, service TEXT NOT NULL,
    procedure TEXT, channel TEXT NOT NULL, priority TEXT NOT NULL, issued_at_us INTEGER NOT NULL,
    first_called_at_us INTEGER, served_from_us INTEGER, served_to_us INTEGER, counter TEXT, staff TEXT,
    calls INTEGER NOT NULL, wait_s INTEGER, service_s INTEGER, transfers INTEGER NOT NULL, outcome TEXT NOT NULL,
    expected_wait_s INTEGER NOT NULL,
    PRIMARY KEY (site, ticket)) WITHOUT ROWID;
CREATE INDEX visit_by_day ON visit(site, day);
CREATE TABLE probe(id INTEGER PRIMARY KEY CHECK (id = 1), count INTEGER NOT NULL);
)",
    R"(
CREATE TABLE leg(
    site TEXT NOT NULL, ticket INTEGER NOT NULL, n INTEGER NOT NULL, kind TEXT NOT NULL, counter TEXT, staff TEXT,
    from_us INTEGER NOT NULL, to_us INTEGER NOT NULL,
    PRIMARY KEY (site, ticket, n)) WITHOUT ROWID;
ALTER TABLE visit ADD COLUMN unreliable INTEGER NOT NULL DEFAULT 0;
)",
    "ALTER TABLE visit ADD COLUMN state TEXT NOT NULL DEFAULT ''",
    R"(
CREATE TABLE offline_answer(
    site TEXT NOT NULL, kiosk TEXT NOT NULL, block INTEGER NOT NULL, number INTEGER NOT NULL,
    status INTEGER NOT NULL, body TEXT NOT NULL,
    PRIMARY KEY (site, kiosk, block, number)) WITHOUT ROWID;
)",
    // What only ever grows at its end fills its pages with a rowid, and splits them without.
    R"(
CREATE TABLE new_event(
    site TEXT NOT NULL, seq INTEGER NOT NULL, at_us INTEGER NOT NULL, kind TEXT NOT NULL, actor TEXT NOT NULL,
    key BLOB, body TEXT NOT NULL, hash BLOB NOT NULL,
    PRIMARY KEY (site, seq));
INSERT INTO new_event SELECT * FROM event ORDER BY site, seq;
DROP TABLE event;
ALTER TABLE new_event RENAME TO event;
CREATE TABLE new_answer(
    site TEXT NOT NULL, seq INTEGER NOT NULL, at_us INTEGER NOT NULL, status INTEGER NOT NULL, body TEXT NOT NULL,
    PRIMARY KEY (site, seq));
INSERT INTO new_answer SELECT * FROM answer ORDER BY site, seq;
DROP TABLE answer;
ALTER TABLE new_answer RENAME TO answer;
)",
    // The rows of the wait-time log are those of its version 1 here. Snapshots of this time are not read any
    // more: a member of their state was renamed and may be empty, so that it would be lost without an error.
    R"(
ALTER TABLE event ADD COLUMN version INTEGER;
CREATE TABLE erasable(
    site TEXT NOT NULL, ref TEXT NOT NULL, kind TEXT NOT NULL, seq INTEGER NOT NULL, body BLOB NOT NULL,
    PRIMARY KEY (site, ref)) WITHOUT ROWID;
CREATE TABLE projection(
    site TEXT NOT NULL, name TEXT NOT NULL, version INTEGER NOT NULL,
    PRIMARY KEY (site, name)) WITHOUT ROWID;
INSERT INTO projection SELECT DISTINCT site, 'wait_time_log', 1 FROM event;
DELETE FROM snapshot;
)",
    R"(
CREATE TABLE settings_version(
    site TEXT NOT NULL, version INTEGER NOT NULL, seq INTEGER NOT NULL, at_us INTEGER NOT NULL, actor TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (site, version)) WITHOUT ROWID;
CREATE TABLE audit(
    site TEXT NOT NULL, seq INTEGER NOT NULL, at_us INTEGER NOT NULL, actor TEXT NOT NULL, action TEXT NOT NULL,
    target TEXT NOT NULL, detail TEXT NOT NULL,
    PRIMARY KEY (site, seq)) WITHOUT ROWID;
)",
    // The values come from the events: the wait-time log has another version since.
    R"(
ALTER TABLE visit ADD COLUMN utc_offset_minutes INTEGER NOT NULL DEFAULT 0;
ALTER TABLE visit ADD COLUMN target_s INTEGER;
)",
    // A promise may be without minutes, and a leg says its service: the rows are built from the events again.
    R"(
DROP TABLE visit;
CREATE TABLE visit(
    site TEXT NOT NULL, ticket INTEGER NOT NULL, number TEXT NOT NULL, day INTEGER NOT NULL, service TEXT NOT NULL,
    procedure TEXT, channel TEXT NOT NULL, priority TEXT NOT NULL, issued_at_us INTEGER NOT NULL,
    first_called_at_us INTEGER, served_from_us INTEGER, served_to_us INTEGER, counter TEXT, staff TEXT,
    calls INTEGER NOT NULL, wait_s INTEGER, service_s INTEGER, transfers INTEGER NOT NULL, outcome TEXT NOT NULL,
    expected_wait_s INTEGER, unreliable INTEGER NOT NULL, state TEXT NOT NULL, utc_offset_minutes INTEGER NOT NULL,
    target_s INTEGER, wait_total_s INTEGER NOT NULL, walk_s INTEGER, promise_state TEXT NOT NULL,
    expected_from_s INTEGER, expected_to_s INTEGER, track BLOB NOT NULL,
    PRIMARY KEY (site, ticket)) WITHOUT ROWID;
CREATE INDEX visit_by_day ON visit(site, day);
CREATE INDEX visit_by_track ON visit(site, track);
DROP TABLE leg;
CREATE TABLE leg(
    site TEXT NOT NULL, ticket INTEGER NOT NULL, n INTEGER NOT NULL, kind TEXT NOT NULL, service TEXT NOT NULL,
    counter TEXT, staff TEXT, from_us INTEGER NOT NULL, to_us INTEGER NOT NULL,
    PRIMARY KEY (site, ticket, n)) WITHOUT ROWID;
)",
    R"(
CREATE TABLE appointment(
    site TEXT NOT NULL, appointment INTEGER NOT NULL, code TEXT NOT NULL, day INTEGER NOT NULL, service TEXT NOT NULL,
    procedure TEXT, start_us INTEGER NOT NULL, end_us INTEGER NOT NULL, channel TEXT NOT NULL, state TEXT NOT NULL,
    booked_at_us INTEGER NOT NULL, changes INTEGER NOT NULL, changed_at_us INTEGER, ticket INTEGER,
    late INTEGER NOT NULL, closure INTEGER, last_digits BLOB NOT NULL,
    PRIMARY KEY (site, appointment)) WITHOUT ROWID;
CREATE TABLE rating(
    site TEXT NOT NULL, ticket INTEGER NOT NULL, day INTEGER NOT NULL, service TEXT NOT NULL, counter TEXT, staff TEXT,
    score INTEGER NOT NULL, has_remark INTEGER NOT NULL, at_us INTEGER NOT NULL,
    PRIMARY KEY (site, ticket)) WITHOUT ROWID;
CREATE INDEX rating_by_day ON rating(site, day);
CREATE INDEX appointment_by_day ON appointment(site, day);
CREATE INDEX appointment_by_code ON appointment(site, code);
)"};

/// The rows of an older database lack columns of the wait-time log: they are rebuilt.
constexpr std::uint32_t first_whole_log = 3;

} // namespace

std::uint32_t schema_of(SQLite::Database& database)
{
    return database.execAndGet("PRAGMA user_version").getUInt();
}

std::uint32_t newest_schema() { return static_cast<std::uint32_t>(steps.size()); }

void migrate(SQLite::Database& database)
{
    const auto version = schema_of(database);
    base::require(version <= newest_schema(), "a database of a newer schema is never migrated");
    if (version == newest_schema()) {
        return;
    }
    SQLite::Transaction transaction(database);
    for (std::size_t step = version; step < steps.size(); ++step) {
        database.exec(steps[step]);
    }
    if (version < first_whole_log) {
        database.exec("DELETE FROM projection");
    }
    database.exec("PRAGMA application_id = " + std::to_string(application_id));
    database.exec("PRAGMA user_version = " + std::to_string(steps.size()));
    transaction.commit();
    base::require(schema_of(database) == newest_schema(), "a migration ends with the newest schema");
}

} // namespace motcua::journal
