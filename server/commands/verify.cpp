#include "server/journal/verify.hpp"
#include "server/commands/answer_check.hpp"
#include "server/commands/commands.hpp"
#include "server/commands/office_folder.hpp"
#include "server/office/offline_site.hpp"

#include <fmt/format.h>
#include <iostream>

namespace motcua::commands {

bool verify(const std::filesystem::path& folder)
{
    const auto opened = open_office(folder);
    const auto file = opened.folder.database().string();
    const auto verified = journal::verify_journal(
        file, opened.configuration.site,
        [&site = opened.configuration.site](const auto& state, const auto& happened, std::string_view body) {
            return wrong_in_answer(site, state, happened, body);
        });
    if (!verified) {
        throw failure(verified.error().detail);
    }
    if (verified->events == 0 && verified->findings.empty()) {
        throw failure(office::no_events_of(opened.folder, opened.configuration.site));
    }
    for (const auto& finding : verified->findings) {
        std::cout << finding << '\n';
    }
    std::cout << fmt::format("{}: {} events, {}\n", file, verified->events,
                             verified->findings.empty() ? "everything holds" : "broken, as listed above");
    return verified->findings.empty();
}

} // namespace motcua::commands
