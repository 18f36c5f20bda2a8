#pragma once
// Phone numbers as people write them, and as they are kept.

#include <optional>
#include <string>
#include <string_view>

namespace motcua::api {

/// Spaces, dots, hyphens and brackets do not matter, and +84 is the 0 of Viet Nam: "0912345678". A number of
/// another country keeps its "+" and has 8 to 15 digits (ITU-T E.164). None for anything else.
std::optional<std::string> normal_phone(std::string_view written);

/// The last four digits of a number that normal_phone() made.
std::string last_digits(std::string_view phone);

} // namespace motcua::api
