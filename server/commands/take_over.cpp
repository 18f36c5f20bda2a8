#include "server/commands/take_over.hpp"

#include "server/commands/commands.hpp"
#include "server/commands/log_kinds.hpp"
#include "server/journal/credential_rows.hpp"
#include "server/journal/stored_settings.hpp"
#include "server/office/old_access.hpp"

#include <fmt/format.h>

namespace motcua::commands {

namespace {

/// Whether the site took `wanted`, with what is stored beside it.
bool change_now(runtime::site& site, const domain::command& wanted,
                const std::vector<journal::erasable_row>& stored_beside = {})
{
    const auto stored = std::make_shared<bool>(false);
    site.change(
        wanted, {.actor = "site", .counter = {}, .staff = {}, .key = {}},
        [&stored_beside](const auto&, const auto&) {
            runtime::made_reply made{runtime::reply{runtime::answer_kind::nothing, {}}};
            made.erasable = stored_beside;
            return made;
        },
        [stored](const runtime::outcome& outcome) {
            *stored = std::holds_alternative<runtime::reply>(outcome);
        });
    site.commit();
    return *stored;
}

logging::line taken_over(const std::string& what, const std::string& from, bool stored)
{
    return {.level = stored ? logging::level::info : logging::level::error,
            .kind = kinds::settings,
            .text = what + (stored ? " taken over from " : " could not be taken over from ") + from};
}

bool take_over(runtime::site& site, const office::old_device& known, bool is_demo)
{
    return change_now(site,
                      domain::add_device{.device = known.name,
                                         .as = office::kind_of(known.role),
                                         .counter = known.counter,
                                         .acts_alone = is_demo,
                                         .has_token = true,
                                         .replaces = {}},
                      {journal::credential_row(journal::device_ref(known.name), known.token_sha256)});
}

bool take_over(runtime::site& site, const office::old_account& known)
{
    return change_now(site,
                      domain::add_staff{.login = known.login,
                                        .name = known.name,
                                        .role = office::staff_role_of(known.role),
                                        .counter = known.counter,
                                        .one_time = false},
                      {journal::credential_row(journal::password_ref(known.login), known.password_hash)});
}

} // namespace

void take_over_old_settings(const office_folder& opened, runtime::site& site, const line_sink& note)
{
    const auto& old = opened.configuration.old_open;
    if (!old) {
        return;
    }
    const auto database = opened.folder.database().string();
    const auto are_old = journal::are_settings_of_version_1(database, opened.configuration.site);
    if (!are_old) {
        throw failure(database + ": " + are_old.error().detail);
    }
    if (!*are_old) {
        return;
    }
    auto settings = site.state().settings();
    settings.public_ = *old;
    const bool stored =
        change_now(site, domain::configure_site{.settings = std::move(settings), .from_version = {}});
    note(taken_over("public access", opened.configuration.file, stored));
}

void take_over_old_access(const office_folder& opened, runtime::site& site, const line_sink& note)
{
    const auto file = opened.folder.old_access_file();
    const auto& state = site.state();
    if (!std::filesystem::exists(file) || !state.staff().members().empty() ||
        !state.devices().all().empty()) {
        return;
    }
    const auto old = office::read_old_access(file);
    if (!old) {
        throw failure(old.error().why);
    }
    // Only there may a console act without an officer.
    const bool is_demo = std::filesystem::exists(opened.folder.demo_file());
    bool stored = true;
    for (const auto& device : old->devices) {
        stored = (device.site != opened.configuration.site || take_over(site, device, is_demo)) && stored;
    }
    for (const auto& account : old->staff) {
        stored = (account.site != opened.configuration.site || take_over(site, account)) && stored;
    }
    note(taken_over(fmt::format("{} devices and {} accounts", old->devices.size(), old->staff.size()),
                    file.string(), stored));
    if (stored) {
        std::filesystem::rename(file, opened.folder.taken_over_access_file());
    }
}

} // namespace motcua::commands
