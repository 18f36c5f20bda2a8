#include "server/journal/verify.hpp"
#include "server/commands/answer_check.hpp"
#include "server/commands/commands.hpp"
#include "server/commands/office_folder.hpp"
#include "server/office/office_site.hpp"

#include <fmt/format.h>
#include <iostream>

namespace motcua::commands {

bool verify(const std::filesystem::path& where)
{
    const auto [folder, office] = open_office(where);
    const auto file = folder.database().string();
    const auto verified = journal::verify_journal(
        file, office.site,
        [&site = office.site](const auto& state, const auto& happened, std::string_view body) {
            return wrong_in_answer(site, state, happened, body);
        });
    if (!verified) {
        throw failure(verified.error().detail);
    }
    if (verified->events == 0 && verified->findings.empty()) {
        throw failure(no_events_of(folder, office.site));
    }
    for (const auto& broken : verified->findings) {
        std::cout << broken << '\n';
    }
    std::cout << fmt::format("{}: {} events, {}\n", file, verified->events,
                             verified->findings.empty() ? "everything holds" : "broken as said above");
    return verified->findings.empty();
}

} // namespace motcua::commands
