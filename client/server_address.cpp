#include "client/server_address.hpp"

#include "client/target.hpp"

#include <boost/url/parse.hpp>
#include <boost/url/url_view.hpp>
#include <charconv>
#include <cstdint>

namespace motcua::client {
namespace {

bool is_port(std::string_view text)
{
    std::uint16_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} && end == text.data() + text.size() && number != 0;
}

} // namespace

result<server_address> parse_server_address(std::string_view url, std::string_view token)
{
    const auto parsed = boost::urls::parse_uri(url);
    if (!parsed) {
        return error::wrong_url;
    }
    if (parsed->scheme() == "https") {
        return error::https_not_available;
    }
    const bool is_bare = (parsed->encoded_path().empty() || parsed->encoded_path() == "/") &&
                         !parsed->has_userinfo() && !parsed->has_query() && !parsed->has_fragment();
    if (parsed->scheme() != "http" || parsed->encoded_host().empty() || !is_bare) {
        return error::wrong_url;
    }
    if (parsed->has_port() && !is_port(parsed->port())) {
        return error::wrong_url;
    }
    if (!token.empty() && !is_token(token)) {
        return error::wrong_token;
    }

    server_address address;
    address.host = parsed->host_address();
    address.port = parsed->has_port() ? std::string{parsed->port()} : "80";
    address.authority = std::string{parsed->encoded_host_and_port()};
    address.token = token;
    return address;
}

} // namespace motcua::client
