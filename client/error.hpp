#pragma once
// What can go wrong between a client and its server, as codes of one category. Errors of the sockets
// themselves keep their own codes.

#include <boost/system/error_code.hpp>
#include <boost/system/result.hpp>
#include <type_traits>

namespace motcua::client {

enum class error
{
    wrong_url = 1,           ///< not `http://host:port` or `https://host:port`
    wrong_token,             ///< a token is printable ASCII without spaces
    wrong_target,            ///< a target is a path with its query, percent-encoded
    queue_full,              ///< too many requests wait already
    deadline_passed,         ///< no answer in time; whether the server did it is unknown
    answer_too_large,        ///< larger than any answer of the interface
    token_refused,           ///< the feed was refused with 401 or 403
    feed_refused,            ///< the feed was refused with another status, or without the sub-protocol
    feed_malformed,          ///< a message is not what the interface describes
    feed_gap,                ///< a message of the feed is missing
    wrong_fingerprint,       ///< not 64 hex digits
    fingerprint_without_tls, ///< a plain connection shows no certificate
    other_fingerprint,       ///< the server's certificate is not the pinned one
    certificate_refused      ///< nobody vouches for the server's certificate
};

boost::system::error_code make_error_code(error code) noexcept;

template <class T>
using result = boost::system::result<T>;

} // namespace motcua::client

template <>
struct boost::system::is_error_code_enum<motcua::client::error> : std::true_type
{};

namespace motcua::client {

/// The server is reached and not trusted: only a person can mend that, so nobody tries again soon.
inline bool is_distrust(boost::system::error_code code)
{
    return code == error::other_fingerprint || code == error::certificate_refused;
}

} // namespace motcua::client
