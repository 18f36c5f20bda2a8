#include "server/office/offline_site.hpp"

#include "server/journal/sqlite_journal.hpp"
#include "server/office/time_zones.hpp"

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

offline_site::offline_site(const data_folder& folder, const std::string& site)
    : store_(open_journal(folder, site)), site_(
                                              *store_, clock_, [] {}, [](const std::string&) {},
                                              runtime::events_between_snapshots, {}, find_time_zone)
{
    if (const auto started = site_.start(); !started) {
        throw std::runtime_error(started.error().detail);
    }
}

boost::system::result<void, domain::refusal> offline_site::change(
    const domain::command& wanted, const std::string& actor,
    const std::vector<journal::erasable_row>& stored_beside)
{
    // Shared: the store may answer later than this returns.
    const auto outcome = std::make_shared<std::optional<runtime::outcome>>();
    site_.change(
        wanted, {.actor = actor, .counter = {}, .staff = {}, .key = {}},
        [&stored_beside](const auto&, const auto&) {
            runtime::made_reply made{runtime::reply{runtime::answer_kind::nothing, {}}};
            made.erasable = stored_beside;
            return made;
        },
        [outcome](runtime::outcome given) { *outcome = std::move(given); });
    site_.commit();
    if (!*outcome || std::holds_alternative<runtime::unavailable>(**outcome)) {
        throw std::runtime_error("the store did not accept the change");
    }
    if (const auto* refused = std::get_if<domain::refusal>(&**outcome)) {
        return *refused;
    }
    return {};
}

} // namespace motcua::office
