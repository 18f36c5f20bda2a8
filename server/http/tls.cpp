#include "server/http/tls.hpp"

#include "server/http/certificate.hpp"

#include <boost/asio/buffer.hpp>
#include <fstream>
#include <iterator>
#include <openssl/ssl.h>
#include <optional>

namespace motcua::http {
namespace {

using boost::asio::ssl::context;

/// Of TLS 1.2; all of them with forward secrecy and authenticated encryption. TLS 1.3 has no others.
constexpr const char* suites = "ECDHE+AESGCM:ECDHE+CHACHA20";

std::optional<std::string> content_of(const std::filesystem::path& file)
{
    std::ifstream in(file, std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(in), {}};
    return in.good() || in.eof() ? std::optional(std::move(text)) : std::nullopt;
}

std::shared_ptr<context> strict_context()
{
    auto made = std::make_shared<context>(context::tls_server);
    auto* native = made->native_handle();
    SSL_CTX_set_min_proto_version(native, TLS1_2_VERSION);
    SSL_CTX_set_max_proto_version(native, TLS1_3_VERSION);
    SSL_CTX_set_options(native,
                        SSL_OP_CIPHER_SERVER_PREFERENCE | SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION);
    SSL_CTX_set_cipher_list(native, suites);
    // A client that resumes keeps the ticket itself; a cache here would be memory that strangers fill.
    SSL_CTX_set_session_cache_mode(native, SSL_SESS_CACHE_OFF);
    // A key with a password would ask for it on a terminal that a server does not have.
    made->set_password_callback([](std::size_t, context::password_purpose) { return std::string(); });
    return made;
}

} // namespace

boost::system::result<tls, tls_fault> load_tls(const std::filesystem::path& certificate,
                                               const std::filesystem::path& key)
{
    const auto certificate_text = content_of(certificate);
    const auto key_text = content_of(key);
    if (!certificate_text || !key_text) {
        return tls_fault{(certificate_text ? key : certificate).string() + " cannot be read"};
    }
    auto made = strict_context();
    boost::system::error_code error;
    made->use_certificate_chain(boost::asio::buffer(*certificate_text), error);
    if (error) {
        return tls_fault{certificate.string() + " is not a certificate in PEM"};
    }
    made->use_private_key(boost::asio::buffer(*key_text), context::pem, error);
    if (error && ERR_GET_REASON(static_cast<unsigned long>(error.value())) == X509_R_KEY_VALUES_MISMATCH) {
        return tls_fault{key.string() + " is not the key of " + certificate.string()};
    }
    if (error) {
        return tls_fault{key.string() + " is not a private key in PEM without a password"};
    }
    return tls{.context = std::move(made), .fingerprint = fingerprint_of(*certificate_text)};
}

} // namespace motcua::http
