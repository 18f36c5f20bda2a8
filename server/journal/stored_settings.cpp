#include "server/journal/stored_settings.hpp"

#include "base/require.hpp"
#include "server/journal/acceptance.hpp"
#include "server/journal/codec.hpp"
#include "server/journal/event_table.hpp"
#include "server/journal/lifting.hpp"
#include "server/journal/snapshot_table.hpp"
#include "server/journal/sqlite.hpp"

namespace motcua::journal {

namespace {

/// The settings in a snapshot; other members are ignored.
struct image_settings
{
    domain::site_settings settings;
};
BOOST_DESCRIBE_STRUCT(image_settings, (), (settings))

/// The settings that were set last after event `seq`; none when there are none. The database may be one that
/// no start of this program has migrated.
result<std::optional<domain::site_settings>> set_after(SQLite::Database& database, const std::string& site,
                                                       std::int64_t seq)
{
    SQLite::Statement last(database, "SELECT kind, " + version_column(database) +
                                         ", body FROM event WHERE site = ? AND seq > ? AND kind IN (?, ?) "
                                         "ORDER BY seq DESC LIMIT 1");
    last.bind(1, site);
    last.bind(2, seq);
    last.bind(3, std::string(kind_at<domain::site_configured>(1)));
    last.bind(4, std::string(domain::site_configured::kind));
    if (!last.executeStep()) {
        return std::optional<domain::site_settings>{};
    }
    const auto version = last.getColumn(1);
    const auto body = decode(text_of(last.getColumn(0)), version.isNull() ? 1 : version.getInt64(),
                             text_of(last.getColumn(2)));
    if (!body) {
        return journal_error{fault::corrupt, "the settings cannot be read: " + body.error().detail};
    }
    const auto* configured = std::get_if<domain::site_configured>(&*body);
    base::require(configured != nullptr, "a kind belongs to one event");
    return std::optional{configured->settings};
}

result<domain::site_settings> settings_in(SQLite::Database& database, const std::string& site)
{
    // The snapshot saves a walk over years of events. One of another version may be passed over: they say the
    // same.
    std::int64_t seq = 0;
    std::optional<domain::site_settings> known;
    if (const auto saved = newest_snapshot(database, site)) {
        if (auto image = base::from_json<image_settings>(saved->body)) {
            seq = saved->seq;
            known = std::move(image->settings);
        }
    }
    auto newer = set_after(database, site, seq);
    if (!newer) {
        return newer.error();
    }
    if (*newer) {
        known = std::move(*newer);
    }
    if (!known) {
        return journal_error{fault::failed, "the database has no site \"" + site + "\""};
    }
    return *std::move(known);
}

} // namespace

result<domain::site_settings> read_settings(const std::string& path, const std::string& site)
{
    auto read = guarded([&]() -> result<domain::site_settings> {
        auto database = open_untouched(path);
        return settings_in(database, site);
    });
    if (!read) {
        return journal_error{read.error().what, path + ": " + read.error().detail};
    }
    return read;
}

result<bool> are_settings_of_version_1(const std::string& path, const std::string& site)
{
    return guarded([&]() -> result<bool> {
        auto database = open_untouched(path);
        SQLite::Statement last(database, "SELECT " + version_column(database) +
                                             " FROM event WHERE site = ? AND kind = ? "
                                             "ORDER BY seq DESC LIMIT 1");
        last.bind(1, site);
        last.bind(2, std::string(domain::site_configured::kind));
        return last.executeStep() && last.getColumn(0).isNull();
    });
}

} // namespace motcua::journal
