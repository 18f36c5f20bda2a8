#include "base/asset_folder.hpp"

#include <cstdlib>
#include <stdexcept>
#include <system_error>

namespace motcua::base {

namespace {

std::filesystem::path expected_folder()
{
    if (const char* named = std::getenv("MOTCUA_ASSETS"); named != nullptr && *named != '\0') {
        return named;
    }
    std::error_code error;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
    return error ? "share/motcua" : program.parent_path().parent_path() / "share" / "motcua";
}

} // namespace

std::filesystem::path find_assets()
{
    auto folder = expected_folder();
    std::error_code error;
    if (!std::filesystem::is_directory(folder, error)) {
        throw std::runtime_error("no folder " + folder.string() +
                                 ": the texts, icons and pages of Motcua lie there, or where MOTCUA_ASSETS "
                                 "says");
    }
    return folder;
}

} // namespace motcua::base
