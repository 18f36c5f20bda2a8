#include "server/office/data_folder.hpp"

namespace motcua::office {

bool data_folder::create() const
{
    std::filesystem::create_directories(folder_);
    if (!std::filesystem::is_empty(folder_)) {
        return false;
    }
    std::filesystem::permissions(folder_, std::filesystem::perms::owner_all);
    return true;
}

} // namespace motcua::office
