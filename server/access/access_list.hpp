#pragma once
// The devices and the staff of an office as they are stored, with hashes only, and the functions that make
// the hashes.

#include "server/access/randomness.hpp"
#include "server/access/roles.hpp"

#include <boost/describe/class.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace motcua::access {

struct device
{
    std::string site;
    /// Its name in the journal and for the manager: "kiosk-1".
    std::string name;
    access::role role{};
    /// Of the device of a counter only.
    std::optional<std::string> counter;
    /// SHA-256 of its token, in hex: only the device has the token itself.
    std::string token_sha256;
};
BOOST_DESCRIBE_STRUCT(device, (), (site, name, role, counter, token_sha256))

struct staff_member
{
    std::string site;
    std::string login;
    std::string name;
    access::role role{};
    /// The counter where they sit.
    std::optional<std::string> counter;
    /// argon2id, as crypto_pwhash_str writes it.
    std::string password_hash;
};
BOOST_DESCRIBE_STRUCT(staff_member, (), (site, login, name, role, counter, password_hash))

struct access_list
{
    std::vector<device> devices;
    std::vector<staff_member> staff;
};
BOOST_DESCRIBE_STRUCT(access_list, (), (devices, staff))

/// A new token: 256 random bits as 43 characters that need no escape in a URL.
std::string new_token(random_bits& random);

/// A password that can be read aloud and typed: 16 letters and digits without look-alikes (80 bits).
std::string new_password();

std::string hash_of_token(std::string_view token);

/// argon2id, 64 MiB and 3 passes: about 80 ms, never on the thread of the network.
std::string hash_of_password(const std::string& password);
bool is_password(const std::string& hash, const std::string& password);

} // namespace motcua::access
