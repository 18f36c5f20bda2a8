#include "server/journal/projection_tables.hpp"

namespace motcua::journal {

projection_writer::projection_writer(SQLite::Database& database, const std::string& site)
    : site_(site), insert_visit_(database, "INSERT OR REPLACE INTO visit VALUES "
                                           "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
{}

void projection_writer::write(const visit_row& row)
{
    const auto count = [](auto duration) { return static_cast<std::int64_t>(duration.count()); };
    auto& statement = insert_visit_;
    statement.bindNoCopy(1, site_);
    statement.bind(2, static_cast<std::int64_t>(row.ticket));
    statement.bind(3, row.number);
    statement.bind(4, static_cast<std::int64_t>(row.day.time_since_epoch().count()));
    statement.bind(5, row.service);
    bind_optional(statement, 6, row.procedure);
    statement.bind(7, domain::name_of(row.channel));
    statement.bind(8, domain::name_of(row.priority));
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
    statement.bind(19, domain::name_of(row.outcome));
    statement.bind(20, count(row.expected_wait));
    run(statement);
}

} // namespace motcua::journal
