#pragma once
// The devices and the staff of an office as they are kept, with hashes only, and how the hashes are made.

#include "server/access/randomness.hpp"
#include "server/access/roles.hpp"

#include <boost/describe/class.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace motcua::api {

struct device
{
    std::string site;
    /// Names it in the journal and to the manager: "kiosk-1".
    std::string name;
    api::role role{};
    /// Of a counter's device.
    std::optional<std::string> counter;
    /// SHA-256 of its token, in hex: the token itself is with the device alone.
    std::string token_sha256;
};
BOOST_DESCRIBE_STRUCT(device, (), (site, name, role, counter, token_sha256))

struct staff_member
{
    std::string site;
    std::string login;
    std::string name;
    api::role role{};
    /// Where he sits.
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

/// A new token: 256 random bits as 43 characters that a URL takes as they are.
std::string new_token(random_bits& random);

/// A password that can be read aloud and typed: 16 letters and digits without look-alikes (80 bits).
std::string new_password();

std::string hash_of_token(std::string_view token);

/// argon2id, 64 MiB and 3 passes: about 80 ms, never on the thread of the network.
std::string hash_of_password(const std::string& password);
bool is_password(const std::string& hash, const std::string& password);

} // namespace motcua::api
