#pragma once
// What can be asked about officers. Passwords and tokens are checked and stored outside: a command says only
// that they were right or that there is a new one.

#include "server/domain/staff/events.hpp"

namespace motcua::domain {

struct add_staff
{
    std::string login;
    std::string name;
    staff_role role{};
    std::optional<counter_code> counter;
    bool one_time{};
};

/// The account as it is to be.
struct change_staff
{
    std::string login;
    std::string name;
    staff_role role{};
    std::optional<counter_code> counter;
    bool disabled{};
};

/// `by` is the session in which officers change their own, which goes on; without one it is reset.
struct set_password
{
    std::string login;
    bool one_time{};
    std::optional<session_id> by;
};

/// The password was right.
struct sign_in
{
    std::string login;
    std::optional<counter_code> counter;
    /// Another officer who sits there has to leave.
    bool take_over{};
    bool cookie{};
};

struct sign_out
{
    session_id session{};
    sign_out_reason reason{};
};

} // namespace motcua::domain
