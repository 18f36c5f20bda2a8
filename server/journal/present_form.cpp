#include "server/journal/present_form.hpp"

#include "server/journal/acceptance.hpp"
#include "server/journal/event_table.hpp"
#include "server/journal/migrations.hpp"
#include "server/journal/projection_tables.hpp"
#include "server/journal/sqlite.hpp"

namespace motcua::journal {

result<void> require_present_form(SQLite::Database& database, const std::string& site)
{
    const auto schema = schema_of(database);
    if (schema != newest_schema()) {
        return journal_error{fault::failed, "the database has schema " + std::to_string(schema) +
                                                "; a start of the server brings it to " +
                                                std::to_string(newest_schema())};
    }
    const auto version = stored_version_of(database, site, wait_time_log);
    if (version != wait_time_log.version && last_seq_of(database, site) > 0) {
        return journal_error{fault::failed, "the wait-time log has version " + std::to_string(version) +
                                                "; a start of the server rebuilds it in version " +
                                                std::to_string(wait_time_log.version)};
    }
    return {};
}

result<void> require_present_form(const std::string& path, const std::string& site)
{
    return guarded([&]() -> result<void> {
        auto database = open_untouched(path);
        return require_present_form(database, site);
    });
}

} // namespace motcua::journal
