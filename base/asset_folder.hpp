#pragma once
// Where the installed files lie: fonts, icons, translations, pages, the catalogue.

#include <filesystem>

namespace motcua::base {

/// The folder of the assets: the environment's MOTCUA_ASSETS, else ../share/motcua beside the running
/// program. Throws std::runtime_error where there is no such folder; the message is one line that says where
/// it must lie.
std::filesystem::path find_assets();

} // namespace motcua::base
