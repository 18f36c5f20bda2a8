#include "server/api/assets.hpp"

#include <cstdlib>
#include <fstream>
#include <stdexcept>
#include <system_error>

namespace motcua::api {

asset_error::asset_error(const std::filesystem::path& file, std::string_view why)
    : message(file.string() + ": " + std::string(why))
{}

void throw_exception_from_error(const asset_error& error, const boost::source_location&)
{
    throw std::runtime_error(error.message);
}

std::filesystem::path find_assets()
{
    if (const char* named = std::getenv("MOTCUA_ASSETS"); named != nullptr && *named != '\0') {
        return named;
    }
    std::error_code error;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
    return error ? "share/motcua" : program.parent_path().parent_path() / "share" / "motcua";
}

loaded<std::string> read_asset(const std::filesystem::path& file)
{
    std::error_code error;
    const auto size = std::filesystem::file_size(file, error); // refuses folders, too
    if (error) {
        return asset_error(file, error.message());
    }
    if (size > asset_bytes_max) {
        return asset_error(file, "larger than " + std::to_string(asset_bytes_max) + " bytes");
    }
    std::string bytes(size, '\0');
    std::ifstream in(file, std::ios::binary);
    if (!in.read(bytes.data(), static_cast<std::streamsize>(size))) {
        return asset_error(file, "cannot be read");
    }
    return bytes;
}

} // namespace motcua::api
