#include "counter/board/session.hpp"

#include "client/feed_message.hpp"
#include "counter/limits.hpp"

namespace motcua::counter::board {
namespace {

board_arrived board_of(const protocol::board& board)
{
    board_arrived arrived{.time = base::wall_time(board.time)};
    for (const auto& one : board.calling) {
        arrived.calling.push_back({.number = one.number,
                                   .counter = one.counter,
                                   .service = one.service,
                                   .called_at = base::wall_time(one.called_at)});
    }
    for (const auto& one : board.services) {
        arrived.services.push_back({.code = one.service,
                                    .name = one.name,
                                    .name_en = one.name_en.empty() ? one.name : one.name_en,
                                    .waiting = one.waiting,
                                    .forecast = client::forecast_of(one),
                                    .intake = client::intake_of(one),
                                    .next = one.next});
    }
    for (const auto& one : board.counters) {
        if (one.state != protocol::counter_state::closed) {
            arrived.counters.push_back({.code = one.counter,
                                        .number = one.number.value_or(""),
                                        .is_paused = one.state == protocol::counter_state::paused,
                                        .reason = one.reason.value_or("")});
        }
    }
    return arrived;
}

std::optional<std::chrono::local_seconds> wall_time(const std::optional<base::timestamp>& at)
{
    return at ? std::optional{base::wall_time(*at)} : std::nullopt;
}

settings settings_of(const protocol::window_settings& shown)
{
    settings known{.per_call = std::chrono::seconds{shown.board.seconds_per_call}};
    if (!shown.board.languages.empty()) {
        known.languages = shown.board.languages;
    }
    for (const auto& one : shown.notices) {
        known.notices.push_back(
            {.vi = one.vi, .en = one.en, .from = wall_time(one.from), .until = wall_time(one.until)});
    }
    return known;
}

office_known office_of(const protocol::identity& who)
{
    office_known known{.name = who.site_name, .name_en = who.site_name_en};
    if (who.settings) {
        known.settings = settings_of(*who.settings);
    }
    return known;
}

/// What a change of a ticket means for the board.
event event_of(const protocol::public_ticket& ticket)
{
    if (ticket.state != protocol::ticket_state::called || !ticket.counter || !ticket.called_at) {
        return ended{ticket.number, ticket.state == protocol::ticket_state::serving};
    }
    return called{{.number = ticket.number,
                   .counter = *ticket.counter,
                   .service = ticket.service,
                   .called_at = base::wall_time(*ticket.called_at),
                   .times = ticket.calls}};
}

} // namespace

session::session(client::connection& server, std::function<void(const event&)> report)
    : report_{std::move(report)},
      window_{server,
              {.pace = limits::board_pace, .age = limits::board_age, .answer = limits::board_answer},
              {.on_known =
                   [this](const auto& who) {
                       report_(office_of(who));
                       return true;
                   },
               .on_refused = [this] { report_(device_refused{}); },
               .on_revoked = [this] { report_(device_revoked{}); },
               .on_connected = [this](bool connected) { report_(connection_changed{connected}); },
               .on_board = [this](const auto& board) { report_(board_of(board)); },
               .on_message = [this](const auto& message) { message_came(message); }}}
{}

void session::message_came(const boost::json::value& message)
{
    const auto content = client::read_feed_message<protocol::public_ticket>(message);
    if (const auto* change = std::get_if<protocol::feed_ticket<protocol::public_ticket>>(&content)) {
        report_(event_of(change->ticket));
    }
}

} // namespace motcua::counter::board
