#include "client/server_address.hpp"

#include "base/hex.hpp"
#include "client/target.hpp"

#include <algorithm>
#include <boost/url/parse.hpp>
#include <boost/url/url_view.hpp>
#include <charconv>
#include <cstdint>
#include <iterator>

namespace motcua::client {
namespace {

bool is_port(std::string_view text)
{
    std::uint16_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} && end == text.data() + text.size() && number != 0;
}

std::optional<fingerprint> parse_fingerprint(std::string_view text)
{
    std::string digits;
    std::ranges::copy_if(text, std::back_inserter(digits), [](char letter) { return letter != ':'; });
    fingerprint read{};
    return base::read_hex(digits, read) ? std::optional(read) : std::nullopt;
}

} // namespace

result<server_address> parse_server_address(std::string_view url, std::string_view token,
                                            std::string_view pin)
{
    const auto parsed = boost::urls::parse_uri(url);
    if (!parsed) {
        return error::wrong_url;
    }
    const bool is_encrypted = parsed->scheme() == "https";
    const bool is_bare = (parsed->encoded_path().empty() || parsed->encoded_path() == "/") &&
                         !parsed->has_userinfo() && !parsed->has_query() && !parsed->has_fragment();
    if ((!is_encrypted && parsed->scheme() != "http") || parsed->encoded_host().empty() || !is_bare) {
        return error::wrong_url;
    }
    if (parsed->has_port() && !is_port(parsed->port())) {
        return error::wrong_url;
    }
    if (!token.empty() && !is_token(token)) {
        return error::wrong_token;
    }
    const auto pinned = parse_fingerprint(pin);
    if (!pin.empty() && !is_encrypted) {
        return error::fingerprint_without_tls;
    }
    if (!pin.empty() && !pinned) {
        return error::wrong_fingerprint;
    }

    server_address address;
    address.host = parsed->host_address();
    address.port = parsed->has_port() ? std::string{parsed->port()} : is_encrypted ? "443" : "80";
    address.authority = std::string{parsed->encoded_host_and_port()};
    address.token = token;
    address.is_encrypted = is_encrypted;
    address.pinned = pinned;
    return address;
}

} // namespace motcua::client
