#include "server/journal/migrations.hpp"

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
)"};

} // namespace

result<void> migrate(SQLite::Database& database)
{
    const int id = database.execAndGet("PRAGMA application_id").getInt();
    const int version = database.execAndGet("PRAGMA user_version").getInt();
    const int tables = database.execAndGet("SELECT count(*) FROM sqlite_master").getInt();
    if (id != application_id && (id != 0 || version != 0 || tables != 0)) {
        return journal_error{fault::not_ours, "the database was not made by Motcua"};
    }
    if (version > static_cast<int>(steps.size())) {
        return journal_error{fault::newer_version, "the database has schema " + std::to_string(version) +
                                                       ", this program knows up to " +
                                                       std::to_string(steps.size())};
    }
    if (version == static_cast<int>(steps.size())) {
        return {};
    }
    SQLite::Transaction transaction(database);
    for (auto step = static_cast<std::size_t>(version); step < steps.size(); ++step) {
        database.exec(steps[step]);
    }
    database.exec("PRAGMA application_id = " + std::to_string(application_id));
    database.exec("PRAGMA user_version = " + std::to_string(steps.size()));
    transaction.commit();
    return {};
}

} // namespace motcua::journal
