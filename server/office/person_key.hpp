#pragma once
// The office's key for personal data. It lies outside database and backup: who has those alone reads no name.

#include "server/office/data_folder.hpp"
#include "server/office/reason.hpp"

namespace motcua::office {

/// Makes the key, 32 random bytes in hex, if the office has none. True if it did. Throws std::exception.
bool make_person_key(const data_folder& folder);

/// The key in hex, or why it cannot be read. Never for a log.
or_reason<std::string> read_person_key(const data_folder& folder);

} // namespace motcua::office
