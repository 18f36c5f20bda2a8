#pragma once
// The certificate by which clients know an office's server, and its fingerprint.

#include <boost/system/result.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace motcua::http {

/// In PEM.
struct certificate
{
    std::string text;
    std::string key; ///< nobody else may read it
};

/// A fresh certificate of the server's own for `names`: host names and addresses (RFC 5280, subjectAltName).
/// ECDSA with P-256, valid for 10 years. The names must be is_certificate_name(). Throws std::runtime_error
/// when the machine cannot make one.
certificate make_certificate(const std::vector<std::string>& names);

/// An address, or the name of a host as in RFC 1123.
bool is_certificate_name(std::string_view name);

/// SHA-256 of the first certificate in `pem` as pairs of hex digits, "9F:86:…", as openssl and browsers show
/// it. Empty when there is none.
std::string fingerprint_of(const std::string& pem);

} // namespace motcua::http
