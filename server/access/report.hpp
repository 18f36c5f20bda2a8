#pragma once
// What the log of the server learns about sign-ins and refusals.

#include "server/access/roles.hpp"

#include <boost/asio/ip/address.hpp>
#include <optional>
#include <string>

namespace motcua::access {

enum class report_kind
{
    signed_in,
    signed_out,
    wrong_password,
    unknown_account,
    too_many_attempts,
    unknown_token, ///< of a device or a session that does not exist, or no longer
    wrong_role     ///< a valid credential that may not do this
};

/// Holds neither a token nor a password, nor anything that somebody may have typed by mistake instead of a
/// login: `name` is that of a known account or device, and empty where there is none.
struct report
{
    report_kind kind{};
    std::string name;
    std::optional<access::role> role;
    /// Of the peer of the connection.
    boost::asio::ip::address address;
};

} // namespace motcua::access
