#include "server/office/site_founding.hpp"

#include "base/json.hpp"
#include "server/journal/codec.hpp"
#include "server/journal/sqlite_journal.hpp"

#include <stdexcept>

namespace motcua::office {

std::unique_ptr<journal::journal> open_journal(const data_folder& folder, const std::string& site,
                                               const std::function<void(const std::string&)>& report)
{
    auto opened = journal::open_sqlite_journal(folder.database().string(), site, report);
    if (!opened) {
        throw std::runtime_error(opened.error().detail);
    }
    return *std::move(opened);
}

std::string no_events_of(const data_folder& folder, const std::string& site)
{
    return folder.database().string() + " holds no event of the site " + site;
}

namespace {

/// The fields in which two settings differ, in the order of the settings.
std::vector<std::string> changed_fields(const domain::site_settings& before,
                                        const domain::site_settings& after)
{
    std::vector<std::string> changed;
    boost::mp11::mp_for_each<base::members_of<domain::site_settings>>([&](auto member) {
        // The same text, the same value: settings are plain values.
        if (base::to_json(before.*member.pointer) != base::to_json(after.*member.pointer)) {
            changed.emplace_back(member.name);
        }
    });
    return changed;
}

} // namespace

std::vector<std::string> follow_configuration(runtime::site& site, const configuration& configuration,
                                              std::function<void(const std::string& why)> refused)
{
    auto changed = changed_fields(site.state().settings(), configuration.settings);
    if (site.state().seq() > 0 && changed.empty()) {
        return {};
    }
    const domain::configure_site command{configuration.settings};
    if (const auto refusal = site.refusal_of(command)) {
        refused("the site does not accept these settings: " +
                (refusal->field.empty() ? "a ticket of today needs a service or counter that they lack"
                                        : refusal->field));
        return {};
    }
    site.change(
        command, {.actor = "site", .counter = {}, .staff = {}, .key = {}},
        [](const auto&, const auto&) {
            return runtime::reply{runtime::answer_kind::nothing, {}};
        },
        [refused = std::move(refused)](const runtime::outcome& outcome) {
            if (!std::holds_alternative<runtime::reply>(outcome)) {
                refused("the store did not accept the settings");
            }
        });
    return changed;
}

void found_site(const data_folder& folder, const configuration& configuration)
{
    const auto store = open_journal(folder, configuration.site);
    runtime::machine_clock clock;
    runtime::site site(
        *store, clock, [] {}, [](const std::string&) {});
    if (const auto started = site.start(); !started) {
        throw std::runtime_error(started.error().detail);
    }
    std::string wrong;
    follow_configuration(site, configuration, [&wrong](const std::string& why) { wrong = why; });
    site.commit();
    if (!wrong.empty()) {
        throw std::runtime_error(wrong);
    }
}

} // namespace motcua::office
