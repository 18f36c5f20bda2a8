#include "client/session.hpp"

#include "client/feed_message.hpp"
#include "client/target.hpp"

#include <utility>

namespace motcua::client {

void session::start(std::string token)
{
    server_.forget();
    pause_.reset();
    site_.clear();
    unknown_since_.reset();
    is_revoked_ = false;
    log_.restart();
    server_.use_token(std::move(token));
    ask_identity();
}

void session::ask_identity()
{
    server_.send<protocol::identity>(
        verb::get, "/api/v1/whoami", [this](const auto& who) { answered(who); },
        request_options{.deadline = limits::first_contact});
}

void session::refresh_identity()
{
    server_.send<protocol::identity>(
        verb::get, "/api/v1/whoami",
        [this](const answer<protocol::identity>& who) {
            if (who) {
                events_.on_known(*who);
            }
        },
        request_options{.deadline = limits::first_contact});
}

/// The feed is refused: only the identity says whether the token itself is unknown, and whether it stays so.
void session::check_token()
{
    server_.send<protocol::identity>(
        verb::get, "/api/v1/whoami",
        [this](const answer<protocol::identity>& who) {
            watch_refusal(who ? 200 : who.error().status);
            if (!who) {
                pause_ = server_.clock().after(limits::identity_pause, [this] { check_token(); });
            }
        },
        request_options{.deadline = limits::first_contact});
}

void session::answered(const answer<protocol::identity>& who)
{
    watch_refusal(who ? 200 : who.error().status);
    if (who) {
        site_ = who->site;
        log_.known(*who);
        if (events_.on_known(*who)) {
            follow_feed();
        } else {
            log_.useless(*who);
        }
        return;
    }
    const auto status = who.error().status;
    if (status == 401 || status == 403) {
        refused();
    } else {
        lost(who.error().detail.empty() ? who.error().code : who.error().detail);
    }
    const auto pause = who.error().code == "distrust" ? limits::distrust_pause : limits::identity_pause;
    pause_ = server_.clock().after(pause, [this] { ask_identity(); });
}

void session::follow_feed()
{
    const auto on_snapshot = [this](const boost::json::value& message) {
        log_.snapshot(number_in(message.as_object(), "seq"));
        events_.on_snapshot(message);
    };
    const auto on_state = [this](server_state state, boost::system::error_code why) {
        if (why == error::token_refused) {
            refused();
            return check_token();
        }
        if (state == server_state::away) {
            return lost(why.message());
        }
        pause_.reset();
        log_.connected();
        events_.on_connected(true);
    };
    server_.follow(path("/live"),
                   {.on_snapshot = on_snapshot, .on_message = events_.on_message, .on_state = on_state});
}

void session::lost(const std::string& why)
{
    log_.lost(why);
    events_.on_connected(false);
}

void session::refused()
{
    log_.refused();
    events_.on_refused();
}

/// One refusal may be a server that is not itself yet, such as one whose folder is restored: the token counts
/// as revoked when the server still says so some seconds later.
void session::watch_refusal(int status)
{
    if (status != 401) {
        unknown_since_.reset();
        return;
    }
    const auto now = server_.clock().now();
    unknown_since_ = unknown_since_.value_or(now);
    if (now - *unknown_since_ >= limits::revocation && !std::exchange(is_revoked_, true) &&
        events_.on_revoked) {
        events_.on_revoked();
    }
}

std::string session::path(std::string_view rest) const
{
    return "/api/v1/sites/" + percent_encoded(site_) + std::string{rest};
}

} // namespace motcua::client
