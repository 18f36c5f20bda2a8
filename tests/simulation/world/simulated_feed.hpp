#pragma once
// One live feed over the simulated network: the server's end, the client's end, and what is under way.

#include "tests/simulation/world/network.hpp"

#include <deque>

namespace motcua::simulation {

class simulated_feed final : public std::enable_shared_from_this<simulated_feed>
{
public:
    simulated_feed(network& through, simulated_transport& over, client::feed_handlers handlers)
        : network_{through}, transport_{over}, handlers_{std::move(handlers)}
    {}

    // ---- the server's side
    void accept(front_door& door, const http::feed_opened& opened);
    void refuse(boost::system::error_code why);
    void send(std::shared_ptr<const std::string> message);
    void close();
    /// Its process is gone; `is_noticed` as in network::disconnect.
    void server_ends(bool is_noticed);

    // ---- the client's side
    void ping();
    void client_leaves();
    bool is_left() const { return left_; }
    bool is_closing() const { return is_closing_; }

    // ---- the network's
    void break_off(boost::system::error_code why);
    void rejoin();

private:
    bool is_parted() const;
    void in_order(schedule::action arrival);
    void answer_ping();
    void carry(std::shared_ptr<const std::string> message);
    void arrive(const std::shared_ptr<const std::string>& message);
    void report_closed(microseconds delay, boost::system::error_code why);
    void drop_server_end(microseconds delay);

    network& network_;
    simulated_transport& transport_;
    client::feed_handlers handlers_;
    front_door* door_ = nullptr; ///< of the server that holds the other end; null: none
    std::shared_ptr<http::feed> server_end_;
    std::deque<std::shared_ptr<const std::string>> held_back_; ///< while the transport is parted
    std::size_t under_way_bytes_ = 0;
    microseconds last_arrival_{0};
    bool open_ = false;
    bool left_ = false;       ///< the client has let go, or knows that it is over
    bool is_closing_ = false; ///< nothing more is taken from the server
};

} // namespace motcua::simulation
