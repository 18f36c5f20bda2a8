#include "client/window_session.hpp"

#include "client/feed_message.hpp"

namespace motcua::client {

window_session::window_session(connection& server, board_rhythm when, window_events events)
    : events_{std::move(events)},
      session_{server,
               {.on_known = [this](const auto& who) { return known(who); },
                .on_refused = events_.on_refused,
                .on_revoked = events_.on_revoked,
                .on_connected = events_.on_connected,
                .on_snapshot = [this](const auto& message) { snapshot_came(message); },
                .on_message = [this](const auto& message) { message_came(message); }}},
      board_{server, when, events_.on_board}
{}

void window_session::start(std::string token)
{
    board_.stop();
    session_.start(std::move(token));
}

bool window_session::known(const protocol::identity& who)
{
    board_.follow(session_.path("/board"));
    return events_.on_known(who);
}

void window_session::snapshot_came(const boost::json::value& message)
{
    if (const auto snapshot = base::read_json<protocol::feed_snapshot>(message)) {
        board_.take(snapshot->board);
    } else {
        board_.lost();
    }
    if (events_.on_snapshot) {
        events_.on_snapshot();
    }
}

void window_session::message_came(const boost::json::value& message)
{
    if (events_.on_message) {
        events_.on_message(message);
    }
    board_.changed(number_in(message.as_object(), "seq"));
    if (text_in(message.as_object(), "type") == "site_configured") {
        session_.refresh_identity();
        board_.lost();
    }
}

} // namespace motcua::client
