#include "server/office/office_site.hpp"

#include "base/json.hpp"
#include "server/journal/codec.hpp"
#include "server/journal/sqlite_journal.hpp"

#include <stdexcept>

namespace motcua {

std::unique_ptr<journal::journal> open_journal(const data_folder& folder, const std::string& site)
{
    auto opened = journal::open_sqlite_journal(folder.database().string(), site);
    if (!opened) {
        throw std::runtime_error(opened.error().detail);
    }
    return *std::move(opened);
}

std::string no_events_of(const data_folder& folder, const std::string& site)
{
    return folder.database().string() + " holds no event of the site " + site;
}

void follow_configuration(runtime::site& site, const configuration& office,
                          std::function<void(const std::string& why)> refused)
{
    // The same text, the same settings: they are plain values.
    if (site.state().seq() > 0 && base::to_json(site.state().settings()) == base::to_json(office.settings)) {
        return;
    }
    const domain::configure_site wanted{office.settings};
    if (const auto why = site.refusal_of(wanted)) {
        return refused("the site cannot take these settings: " +
                       (why->field.empty() ? "a ticket of today needs what they leave out" : why->field));
    }
    site.change(
        wanted, {.actor = "site", .counter = {}, .staff = {}, .key = {}},
        [](const auto&, const auto&) {
            return runtime::reply{204, {}};
        },
        [refused = std::move(refused)](const runtime::outcome& outcome) {
            if (!std::holds_alternative<runtime::reply>(outcome)) {
                refused("the store did not take the settings");
            }
        });
}

void found_site(const data_folder& folder, const configuration& office)
{
    const auto store = open_journal(folder, office.site);
    runtime::machine_clock clock;
    runtime::site site(
        *store, clock, [] {}, [](const std::string&) {});
    if (const auto started = site.start(); !started) {
        throw std::runtime_error(started.error().detail);
    }
    std::string wrong;
    follow_configuration(site, office, [&wrong](const std::string& why) { wrong = why; });
    site.commit();
    if (!wrong.empty()) {
        throw std::runtime_error(wrong);
    }
}

} // namespace motcua
