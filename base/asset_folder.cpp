#include "base/asset_folder.hpp"

#include <cstdlib>
#include <system_error>

namespace motcua::base {

std::filesystem::path find_assets()
{
    if (const char* named = std::getenv("MOTCUA_ASSETS"); named != nullptr && *named != '\0') {
        return named;
    }
    std::error_code error;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
    return error ? "share/motcua" : program.parent_path().parent_path() / "share" / "motcua";
}

} // namespace motcua::base
