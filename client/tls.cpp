#include "client/tls.hpp"

#include "base/as_tuple.hpp"

#include <boost/asio/ip/address.hpp>
#include <boost/asio/ssl/error.hpp>
#include <boost/asio/ssl/host_name_verification.hpp>
#include <memory>
#include <openssl/ssl.h>
#include <openssl/x509.h>

namespace motcua::client {
namespace {

namespace ssl = boost::asio::ssl;

std::optional<fingerprint> fingerprint_of_peer(SSL* agreed)
{
    const std::unique_ptr<X509, void (*)(X509*)> certificate{SSL_get1_peer_certificate(agreed), X509_free};
    fingerprint shown{};
    unsigned length = 0;
    const bool is_read = certificate &&
                         X509_digest(certificate.get(), EVP_sha256(), shown.data(), &length) == 1 &&
                         length == shown.size();
    return is_read ? std::optional(shown) : std::nullopt;
}

/// Whether the fingerprint of the server decides, rather than an authority.
bool goes_by_fingerprint(const server_address& server) { return server.pinned || server.trusts_first_use; }

/// The server may have several names, so it is told which one is meant (RFC 6066, section 3: never an
/// address).
void send_name(SSL* handshake, std::string host)
{
    boost::system::error_code is_name;
    boost::asio::ip::make_address(host, is_name);
    if (is_name) {
        // SSL_set_tlsext_host_name, a macro with casts.
        SSL_ctrl(handshake, SSL_CTRL_SET_TLSEXT_HOSTNAME, TLSEXT_NAMETYPE_host_name, host.data());
    }
}

boost::system::error_code in_our_words(boost::system::error_code failed)
{
    const bool is_refused =
        failed.category() == boost::asio::error::get_ssl_category() &&
        ERR_GET_REASON(static_cast<unsigned long>(failed.value())) == SSL_R_CERTIFICATE_VERIFY_FAILED;
    return is_refused ? make_error_code(error::certificate_refused) : failed;
}

} // namespace

std::optional<ssl::context> tls_context_for(const server_address& server)
{
    if (!server.is_encrypted) {
        return std::nullopt;
    }
    std::optional<ssl::context> made{ssl::context::tls_client};
    SSL_CTX_set_min_proto_version(made->native_handle(), TLS1_2_VERSION);
    if (goes_by_fingerprint(server)) {
        made->set_verify_mode(ssl::verify_none); // encrypt() compares the fingerprint.
        return made;
    }
    boost::system::error_code none; // Without authorities no certificate is accepted.
    made->set_default_verify_paths(none);
    made->set_verify_mode(ssl::verify_peer);
    made->set_verify_callback(ssl::host_name_verification(server.host));
    return made;
}

boost::asio::awaitable<boost::system::error_code> encrypt(base::stream& connected, ssl::context& context,
                                                          server_address& server)
{
    connected.encrypt(context);
    auto* handshake = connected.tls().native_handle();
    send_name(handshake, server.host);
    const auto [failed] =
        co_await connected.tls().async_handshake(base::stream::tls_type::client, base::as_tuple);
    if (failed) {
        co_return in_our_words(failed);
    }
    if (!goes_by_fingerprint(server)) {
        co_return boost::system::error_code{};
    }
    const auto shown = fingerprint_of_peer(handshake);
    if (!shown || shown != server.pinned.value_or(*shown)) {
        co_return error::other_fingerprint;
    }
    server.pinned = shown;
    co_return boost::system::error_code{};
}

} // namespace motcua::client
