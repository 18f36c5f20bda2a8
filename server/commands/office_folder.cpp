#include "server/commands/office_folder.hpp"

#include "server/commands/commands.hpp"

#include <algorithm>
#include <array>

namespace motcua::commands {

namespace {

/// A folder that has lost some of its files still holds an office.
bool holds_an_office(const office::data_folder& folder)
{
    const std::array files{folder.configuration_file(), folder.database(), folder.old_access_file(),
                           folder.person_key_file()};
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

office_folder open_office(const std::filesystem::path& path,
                          const std::optional<std::filesystem::path>& configuration_file)
{
    const office::data_folder folder(path);
    if (!holds_an_office(folder)) {
        throw wrong_setting("--data " + path.string() +
                            ": there is no office; create one with: motcua-server init --data DIR");
    }
    auto loaded = office::load_configuration(configuration_file.value_or(folder.configuration_file()));
    if (!loaded) {
        throw wrong_setting(loaded.error().why);
    }
    if (!std::filesystem::exists(folder.database())) {
        throw failure(folder.database().string() + " is missing: the office cannot run without its journal");
    }
    return {folder, *std::move(loaded)};
}

} // namespace motcua::commands
