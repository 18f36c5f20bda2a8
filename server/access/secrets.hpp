#pragma once
// Tokens, passwords and codes: how they are made, and the hashes that are all that is kept of them.

#include "server/access/randomness.hpp"

#include <functional>
#include <string>
#include <string_view>

namespace motcua::access {

/// A new token: 256 random bits as 43 characters that need no escape in a URL.
std::string new_token(random_bits& random);

/// A password that can be read aloud and typed: 16 letters and digits without look-alikes (79 bits).
std::string new_password(random_bits& random);

/// The code of an appointment: six characters that can be read aloud and typed, without look-alikes and
/// without vowels, so that no word comes out.
std::string new_appointment_code(random_bits& random);

/// Six digits that a device shows and a person types.
std::string new_user_code(random_bits& random);

/// SHA-256 in hex: enough for 256 random bits, and for nothing that a person chose.
std::string hash_of_token(std::string_view token);

/// argon2id, 64 MiB and 3 passes: about 80 ms, never on the thread of the network.
std::string hash_of_password(const std::string& password);
bool is_password(const std::string& hash, const std::string& password);

/// How passwords are hashed and checked: a simulation has no time for argon2id.
struct password_hashing
{
    std::function<std::string(const std::string& password)> hash = hash_of_password;
    std::function<bool(const std::string& hash, const std::string& password)> check = is_password;
};

} // namespace motcua::access
