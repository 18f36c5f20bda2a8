#pragma once
// The part of a window's network side that all windows share: a session, and the board of its site kept
// fresh. A new window adds its own events and requests.

#include "client/board_follower.hpp"
#include "client/session.hpp"

namespace motcua::client {

/// What every window learns, on the strand of its connection; see session_events. `on_revoked`,
/// `on_snapshot` and `on_message` may be empty.
struct window_events
{
    std::function<bool(const protocol::identity&)> on_known;
    std::function<void()> on_refused;
    std::function<void()> on_revoked = {};
    std::function<void(bool connected)> on_connected;
    /// The board, of the feed's beginning or newer.
    std::function<void(const protocol::board&)> on_board;
    /// The feed began: what was known beside the board no longer holds. Comes after its board.
    std::function<void()> on_snapshot;
    std::function<void(const boost::json::value&)> on_message;
};

/// On the strand of its connection.
class window_session
{
public:
    /// `server` outlives the session.
    window_session(connection& server, board_rhythm when, window_events events);

    /// See session::start.
    void start(std::string token);

    /// See session::path.
    std::string path(std::string_view rest) const { return session_.path(rest); }

    /// What is known of the board may be wrong: asks for it after `delay` at the latest.
    void refresh_board(milliseconds delay) { board_.lost(delay); }

private:
    bool known(const protocol::identity& who);
    void snapshot_came(const boost::json::value& message);
    void message_came(const boost::json::value& message);

    window_events events_;
    session session_;
    board_follower board_;
};

} // namespace motcua::client
