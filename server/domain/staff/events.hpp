#pragma once
// What can happen to the officers of a site and their sessions.

#include "server/domain/types.hpp"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace motcua::domain {

struct event;

enum class staff_role
{
    clerk,
    manager,
    admin
};
BOOST_DESCRIBE_ENUM(staff_role, clerk, manager, admin)

/// Counts the sessions of a site from 1.
enum class session_id : std::int64_t
{
};

enum class sign_out_reason
{
    asked,            ///< by the officer
    expired,          ///< too old, or too long without use
    taken_over,       ///< another officer sat down there
    password_changed, ///< every other session of that login ends
    account_changed   ///< disabled, or in another role
};
BOOST_DESCRIBE_ENUM(sign_out_reason, asked, expired, taken_over, password_changed, account_changed)

/// With a password, which is an erasable row.
struct staff_added
{
    static constexpr std::string_view kind = "staff_added";
    static constexpr int version = 1;

    std::string login;
    std::string name;
    staff_role role{};
    std::optional<counter_code> counter;
    /// The password opens nothing but its own change.
    bool one_time{};
};
BOOST_DESCRIBE_STRUCT(staff_added, (), (login, name, role, counter, one_time))

/// The account as it is from now on.
struct staff_changed
{
    static constexpr std::string_view kind = "staff_changed";
    static constexpr int version = 1;

    std::string login;
    std::string name;
    staff_role role{};
    std::optional<counter_code> counter;
    bool disabled{};
};
BOOST_DESCRIBE_STRUCT(staff_changed, (), (login, name, role, counter, disabled))

/// The new password is an erasable row, which replaces the old one.
struct password_set
{
    static constexpr std::string_view kind = "password_set";
    static constexpr int version = 1;

    std::string login;
    bool one_time{};
};
BOOST_DESCRIBE_STRUCT(password_set, (), (login, one_time))

/// The token of the session is an erasable row.
struct staff_signed_in
{
    static constexpr std::string_view kind = "staff_signed_in";
    static constexpr int version = 1;

    session_id session{};
    std::string login;
    std::optional<counter_code> counter;
    bool cookie{};
};
BOOST_DESCRIBE_STRUCT(staff_signed_in, (), (session, login, counter, cookie))

struct staff_signed_out
{
    static constexpr std::string_view kind = "staff_signed_out";
    static constexpr int version = 1;

    session_id session{};
    std::string login;
    sign_out_reason reason{};
};
BOOST_DESCRIBE_STRUCT(staff_signed_out, (), (session, login, reason))

} // namespace motcua::domain
