#include "server/reports/site_history.hpp"

#include "server/reports/database.hpp"

#include <limits>

namespace motcua::reports {

namespace {

std::int64_t count_of(domain::instant at) { return at.time_since_epoch().count(); }

} // namespace

result<std::vector<settings_version>> read_settings_versions(const std::string& database,
                                                             const std::string& site,
                                                             std::optional<int> before, std::size_t limit)
{
    return guarded([&]() -> result<std::vector<settings_version>> {
        const auto opened = open_for_reading(database);
        SQLite::Statement select(*opened,
                                 tables::select_text(tables::shape_of<settings_version>()) +
                                     " WHERE site = ? AND version < ? ORDER BY version DESC LIMIT ?");
        select.bind(1, site);
        select.bind(2, before.value_or(std::numeric_limits<int>::max()));
        select.bind(3, static_cast<std::int64_t>(limit));
        std::vector<settings_version> found;
        while (select.executeStep()) {
            found.push_back(readable_row<settings_version>(select));
        }
        return found;
    });
}

result<std::optional<settings_version>> find_settings_version(const std::string& database,
                                                              const std::string& site, int version)
{
    if (version < 1 || version == std::numeric_limits<int>::max()) {
        return std::optional<settings_version>{};
    }
    auto found = read_settings_versions(database, site, version + 1, 1);
    if (!found) {
        return found.error();
    }
    const bool there = !found->empty() && found->front().version == version;
    return there ? std::optional{std::move(found->front())} : std::nullopt;
}

result<std::vector<audit_entry>> read_audit(const std::string& database, const std::string& site,
                                            const audit_filter& wanted, std::int64_t after, std::size_t limit)
{
    return guarded([&]() -> result<std::vector<audit_entry>> {
        const auto opened = open_for_reading(database);
        SQLite::Statement select(
            *opened, tables::select_text(tables::shape_of<audit_entry>()) +
                         " WHERE site = ? AND at_us >= ? AND at_us < ? AND seq > ? ORDER BY seq LIMIT ?");
        select.bind(1, site);
        select.bind(2, count_of(wanted.from));
        select.bind(3, count_of(wanted.to));
        select.bind(4, after);
        select.bind(5, static_cast<std::int64_t>(limit));
        std::vector<audit_entry> found;
        while (select.executeStep()) {
            found.push_back(readable_row<audit_entry>(select));
        }
        return found;
    });
}

} // namespace motcua::reports
