#pragma once
// A device at the site: its transport, the real client connection over it, and the record of what it
// requested and received.

#include "client/connection.hpp"
#include "tests/simulation/world/world.hpp"

namespace motcua::simulation {

class device
{
public:
    /// `name` is that of a device of the site; a stranger has no token, and any name.
    device(world& in, std::string name, bool is_stranger = false);
    device(const device&) = delete;
    device& operator=(const device&) = delete;

    /// Sends through the connection, with its retries. A change gets a key of its own unless one is given.
    void send(client::verb verb, std::string target, std::string body = {}, client::completion then = {},
              std::string key = {});

    /// Follows the site's feed, or another, in place of the one before; `message` takes every snapshot and
    /// change.
    using heard = std::function<void(const boost::json::value&, bool is_snapshot)>;
    void follow_site(const heard& message);
    void follow(std::string target, const heard& message);
    void unfollow();

    /// The program on the device starts again and has forgotten what it waited for.
    void restart();

    bool is_idle() const { return under_way_.empty(); }
    bool follows() const { return follows_; }
    /// Whether its feed is open and up to date, as far as the connection knows.
    bool is_online() const { return online_; }
    const std::string& name() const { return name_; }
    std::string new_key();

    simulated_transport over;

private:
    void note_try(const client::http_request& tried);

    world& world_;
    std::string name_;
    request form_;       ///< what is the same in all its requests
    std::size_t number_; ///< among all devices: two may go by one name
    draws random_;
    virtual_timers timers_;
    std::optional<client::connection> connection_;
    std::uint64_t keys_ = 0;
    std::optional<std::size_t> feed_; ///< in the ledger; empty: it does not follow the site
    struct waiting_request
    {
        std::size_t number; ///< in the ledger
        std::string key;
    };
    std::vector<waiting_request> under_way_;
    bool follows_ = false;
    bool online_ = false;
};

} // namespace motcua::simulation
