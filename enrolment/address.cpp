#include "enrolment/address.hpp"

#include "client/server_address.hpp"

namespace motcua::enrolment {

std::optional<std::string> url_of(std::string_view typed)
{
    // A token must not go unprotected unasked.
    const bool has_scheme = typed.find("://") != typed.npos;
    auto url = (has_scheme ? "" : "https://") + std::string(typed);
    return client::parse_server_address(url, "") ? std::optional(std::move(url)) : std::nullopt;
}

} // namespace motcua::enrolment
