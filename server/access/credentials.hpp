#pragma once
// The holders of credentials: devices by their long-lived tokens, staff by the sessions that they signed in
// to.

#include "base/bits_map.hpp"
#include "server/access/access_list.hpp"

#include <chrono>
#include <deque>
#include <map>
#include <memory>
#include <string_view>
#include <unordered_map>

namespace motcua::access {

/// Seconds that never run back.
using steady_time = std::chrono::steady_clock::time_point;

/// The device or officer behind a credential. `actor` is the name in the journal: "counter:counter-1",
/// "staff:lan".
struct holder
{
    access::role role{};
    std::string site;
    std::string actor;
    /// The name of the device, or the login.
    std::string name;
    std::optional<std::string> counter;
    std::optional<std::string> staff;
};

/// When a device was last seen, and which version it runs.
struct device_health
{
    std::optional<steady_time> last_seen;
    std::string version;
};

/// All on the thread of the network. Holds hashes of tokens, never tokens.
class credentials
{
public:
    explicit credentials(access_list list);

    /// Null for a token that is unknown or no longer valid. `agent` is the User-Agent of the request.
    std::shared_ptr<const holder> find(std::string_view token, std::string_view agent, steady_time now);

    /// Null when there is no such account.
    const staff_member* find_staff(std::string_view site, std::string_view login) const;

    /// From `now` on the new `token` is a credential of `account`, whose password was given.
    void begin_session(const staff_member& account, const std::string& token, steady_time now);
    /// False when the token belongs to no session.
    bool end_session(std::string_view token);
    /// Whether `token_hash` belongs to a session that has not ended. Does not count as use of the session.
    bool is_session(const std::string& token_hash, steady_time now) const;

    /// The devices of a site, in the order of the list.
    std::vector<std::pair<const device*, device_health>> devices(std::string_view site) const;

private:
    struct known_device
    {
        std::size_t index;
        std::shared_ptr<const access::holder> holder;
        device_health health;
    };
    struct session
    {
        std::shared_ptr<const access::holder> holder;
        steady_time began;
        steady_time last_used;

        bool is_over(steady_time now) const;
    };

    /// The holder of the token with this hash; null when it is unknown or no longer valid.
    std::shared_ptr<const holder> find_hash(const std::string& hash, std::string_view agent, steady_time now);

    using fingerprint = std::array<std::uint8_t, 16>;
    /// 128 bits of the token under a key that never leaves this process: nobody can find another token with
    /// the same bits, or a token from its bits.
    fingerprint fingerprint_of(std::string_view token) const;

    access_list list_;
    std::array<std::uint8_t, 16> fingerprint_key_;
    /// Hashes of valid tokens by fingerprint: SHA-256 for each request is 4,900 of the 89,000 instructions of
    /// a ticket.
    base::bits_map<std::string> hashes_;
    std::unordered_map<std::string, known_device> devices_; ///< by hash of the token, like the sessions
    std::unordered_map<std::string, session> sessions_;
};

} // namespace motcua::access
