#include "server/journal/stored_settings.hpp"

#include "server/journal/acceptance.hpp"
#include "server/journal/codec.hpp"
#include "server/journal/snapshot_table.hpp"
#include "server/journal/sqlite.hpp"

namespace motcua::journal {

namespace {

/// What a snapshot says of the settings; other members are not looked at.
struct image_settings
{
    domain::site_settings settings;
};
BOOST_DESCRIBE_STRUCT(image_settings, (), (settings))

/// The settings that were set last after event `seq`; none when there are none.
result<std::optional<domain::site_settings>> set_after(SQLite::Database& database, const std::string& site,
                                                       std::int64_t seq)
{
    SQLite::Statement last(database, "SELECT body FROM event WHERE site = ? AND seq > ? "
                                     "AND kind = 'site_configured' ORDER BY seq DESC LIMIT 1");
    last.bind(1, site);
    last.bind(2, seq);
    if (!last.executeStep()) {
        return std::optional<domain::site_settings>{};
    }
    const auto body = decode("site_configured", text_of(last.getColumn(0)));
    if (!body) {
        return journal_error{fault::corrupt, "the settings cannot be read: " + body.error().detail};
    }
    return std::optional{std::get<domain::site_configured>(*body).settings};
}

result<domain::site_settings> settings_in(SQLite::Database& database, const std::string& site)
{
    // The snapshot spares a walk over years of events; one of another version is no loss, they tell the same.
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
        return journal_error{fault::failed, "the database knows no site \"" + site + "\""};
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

} // namespace motcua::journal
