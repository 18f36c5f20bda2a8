#include "enrolment/address.hpp"

#include "client/server_address.hpp"

namespace motcua::enrolment {
namespace {

bool is_loopback(const std::string& host)
{
    return host == "localhost" || host == "::1" || host.starts_with("127.");
}

} // namespace

std::optional<std::string> url_of(std::string_view typed)
{
    const auto checked = [](std::string url) -> std::optional<std::string> {
        return client::parse_server_address(url, "") ? std::optional(std::move(url)) : std::nullopt;
    };
    if (typed.find("://") != typed.npos) {
        return checked(std::string(typed));
    }
    auto plain = "http://" + std::string(typed);
    const auto address = client::parse_server_address(plain, "");
    if (address && is_loopback(address->host)) {
        return plain;
    }
    // A token must not go unprotected unasked.
    return checked("https://" + std::string(typed));
}

} // namespace motcua::enrolment
