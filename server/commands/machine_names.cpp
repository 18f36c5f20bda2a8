#include "server/commands/machine_names.hpp"

#include "server/http/certificate.hpp"

#include <array>
#include <boost/asio/ip/address_v4.hpp>
#include <boost/asio/ip/address_v6.hpp>
#include <boost/asio/ip/host_name.hpp>
#include <ifaddrs.h>
#include <memory>
#include <netinet/in.h>
#include <optional>

namespace motcua::commands {

namespace {

namespace ip = boost::asio::ip;

/// None for what other machines cannot use.
std::optional<std::string> address_of(const sockaddr* address)
{
    if (address != nullptr && address->sa_family == AF_INET) {
        const auto* v4 = reinterpret_cast<const sockaddr_in*>(address); // what the family says
        const ip::address_v4 read{ntohl(v4->sin_addr.s_addr)};
        return read.is_loopback() ? std::nullopt : std::optional(read.to_string());
    }
    if (address != nullptr && address->sa_family == AF_INET6) {
        const auto* v6 = reinterpret_cast<const sockaddr_in6*>(address);
        const ip::address_v6 read{std::to_array(v6->sin6_addr.s6_addr)};
        return read.is_loopback() || read.is_link_local() ? std::nullopt : std::optional(read.to_string());
    }
    return std::nullopt;
}

} // namespace

std::vector<std::string> names_of_this_machine()
{
    std::vector<std::string> names;
    boost::system::error_code no_name;
    if (auto name = ip::host_name(no_name); !no_name && http::is_certificate_name(name)) {
        names.push_back(std::move(name));
    }
    ifaddrs* first = nullptr;
    if (getifaddrs(&first) != 0) {
        return names;
    }
    const std::unique_ptr<ifaddrs, void (*)(ifaddrs*)> held{first, freeifaddrs};
    for (const auto* each = first; each != nullptr; each = each->ifa_next) {
        if (auto address = address_of(each->ifa_addr)) {
            names.push_back(*std::move(address));
        }
    }
    return names;
}

} // namespace motcua::commands
