#pragma once
// Where the installed files lie: fonts, icons, translations, pages, the catalogue.

#include <filesystem>

namespace motcua::base {

/// The folder of the assets: the environment's MOTCUA_ASSETS, else ../share/motcua beside the running
/// program.
std::filesystem::path find_assets();

} // namespace motcua::base
