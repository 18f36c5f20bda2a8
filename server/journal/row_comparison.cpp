#include "server/journal/row_comparison.hpp"

namespace motcua::journal {

namespace {

/// Rows in the order of their key, which is the ticket and, of a leg, its number.
class row_reader
{
public:
    row_reader(SQLite::Database& database, const std::string& table, const std::string& site,
               std::int64_t first, std::int64_t last)
        : rows_(database, "SELECT * FROM " + table +
                              " WHERE site = ? AND ticket > ? AND ticket <= ? ORDER BY site, ticket, 3"),
          is_leg_(table.ends_with("leg"))
    {
        rows_.bind(1, site);
        rows_.bind(2, first);
        rows_.bind(3, last);
        next();
    }

    void next() { there_ = rows_.executeStep(); }

    bool there() const { return there_; }

    std::pair<std::int64_t, std::int64_t> key() const
    {
        return {rows_.getColumn(1).getInt64(), is_leg_ ? rows_.getColumn(2).getInt64() : 0};
    }

    /// The names of the columns in which `other`, a row of the same table, differs.
    std::string difference(const row_reader& other) const
    {
        std::string names;
        for (int i = 0; i < rows_.getColumnCount(); ++i) {
            const auto mine = rows_.getColumn(i);
            const auto theirs = other.rows_.getColumn(i);
            if (mine.getType() != theirs.getType() || text_of(mine) != text_of(theirs)) {
                names += (names.empty() ? "" : ", ") + std::string(mine.getName());
            }
        }
        return names;
    }

private:
    // SQLiteCpp reads the columns of a constant statement only by a statement that is not.
    mutable SQLite::Statement rows_;
    bool is_leg_;
    bool there_ = false;
};

std::string name(const std::string& table, std::pair<std::int64_t, std::int64_t> key)
{
    auto text = "the row of ticket " + std::to_string(key.first) + " in " + table;
    return key.second == 0 ? text : text + ", n " + std::to_string(key.second) + ",";
}

/// Walks both in step.
void compare_rows(std::vector<std::string>& found, const std::string& table, row_reader& expected,
                  row_reader& stored)
{
    while (expected.there() || stored.there()) {
        const bool both = expected.there() && stored.there();
        if (both && expected.key() == stored.key()) {
            if (const auto columns = expected.difference(stored); !columns.empty()) {
                found.push_back(name(table, stored.key()) + " differs from the events in " + columns);
            }
            expected.next();
            stored.next();
        } else if (!stored.there() || (both && expected.key() < stored.key())) {
            found.push_back(name(table, expected.key()) + " is missing");
            expected.next();
        } else {
            found.push_back(name(table, stored.key()) + " follows from no event");
            stored.next();
        }
    }
}

} // namespace

row_comparison::temporary_tables::temporary_tables(SQLite::Database& database)
{
    database.exec("PRAGMA temp_store = MEMORY");
    database.exec("CREATE TEMP TABLE visit AS SELECT * FROM main.visit WHERE 0");
    database.exec("CREATE TEMP TABLE leg AS SELECT * FROM main.leg WHERE 0");
    database.exec("CREATE UNIQUE INDEX temp.visit_key ON visit(site, ticket)");
    database.exec("CREATE UNIQUE INDEX temp.leg_key ON leg(site, ticket, n)");
}

row_comparison::row_comparison(SQLite::Database& database, const std::string& site)
    : database_(database), site_(site), tables_(database), expected_(database, site, "temp")
{}

std::vector<std::string> row_comparison::compare(std::int64_t first, std::int64_t last)
{
    std::vector<std::string> found;
    for (const std::string table : {"visit", "leg"}) {
        row_reader expected(database_, "temp." + table, site_, first, last);
        row_reader stored(database_, "main." + table, site_, first, last);
        compare_rows(found, table, expected, stored);
    }
    database_.exec("DELETE FROM temp.visit; DELETE FROM temp.leg");
    return found;
}

} // namespace motcua::journal
