#pragma once
// Whose a credential is: devices by their long-lived tokens, staff by the sessions that they signed in to.

#include "base/bits_map.hpp"
#include "server/access/access_list.hpp"

#include <chrono>
#include <deque>
#include <map>
#include <memory>
#include <string_view>
#include <unordered_map>

namespace motcua::api {

/// Seconds that never run back.
using steady_time = std::chrono::steady_clock::time_point;

/// Who asks. `actor` names him in the journal: "counter:counter-1", "staff:lan".
struct holder
{
    api::role role{};
    std::string site;
    std::string actor;
    /// That of the device, or the login.
    std::string name;
    std::optional<std::string> counter;
    std::optional<std::string> staff;
};

/// What a device was last heard to be.
struct device_health
{
    std::optional<steady_time> last_seen;
    std::string version;
};

/// All on the thread of the network. Knows hashes of tokens, never tokens.
class access
{
public:
    explicit access(access_list list);

    /// Null for a token that is nobody's, or no longer. `agent` is the User-Agent of the call.
    std::shared_ptr<const holder> find(std::string_view token, std::string_view agent, steady_time now);

    /// Null when there is no such account.
    const staff_member* find_staff(std::string_view site, std::string_view login) const;

    /// From `now` on `token`, a new one, stands for a member of staff who has shown the password.
    void begin_session(const staff_member& who, const std::string& token, steady_time now);
    /// False when the token is no session's.
    bool end_session(std::string_view token);
    /// Whether `token_hash` is that of a session that has not ended. To ask is no use of it.
    bool is_session(const std::string& token_hash, steady_time now) const;

    /// Each device of a site, in the order of the list.
    std::vector<std::pair<const device*, device_health>> devices(std::string_view site) const;

private:
    struct known_device
    {
        std::size_t index;
        std::shared_ptr<const holder> stands_for;
        device_health health;
    };
    struct session
    {
        std::shared_ptr<const holder> stands_for;
        steady_time began;
        steady_time last_used;

        bool is_over(steady_time now) const;
    };

    /// The holder of the token with this hash; null when it is nobody's, or no longer.
    std::shared_ptr<const holder> find_hash(const std::string& hash, std::string_view agent, steady_time now);

    using fingerprint = std::array<std::uint8_t, 16>;
    /// 128 bits of the token under a key that never leaves this process: nobody can find another token with
    /// the same, and none can be had back from it.
    fingerprint fingerprint_of(std::string_view token) const;

    access_list list_;
    std::array<std::uint8_t, 16> fingerprint_key_;
    /// Hashes of tokens that were known, by fingerprint: SHA-256 at every call is 4,900 of a ticket's 89,000
    /// instructions.
    base::bits_map<std::string> hashes_;
    std::unordered_map<std::string, known_device> devices_; ///< by hash of token, like the sessions
    std::unordered_map<std::string, session> sessions_;
};

} // namespace motcua::api
