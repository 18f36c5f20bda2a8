#pragma once
// Devices that want to belong to a site: each shows a code until an administrator allows it, and then takes
// its token, once. The roles are those of RFC 8628.

#include "server/access/credentials.hpp"
#include "server/access/randomness.hpp"

#include <boost/asio/ip/address.hpp>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace motcua::access {

/// All on the thread of the network. What waits to be allowed is forgotten when the process ends: the device
/// then shows another code. What was allowed stands in the state of its site.
class enrolments
{
public:
    struct shown
    {
        std::string device_code; ///< the secret of the device
        std::string user_code;
    };

    /// A new pair of codes; none when too many wait, of this address or in all.
    std::optional<shown> begin(domain::device_kind kind, const boost::asio::ip::address& from,
                               random_bits& random, steady_time now);

    struct waiting
    {
        std::string user_code;
        std::string device_code_hash;
        domain::device_kind kind{};
        std::string party;
        steady_time ends;
        bool claimed{};
    };
    /// Null when no device shows this code, or an administrator is about to allow the one that does.
    const waiting* find_shown(std::string_view user_code, steady_time now);
    /// Whether the device with this code still waits to be allowed.
    bool is_waiting(const std::string& device_code_hash, steady_time now);

    /// An administrator is about to allow the device with this code: until that is stored, nobody else may.
    void claim(const std::string& device_code_hash);
    /// The device was not allowed after all.
    void give_back(const std::string& device_code_hash);

    struct allowed
    {
        std::string site;
        std::string device;
        std::int64_t added{}; ///< the event
    };
    /// An administrator allowed the device with this code: it no longer waits, and may take its token.
    void allow(const std::string& device_code_hash, allowed device);
    /// Null when nobody allowed it.
    const allowed* find_allowed(const std::string& device_code_hash) const;
    /// It took its token, or may not any more.
    void forget(const std::string& device_code_hash);

private:
    void set_claimed(const std::string& device_code_hash, bool claimed);
    void drop_old(steady_time now);

    std::vector<waiting> waiting_;
    std::unordered_map<std::string, allowed> allowed_; ///< by the hash of the device code
};

} // namespace motcua::access
