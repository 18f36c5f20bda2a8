#pragma once
// Files that are there whole or not at all, whatever happens while they are written.

#include <filesystem>
#include <string_view>

namespace motcua::base {

/// Writes `text` beside `file`, syncs it, and puts it in the file's place; only its owner may read it. Throws
/// std::system_error.
void write_atomically(const std::filesystem::path& file, std::string_view text);

} // namespace motcua::base
