#pragma once
// The office that --data names: its folder and its configuration, the same for every command.

#include "server/office/data_folder.hpp"

#include <optional>

namespace motcua::commands {

struct office_folder
{
    data_folder folder;
    configuration office;
};

/// Opens `where`, by `configuration_file` instead of the folder's own where one is given. Throws
/// `wrong_setting` when no office is there or its configuration cannot be, `failure` when the office has lost
/// its database.
office_folder open_office(const std::filesystem::path& where,
                          const std::optional<std::filesystem::path>& configuration_file = {});

} // namespace motcua::commands
