#include "server/journal/snapshot_table.hpp"

#include "server/journal/event_table.hpp"

#include <SQLiteCpp/Transaction.h>

namespace motcua::journal {

namespace {

hash digest_of(const snapshot& taken)
{
    return hash_of(
        {},
        {.site = {}, .seq = taken.seq, .at_us = 0, .kind = {}, .actor = {}, .key = {}, .body = taken.body});
}

/// Calls `visit` with each snapshot, the newest first, and whether it is whole, until that says no.
template <class Visit>
void each_snapshot(SQLite::Database& database, const std::string& site, Visit&& visit)
{
    SQLite::Statement newest(database,
                             "SELECT seq, body, digest FROM snapshot WHERE site = ? ORDER BY seq DESC");
    newest.bind(1, site);
    bool go_on = true;
    while (go_on && newest.executeStep()) {
        snapshot found{newest.getColumn(0).getInt64(), std::string(text_of(newest.getColumn(1)))};
        const bool whole = has_hash(newest.getColumn(2), digest_of(found));
        go_on = visit(std::move(found), whole);
    }
}

} // namespace

std::optional<snapshot> newest_snapshot(SQLite::Database& database, const std::string& site)
{
    std::optional<snapshot> newest;
    each_snapshot(database, site, [&](snapshot found, bool whole) {
        if (whole) {
            newest = std::move(found);
        }
        return !whole;
    });
    return newest;
}

std::vector<std::int64_t> damaged_snapshots(SQLite::Database& database, const std::string& site)
{
    std::vector<std::int64_t> damaged;
    each_snapshot(database, site, [&](const snapshot& found, bool whole) {
        if (!whole) {
            damaged.push_back(found.seq);
        }
        return true;
    });
    return damaged;
}

void replace_snapshot(SQLite::Database& database, const std::string& site, const snapshot& taken)
{
    SQLite::Transaction transaction(database);
    SQLite::Statement insert(database, "INSERT OR REPLACE INTO snapshot VALUES (?, ?, ?, ?)");
    const auto digest = digest_of(taken);
    insert.bind(1, site);
    insert.bind(2, taken.seq);
    insert.bindNoCopy(3, taken.body);
    insert.bindNoCopy(4, digest.data(), static_cast<int>(digest.size()));
    insert.exec();
    SQLite::Statement forget(database, "DELETE FROM snapshot WHERE site = ? AND seq < ?");
    forget.bind(1, site);
    forget.bind(2, taken.seq);
    forget.exec();
    transaction.commit();
}

} // namespace motcua::journal
