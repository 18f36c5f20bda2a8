#pragma once
// One login at the server: a token, whose it is, and the live feed of its site.

#include "client/connection.hpp"
#include "client/contact_log.hpp"

namespace motcua::client {

/// What a session reports, on the strand of its connection. None of these may start or destroy the session.
struct session_events
{
    /// The server knows the token: whose it is. True: the site's feed follows. False: the window has no use
    /// for this identity, and the session reports nothing more.
    std::function<bool(const protocol::identity&)> on_known;
    /// The server does not know the token. The session goes on asking, so this comes again, or on_known does.
    std::function<void()> on_refused;
    /// The server has refused the token for limits::revocation: it was revoked, or belongs to another server.
    /// Once, after on_refused. May be empty.
    std::function<void()> on_revoked = {};
    /// Whether the server is there and what was reported is up to date. Away is reported within 2 s of the
    /// server's last sign of life, at the start within 2 s of start().
    std::function<void(bool connected)> on_connected;
    /// The feed's beginning, or a new beginning: what was known before no longer holds.
    std::function<void(const boost::json::value&)> on_snapshot;
    /// The next message of the feed; client/feed_message.hpp reads it.
    std::function<void(const boost::json::value&)> on_message;
};

/// Asks the server whose the token is until the server knows, then follows the feed of that site, over any
/// number of lost connections. On the strand of its connection, which has one session at a time.
class session
{
public:
    /// `server` outlives the session.
    session(connection& server, session_events events)
        : server_{server}, events_{std::move(events)}, log_{server.clock(), server.log()}
    {}

    /// Begins, or begins again for another login: everything under way on the connection is forgotten, so
    /// that no report and no answer of the old login follows. A completion may do this.
    void start(std::string token);

    /// The names of the site may have changed: on_known comes again if the server answers, and nothing if
    /// not.
    void refresh_identity();

    /// `rest`, such as `/board`, below the path of the session's site. Once the identity is known.
    std::string path(std::string_view rest) const;

private:
    void ask_identity();
    void answered(const answer<protocol::identity>& who);
    void follow_feed();
    void lost(const std::string& why);
    void refused();
    void check_token();
    void watch_refusal(int status);

    connection& server_;
    session_events events_;
    contact_log log_;
    std::string site_;                 ///< empty: not yet known
    std::unique_ptr<operation> pause_; ///< until the identity is asked for again
    /// The first of the refusals without another answer between them.
    std::optional<time_point> unknown_since_;
    bool is_revoked_ = false;
};

} // namespace motcua::client
