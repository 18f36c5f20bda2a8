#pragma once
// What a password that officers choose must be like. Length and rarity are all that helps (NIST SP 800-63B,
// section 5.1.1.2): no rules of composition, no change after a time.

#include <optional>
#include <string_view>

namespace motcua::access {

inline constexpr std::size_t password_characters_min = 12;

struct password_fault
{
    /// too_short, too_common or is_login.
    std::string_view code;
    std::string_view detail;
};

/// Why `password` cannot be that of `login`; none when it can. `password` is valid UTF-8.
std::optional<password_fault> fault_of_password(std::string_view password, std::string_view login);

} // namespace motcua::access
