#pragma once
// The erasable rows of credentials: hashes of passwords and tokens. Their bodies are the bytes of the hashes
// as text; whose they are stands in the state of the site.

#include "server/domain/events.hpp"
#include "server/journal/erasable.hpp"

namespace motcua::journal {

/// Of an officer: argon2id, as crypto_pwhash_str writes it.
std::string password_ref(const std::string& login);
/// Of a session: SHA-256 of its token in hex.
std::string session_ref(domain::session_id id);
/// Of a device: SHA-256 in hex of its token or, before it has one, of its device code.
std::string device_ref(const std::string& name);

erasable_row credential_row(std::string ref, std::string_view digest);
std::string hash_in(const erasable_row& row);

/// Erases the credentials that no longer open anything after `happened`.
void erase_credentials(const domain::event& happened, std::vector<erasable_change>& changes);

} // namespace motcua::journal
