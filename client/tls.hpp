#pragma once
// TLS as a client speaks it: how it makes sure that a server is its own.

#include "base/stream.hpp"
#include "client/server_address.hpp"

#include <boost/asio/awaitable.hpp>
#include <optional>

namespace motcua::client {

/// For all connections to `server`; none when it speaks plain HTTP. TLS 1.2 or newer. Without a fingerprint,
/// and unless the first use is trusted, the machine's certificate authorities vouch for the server.
std::optional<boost::asio::ssl::context> tls_context_for(const server_address& server);

/// Encrypts a connected stream and makes sure of the server before anything else is sent; returns what went
/// wrong, if anything: error::other_fingerprint and error::certificate_refused among it. Pins the certificate
/// in `server` if the first use is trusted.
boost::asio::awaitable<boost::system::error_code> encrypt(base::stream& connected,
                                                          boost::asio::ssl::context& context,
                                                          server_address& server);

} // namespace motcua::client
