#include "client/error.hpp"

#include <string>

namespace motcua::client {
namespace {

// Boost's category is never deleted through its base, so its destructor need not be virtual.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wnon-virtual-dtor"
class category final : public boost::system::error_category
{
public:
    const char* name() const noexcept override { return "motcua.client"; }

    std::string message(int code) const override
    {
        switch (static_cast<error>(code)) {
        case error::wrong_url:
            return "the server's address is not of the form http://host:port or https://host:port";
        case error::wrong_token:
            return "a token is printable ASCII without spaces";
        case error::wrong_target:
            return "the target is not a percent-encoded path";
        case error::queue_full:
            return "too many requests wait for the server";
        case error::deadline_passed:
            return "the server did not answer in time";
        case error::answer_too_large:
            return "the answer is too large";
        case error::token_refused:
            return "the server refused the token";
        case error::feed_refused:
            return "the server refused the live feed";
        case error::feed_malformed:
            return "the live feed sent a message that cannot be understood";
        case error::feed_gap:
            return "the live feed left a message out";
        case error::wrong_fingerprint:
            return "a fingerprint has 64 hex digits, as motcua-server init prints it";
        case error::fingerprint_without_tls:
            return "a fingerprint needs an https:// address";
        case error::other_fingerprint:
            return "the server's certificate has another fingerprint than the one given";
        case error::certificate_refused:
            return "nobody vouches for the server's certificate: give its fingerprint";
        }
        return "unknown error";
    }
};
#pragma GCC diagnostic pop

} // namespace

boost::system::error_code make_error_code(error code) noexcept
{
    static const category instance;
    return {static_cast<int>(code), instance};
}

} // namespace motcua::client
