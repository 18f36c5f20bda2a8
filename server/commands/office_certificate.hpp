#pragma once
// The certificate that a new office begins with.

#include "server/office/data_folder.hpp"

#include <string>
#include <vector>

namespace motcua::commands {

/// Writes a certificate of the office's own and its key to their files, for localhost and `names`; without
/// names, for those of this machine. Returns the fingerprint. Throws std::exception.
std::string make_office_certificate(const office::data_folder& folder, const std::vector<std::string>& names);

} // namespace motcua::commands
