#pragma once
// access.json, in which older programs kept devices and staff. It is read once, and its content then lives in
// the journal.

#include "server/domain/devices/events.hpp"
#include "server/domain/staff/events.hpp"
#include "server/office/reason.hpp"

#include <boost/describe/class.hpp>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace motcua::office {

enum class old_role
{
    kiosk,
    display,
    counter,
    clerk,
    manager,
    admin
};
BOOST_DESCRIBE_ENUM(old_role, kiosk, display, counter, clerk, manager, admin)

struct old_device
{
    std::string site;
    std::string name;
    old_role role{};
    std::optional<std::string> counter;
    /// SHA-256 of its token, in hex.
    std::string token_sha256;
};
BOOST_DESCRIBE_STRUCT(old_device, (), (site, name, role, counter, token_sha256))

struct old_account
{
    std::string site;
    std::string login;
    std::string name;
    old_role role{};
    std::optional<std::string> counter;
    /// argon2id, as crypto_pwhash_str writes it.
    std::string password_hash;
};
BOOST_DESCRIBE_STRUCT(old_account, (), (site, login, name, role, counter, password_hash))

struct old_access
{
    std::vector<old_device> devices;
    std::vector<old_account> staff;
};
BOOST_DESCRIBE_STRUCT(old_access, (), (devices, staff))

/// The content of `file`, or why it cannot be read.
or_reason<old_access> read_old_access(const std::filesystem::path& file);

domain::device_kind kind_of(old_role role);
domain::staff_role staff_role_of(old_role role);

} // namespace motcua::office
