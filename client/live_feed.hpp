#pragma once
// The live feed as its owner needs it: every message once and in order, over any number of lost connections.

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

/// All run on the strand; none may destroy the feed. The values are valid until the function returns;
/// client/feed_message.hpp gives them their types.
struct feed_events
{
    /// The whole board: what was known before no longer holds.
    std::function<void(const boost::json::value&)> on_snapshot;
    /// The next change. A message without `seq` is handed on as it comes.
    std::function<void(const boost::json::value&)> on_message;
    /// Reports a change, also of the reason why the server is away. Away is reported within 2 s of the last
    /// sign of life, and not at all when the feed is back by then; at first as soon as one try failed.
    std::function<void(server_state, boost::system::error_code why)> on_state;
};

/// Opens the feed and keeps it open: whatever goes wrong, it tries again, at least every 2 s or after
/// limits::distrust_pause, and resumes after the last message. A silent server counts as away, so the feed
/// sends pings.
class live_feed
{
public:
    /// Opens at once. `target` is a path of the interface, such as `/api/v1/sites/demo/live`. The other three
    /// outlive the feed.
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
    bool is_proven_ = false;          ///< this connection sent a message that follows seq_

    std::unique_ptr<feed> feed_;
    bool is_connected_ = false;
    time_point tried_at_;
    time_point heard_at_;
    bool is_pinged_ = false; ///< since heard_at_
    std::unique_ptr<operation>
        timer_; ///< with a feed: until its silence is too long; else until the next try

    std::optional<server_state> reported_;
    boost::system::error_code reported_why_;
    boost::system::error_code lost_why_;
    std::unique_ptr<operation> away_; ///< until the server is reported as away
};

} // namespace motcua::client
