#include "server/commands/office_folder.hpp"

#include "server/commands/commands.hpp"

#include <algorithm>
#include <array>

namespace motcua::commands {

namespace {

/// An office that has lost some of its files is one all the same.
bool holds_an_office(const data_folder& folder)
{
    const std::array files{folder.configuration_file(), folder.database(), folder.access_file()};
    return std::ranges::any_of(files, [](const std::filesystem::path& file) {
        std::error_code error;
        const auto found = std::filesystem::status(file, error);
        if (!std::filesystem::status_known(found)) {
            throw failure(file.string() + ": " + error.message());
        }
        return std::filesystem::exists(found);
    });
}

} // namespace

office_folder open_office(const std::filesystem::path& where,
                          const std::optional<std::filesystem::path>& configuration_file)
{
    const data_folder folder(where);
    if (!holds_an_office(folder)) {
        throw wrong_setting("--data " + where.string() +
                            ": no office is there; make one with: motcua-server init --data DIR");
    }
    auto office = load_configuration(configuration_file.value_or(folder.configuration_file()));
    if (!office) {
        throw wrong_setting(office.error().why);
    }
    if (!std::filesystem::exists(folder.database())) {
        throw failure(folder.database().string() +
                      " is missing: the office cannot go on without its journal");
    }
    return {folder, *std::move(office)};
}

} // namespace motcua::commands
