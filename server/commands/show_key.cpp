#include "server/commands/commands.hpp"
#include "server/commands/office_folder.hpp"
#include "server/office/person_key.hpp"

#include <iostream>

namespace motcua::commands {

void show_key(const std::filesystem::path& folder)
{
    const auto opened = open_office(folder);
    const auto key = office::read_person_key(opened.folder);
    if (!key) {
        throw failure(key.error().why);
    }
    std::cout << *key << '\n';
}

} // namespace motcua::commands
