#include "counter/board/session.hpp"

#include "client/board.hpp"
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
                                    .expected_wait = std::chrono::seconds{one.expected_wait_s},
                                    .is_served = client::is_served(board, one.service),
                                    .intake = client::intake_of(one)});
    }
    for (const auto& one : board.counters) {
        if (one.state == protocol::counter_state::open) {
            arrived.counters.push_back({.code = one.counter, .services = one.services});
        }
    }
    return arrived;
}

/// What a change of a ticket means for the board.
event event_of(const protocol::public_ticket& ticket)
{
    if (ticket.state != protocol::ticket_state::called || !ticket.counter || !ticket.called_at) {
        return ended{ticket.number};
    }
    return called{{.number = ticket.number,
                   .counter = *ticket.counter,
                   .service = ticket.service,
                   .called_at = base::wall_time(*ticket.called_at)}};
}

} // namespace

session::session(client::connection& server, std::function<void(const event&)> report)
    : report_{std::move(report)},
      window_{server,
              {.pace = limits::board_pace, .age = limits::board_age, .answer = limits::board_answer},
              {.on_known =
                   [this](const auto& who) {
                       report_(office_known{who.site_name, who.site_name_en});
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
