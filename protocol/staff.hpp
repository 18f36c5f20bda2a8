#pragma once
// The messages about staff and their sessions.

#include "base/json.hpp"
#include "base/text.hpp"
#include "base/timestamp.hpp"
#include "protocol/window_settings.hpp"
#include "protocol/words.hpp"

namespace motcua::protocol {

using base::timestamp;

/// `POST /sessions`
struct sign_in
{
    text<1, 64> site;
    text<1, 64> login;
    text<1, 256> password;
    /// Where the officer sits down; their own counter without one.
    std::optional<text<1, 16>> counter;
    /// Whether another officer who sits there has to leave.
    std::optional<bool> take_over;
    /// For a browser: the token comes as a cookie and not in the body.
    std::optional<bool> cookie;
};
BOOST_DESCRIBE_STRUCT(sign_in, (), (site, login, password, counter, take_over, cookie))

struct session
{
    /// Null when it is in the cookie.
    std::optional<std::string> token;
    std::string role;
    std::string staff;
    std::string name;
    std::optional<std::string> counter;
    timestamp expires_at;
    /// The password was given for one time: nothing but its change is open.
    std::optional<bool> password_change_required;
};
BOOST_DESCRIBE_STRUCT(session, (), (token, role, staff, name, counter, expires_at, password_change_required))

/// `GET /api/v1/whoami`: what the credential stands for, so that a device need not be told its site.
struct identity
{
    std::string role;
    std::string site;
    std::string site_name;
    std::string site_name_en;
    std::optional<std::string> counter;
    std::optional<std::string> staff;
    /// Of the officer.
    std::optional<std::string> staff_name;
    /// The console of an office where officers sign in: until one does, its token only reads.
    std::optional<bool> sign_in_required;
    /// The server's clock.
    std::optional<timestamp> time;
    std::optional<protocol::window_settings> settings;
};
BOOST_DESCRIBE_STRUCT(identity, (),
                      (role, site, site_name, site_name_en, counter, staff, staff_name, sign_in_required,
                       time, settings))

/// `POST /sessions/current/password`
struct password_change
{
    text<1, 256> old;
    text<1, 256> new_;
};
BOOST_DESCRIBE_STRUCT(password_change, (), (old, new_))

/// `POST /sites/{site}/staff`
struct new_staff
{
    text<1, 64> login;
    text<1, 100> name;
    staff_role role{};
    std::optional<text<1, 16>> counter;
};
BOOST_DESCRIBE_STRUCT(new_staff, (), (login, name, role, counter))

struct staff_member
{
    std::string login;
    std::string name;
    std::string role;
    std::optional<std::string> counter;
    bool disabled{};
    /// The counter where they sit now.
    std::optional<std::string> at_counter;
    std::optional<timestamp> last_sign_in;
    /// Once, for a new or reset account: to be changed at the first sign-in.
    std::optional<std::string> password;
};
BOOST_DESCRIBE_STRUCT(staff_member, (),
                      (login, name, role, counter, disabled, at_counter, last_sign_in, password))

struct staff_list
{
    std::vector<staff_member> items;
    std::optional<std::string> next_cursor;
};
BOOST_DESCRIBE_STRUCT(staff_list, (), (items, next_cursor))

} // namespace motcua::protocol
