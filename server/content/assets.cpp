#include "server/content/assets.hpp"

#include <fstream>
#include <stdexcept>
#include <system_error>

namespace motcua::content {

asset_error::asset_error(const std::filesystem::path& file, std::string_view why)
    : message(file.string() + ": " + std::string(why))
{}

void throw_exception_from_error(const asset_error& error, const boost::source_location&)
{
    throw std::runtime_error(error.message);
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

} // namespace motcua::content
