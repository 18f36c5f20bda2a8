#pragma once
// The holders of credentials: devices by their long-lived tokens, staff by the sessions that they signed in
// to. Who may hold one stands in the state of the site; here is which token is whose.

#include "base/bits_map.hpp"
#include "server/access/roles.hpp"
#include "server/domain/site_state.hpp"

#include <chrono>
#include <functional>
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
    /// The login of an officer.
    std::optional<std::string> staff;
    std::optional<domain::session_id> session;
    /// The event that added the device; none for officers.
    std::optional<std::int64_t> device;
    /// Whether it may change anything. The console of an officer who has not signed in only reads.
    bool acts = true;
    /// Whether it is a browser's cookie.
    bool cookie = false;
};

role role_of(domain::staff_role staff);

/// What is known of a device beside what the site knows: when it was last seen, and what it reported.
struct device_health
{
    std::optional<steady_time> last_seen;
    std::string version;
    std::optional<std::int64_t> uptime_s;
    std::optional<std::int64_t> clock_offset_s;
    std::optional<std::string> printer;
    std::optional<std::string> sound;
    std::optional<std::string> last_error;
};

/// The state of the site with this code; null where there is none, or it cannot be read now.
using state_source = std::function<const domain::site_state*(std::string_view site)>;

/// All on the thread of the network. Holds hashes of tokens, never tokens.
class credentials
{
public:
    explicit credentials(state_source states);

    /// From now on the token with this hash is that of `device`.
    void add_device(const std::string& site, const domain::device& device, const std::string& token_hash);
    /// The same for a session; `age` is how long ago it began.
    void add_session(const std::string& site, const domain::staff_session& session, domain::staff_role role,
                     const std::string& token_hash, steady_time now, std::chrono::seconds age = {});
    /// The same for a program of this machine, which no site knows, until the process ends.
    void add_program(const std::string& site, const std::string& name, access::role role,
                     const std::string& token_hash);

    /// Null for a token that is unknown or no longer valid. `agent` is the User-Agent of the request.
    std::shared_ptr<const holder> find(std::string_view token, std::string_view agent, steady_time now);

    /// Whether the credential with this hash is still valid. Does not count as use of a session.
    bool is_valid(const std::string& token_hash, steady_time now) const;

    /// The sessions that are too old, or were not used for too long: the site has to end them.
    std::vector<std::shared_ptr<const holder>> expired(steady_time now) const;

    /// The device is there: its feed is open.
    void seen(const holder& device, steady_time now);
    /// For its own report; null for a holder that is not a device.
    device_health* health_of(const holder& device);
    const device_health* health_of(const std::string& site, const std::string& device) const;

private:
    struct known
    {
        std::shared_ptr<const access::holder> holder;
        /// Of sessions.
        steady_time began{};
        steady_time last_used{};
    };

    std::shared_ptr<const holder> find_hash(const std::string& hash, std::string_view agent, steady_time now);
    /// Whether the site still has the device or session.
    bool is_current(const holder& holder) const;
    static bool is_over(const known& entry, steady_time now);
    void add(const std::string& token_hash, known entry);

    using fingerprint = std::array<std::uint8_t, 16>;
    /// 128 bits of the token under a key that never leaves this process: nobody can find another token with
    /// the same bits, or a token from its bits.
    fingerprint fingerprint_of(std::string_view token) const;

    state_source states_;
    std::array<std::uint8_t, 16> fingerprint_key_;
    /// Hashes of valid tokens by fingerprint: SHA-256 for each request is 4,900 of the 89,000 instructions of
    /// a ticket.
    base::bits_map<std::string> hashes_;
    std::unordered_map<std::string, known> known_; ///< by hash of the token
    /// By site and name: a device that is replaced under its name begins again.
    std::map<std::pair<std::string, std::string>, device_health, std::less<>> health_;
};

} // namespace motcua::access
