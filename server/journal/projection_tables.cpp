#include "server/journal/projection_tables.hpp"

#include "server/journal/event_table.hpp"

namespace motcua::journal {

namespace {

/// The name of an enumerator, which lives for ever and need not be copied.
template <class Enum>
const char* static_name(Enum value)
{
    return boost::describe::enum_to_string(value, "");
}

result<void> rebuild(SQLite::Database& database, const std::string& site)
{
    projection_writer rows(database, site);
    domain::site_state state;
    std::vector<row_change> changes;
    const auto walked = walk(database, site, 0, {}, [&](const domain::event& happened) {
        apply_and_project(state, happened, changes);
        for (const auto& change : changes) {
            rows.write(change);
        }
        changes.clear();
        return true;
    });
    if (!walked) {
        return walked.error();
    }
    return {};
}

} // namespace

projection_writer::projection_writer(SQLite::Database& database, const std::string& site,
                                     const std::string& schema)
    : site_(site), insert_visit_(database, "INSERT OR REPLACE INTO " + schema +
                                               ".visit VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
                                               "?, ?, ?, ?, ?, ?, ?)"),
      delete_visit_(database, "DELETE FROM " + schema + ".visit WHERE site = ? AND ticket = ?"),
      insert_leg_(database, "INSERT OR REPLACE INTO " + schema + ".leg VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
{}

void projection_writer::write(const row_change& change)
{
    std::visit([this](const auto& row) { write(row); }, change);
}

void projection_writer::write(const visit_row& row)
{
    const auto count = [](auto duration) { return static_cast<std::int64_t>(duration.count()); };
    auto& statement = insert_visit_;
    statement.bindNoCopy(1, site_);
    statement.bind(2, static_cast<std::int64_t>(row.ticket));
    statement.bindNoCopy(3, row.number);
    statement.bind(4, static_cast<std::int64_t>(row.day.time_since_epoch().count()));
    statement.bindNoCopy(5, row.service);
    bind_optional(statement, 6, row.procedure);
    statement.bindNoCopy(7, static_name(row.channel));
    statement.bindNoCopy(8, static_name(row.priority));
    statement.bind(9, microseconds_of(row.issued_at));
    bind_optional(statement, 10, row.first_called_at, microseconds_of);
    bind_optional(statement, 11, row.served_from, microseconds_of);
    bind_optional(statement, 12, row.served_to, microseconds_of);
    bind_optional(statement, 13, row.counter);
    bind_optional(statement, 14, row.staff);
    statement.bind(15, row.calls);
    bind_optional(statement, 16, row.wait, count);
    bind_optional(statement, 17, row.service_time, count);
    statement.bind(18, row.transfers);
    statement.bindNoCopy(19, static_name(row.outcome));
    statement.bind(20, count(row.expected_wait));
    statement.bind(21, row.unreliable ? 1 : 0);
    statement.bindNoCopy(22, static_name(row.state));
    run(statement);
}

void projection_writer::write(const visit_reopened& row)
{
    delete_visit_.bindNoCopy(1, site_);
    delete_visit_.bind(2, static_cast<std::int64_t>(row.ticket));
    run(delete_visit_);
}

void projection_writer::write(const leg_row& row)
{
    auto& statement = insert_leg_;
    statement.bindNoCopy(1, site_);
    statement.bind(2, static_cast<std::int64_t>(row.ticket));
    statement.bind(3, row.n);
    statement.bindNoCopy(4, static_name(row.kind));
    bind_optional(statement, 5, row.counter);
    bind_optional(statement, 6, row.staff);
    statement.bind(7, microseconds_of(row.from));
    statement.bind(8, microseconds_of(row.to));
    run(statement);
}

result<void> rebuild_projections(SQLite::Database& database)
{
    database.exec("DELETE FROM visit; DELETE FROM leg");
    std::vector<std::string> sites;
    SQLite::Statement select(database, "SELECT DISTINCT site FROM event");
    while (select.executeStep()) {
        sites.push_back(select.getColumn(0).getString());
    }
    for (const auto& site : sites) {
        if (auto rebuilt = rebuild(database, site); !rebuilt) {
            return rebuilt;
        }
    }
    return {};
}

} // namespace motcua::journal
