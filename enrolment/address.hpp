#pragma once
// An address of the server as a person types it.

#include <optional>
#include <string>
#include <string_view>

namespace motcua::enrolment {

/// The URL that `typed` means: with a scheme as it stands, without one https. Nothing when it is not an
/// address.
std::optional<std::string> url_of(std::string_view typed);

} // namespace motcua::enrolment
