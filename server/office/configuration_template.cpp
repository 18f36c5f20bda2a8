#include "server/office/configuration_template.hpp"

#include <fmt/format.h>
#include <string_view>

namespace motcua::office {

namespace {

constexpr std::string_view tls_keys = R"([tls]
certificate = "tls/certificate.pem"
key = "tls/key.pem"
# plain_listen = "0.0.0.0:8081"
)";

constexpr std::string_view no_tls_keys = R"(# [tls]
# certificate = "tls/certificate.pem"
# key = "tls/key.pem"
# plain_listen = "0.0.0.0:8081"
)";

} // namespace

std::string configuration_template(const std::string& site, bool has_tls)
{
    return fmt::format(R"(# Motcua: the server of a reception hall. Lines that begin with # are comments.
# Restart the server after a change. The settings of the hall itself are not here: see
#   motcua-server settings --help

# Where it listens. 0.0.0.0:8080 lets kiosks and counters on other machines in.
listen = "127.0.0.1:8080"

# The name of the hall in addresses. It was given when the office was made, and stays.
[site]
code = "{}"

# With a certificate and its key, files in PEM, the address above speaks TLS (https). plain_listen is an address for plain
# HTTP besides: anybody on the network can read what crosses it.
{})",
                       site, has_tls ? tls_keys : no_tls_keys);
}

} // namespace motcua::office
