#pragma once
// The sections of motcua.toml as structs: the member names are the keys.

#include <boost/describe/class.hpp>
#include <optional>
#include <string>

namespace motcua::office {

struct site_section
{
    std::string code;
};
BOOST_DESCRIBE_STRUCT(site_section, (), (code))

struct tls_section
{
    std::optional<std::string> certificate;
    std::optional<std::string> key;
    std::optional<std::string> plain_listen;
};
BOOST_DESCRIBE_STRUCT(tls_section, (), (certificate, key, plain_listen))

struct file_content
{
    std::string listen;
    site_section site;
    tls_section tls;
};
BOOST_DESCRIBE_STRUCT(file_content, (), (listen, site, tls))

/// What older programs let anybody do without a token; today a setting of the site.
struct open_section
{
    std::optional<bool> reads;
    std::optional<bool> tickets;
};
BOOST_DESCRIBE_STRUCT(open_section, (), (reads, tickets))

} // namespace motcua::office
