#pragma once
// The office that --data names, opened the same way by every command: its folder and its configuration.

#include "server/office/configuration.hpp"
#include "server/office/data_folder.hpp"

#include <optional>

namespace motcua::commands {

struct office_folder
{
    office::data_folder folder;
    office::configuration configuration;
};

/// Opens the office in `path`, with `configuration_file` instead of its own if one is given. Throws
/// `wrong_setting` if there is no office or its configuration is wrong, `failure` if its database is missing.
office_folder open_office(const std::filesystem::path& path,
                          const std::optional<std::filesystem::path>& configuration_file = {});

} // namespace motcua::commands
