#pragma once
// How the server speaks TLS: versions 1.2 and 1.3, with its certificate and key.

#include <boost/asio/ssl/context.hpp>
#include <boost/system/result.hpp>
#include <filesystem>
#include <memory>
#include <string>

namespace motcua::http {

struct tls
{
    std::shared_ptr<boost::asio::ssl::context> context;
    std::string fingerprint; ///< of the certificate, see fingerprint_of()
};

/// Why a file cannot be used, in one line with its name.
struct tls_fault
{
    std::string why;
};

/// Reads both files (PEM, the certificate with its chain) once, at the start.
boost::system::result<tls, tls_fault> load_tls(const std::filesystem::path& certificate,
                                               const std::filesystem::path& key);

} // namespace motcua::http
