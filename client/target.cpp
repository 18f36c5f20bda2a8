#include "client/target.hpp"

#include <algorithm>
#include <boost/url/encode.hpp>
#include <boost/url/rfc/unreserved_chars.hpp>

namespace motcua::client {

std::string percent_encoded(std::string_view text)
{
    return boost::urls::encode(text, boost::urls::unreserved_chars);
}

std::string with_query(std::string target, std::string_view name, std::string_view value)
{
    target += target.find('?') == std::string::npos ? '?' : '&';
    target += name;
    target += '=';
    return target += percent_encoded(value);
}

bool is_target(std::string_view text) { return text.starts_with('/') && is_token(text); }

bool is_token(std::string_view text)
{
    return !text.empty() &&
           std::ranges::all_of(text, [](char letter) { return letter > ' ' && letter < '\x7f'; });
}

} // namespace motcua::client
