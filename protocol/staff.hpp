#pragma once
// The messages about staff, their sessions and devices.

#include "base/json.hpp"
#include "base/text.hpp"
#include "base/timestamp.hpp"
#include "protocol/words.hpp"

namespace motcua::protocol {

using base::timestamp;

/// `POST /sessions`
struct sign_in
{
    text<1, 64> site;
    text<1, 64> login;
    text<1, 256> password;
};
BOOST_DESCRIBE_STRUCT(sign_in, (), (site, login, password))

struct session
{
    std::string token;
    std::string role;
    std::string staff;
    std::optional<std::string> counter;
    timestamp expires_at;
};
BOOST_DESCRIBE_STRUCT(session, (), (token, role, staff, counter, expires_at))

/// What is not known of a device (it was never heard, or does not tell) is null.
struct device
{
    std::string kind;
    std::string name;
    std::optional<std::string> counter;
    std::optional<std::string> version;
    std::optional<timestamp> last_seen;
    std::string state;
    std::optional<std::string> printer;
    std::optional<std::string> sound;
    std::optional<std::string> last_error;
};
BOOST_DESCRIBE_STRUCT(device, (),
                      (kind, name, counter, version, last_seen, state, printer, sound, last_error))

struct device_list
{
    std::vector<device> items;
    std::optional<std::string> next_cursor;
};
BOOST_DESCRIBE_STRUCT(device_list, (), (items, next_cursor))

} // namespace motcua::protocol
