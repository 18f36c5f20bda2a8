#include "server/commands/commands.hpp"
#include "server/commands/export_visits.hpp"
#include "server/commands/office_folder.hpp"

#include <fstream>
#include <iostream>

namespace motcua::commands {

namespace {

/// A file that is there only when it is whole.
void write_to(const std::filesystem::path& file, const visits_export& wanted)
{
    auto fresh = file;
    fresh += ".new";
    {
        std::ofstream out(fresh, std::ios::binary | std::ios::trunc);
        if (!out) {
            throw failure(file.string() + " cannot be written");
        }
        export_visits(wanted, out);
        if (!out.flush()) {
            throw failure(file.string() + " cannot be written to its end");
        }
    }
    std::filesystem::rename(fresh, file);
}

} // namespace

void export_log(const export_options& wanted)
{
    const auto [folder, office] = open_office(wanted.folder);
    if (wanted.to < wanted.from) {
        throw wrong_setting("--to: it is before --from");
    }
    const visits_export visits{
        .database = folder.database().string(), .site = office.site, .from = wanted.from, .to = wanted.to};
    if (wanted.out) {
        return write_to(*wanted.out, visits);
    }
    export_visits(visits, std::cout);
    if (!std::cout.flush()) {
        throw failure("the standard output takes nothing more");
    }
}

} // namespace motcua::commands
