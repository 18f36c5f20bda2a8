#pragma once
// The live feed as an owner wants it: every message once and in order, over any number of lost connections.

#include "client/backoff.hpp"
#include "client/transport.hpp"

#include <boost/json/value.hpp>
#include <cstdint>

namespace motcua::client {

enum class server_state
{
    connected, ///< what was delivered is up to date
    away       ///< what was delivered may be out of date
};

/// Called on the strand; none may destroy the feed. The values are valid during the call; read_json of
/// protocol/json.hpp gives them their types.
struct feed_events
{
    /// All anew: what was known before is void.
    std::function<void(const boost::json::value&)> on_snapshot;
    /// The next change. A message without `seq` is handed on as it comes.
    std::function<void(const boost::json::value&)> on_message;
    /// Called on a change, also of the reason why the server is away. Away is reported within 2 s of the last
    /// sign of life, and not at all when the feed is back by then; at first as soon as one try failed.
    std::function<void(server_state, boost::system::error_code why)> on_state;
};

/// Opens the feed and keeps it open: whatever goes wrong, it asks again, at least every 2 s, for what came
/// after the last message. The server's silence counts as its absence, so it is asked for signs of life.
class live_feed
{
public:
    /// `target` is a path of the interface, as `/api/v1/sites/demo/live`. The other three outlive the feed.
    live_feed(transport& through, timers& clock, random_engine& random, std::string target,
              feed_events events);

private:
    void open();
    std::string target() const;
    void opened();
    void received(std::string_view text);
    void received_snapshot(const boost::json::value& message);
    void received_change(const boost::json::value& message, std::int64_t seq);
    void connected();
    void watch();
    void lost(boost::system::error_code why);
    milliseconds pause();
    void report(server_state state, boost::system::error_code why);

    transport& transport_;
    timers& timers_;
    std::string target_;
    feed_events events_;
    backoff backoff_;

    std::string epoch_;
    std::optional<std::int64_t> seq_; ///< of the last message delivered; none: a snapshot is needed
    bool is_proven_ = false;          ///< this connection gave what fits to seq_

    std::unique_ptr<feed> feed_;
    bool is_connected_ = false;
    time_point tried_at_;
    time_point heard_at_;
    bool is_pinged_ = false;           ///< since heard_at_
    std::unique_ptr<operation> timer_; ///< while there is a feed: for its next sign; else: until the next try

    std::optional<server_state> reported_;
    boost::system::error_code reported_why_;
    boost::system::error_code lost_why_;
    std::unique_ptr<operation> away_; ///< until it is said that the server is away
};

} // namespace motcua::client
