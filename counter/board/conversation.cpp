#include "counter/board/conversation.hpp"
#include "client/board.hpp"
#include "client/target.hpp"
#include "counter/limits.hpp"

namespace motcua::counter::board {
namespace {

using client::verb;

board_arrived board_of(const protocol::board& board)
{
    board_arrived arrived{{}, {}, base::wall_time(board.time), {}};
    for (const auto& c : board.calling) {
        arrived.calling.push_back({c.number, c.counter, c.service, base::wall_time(c.called_at)});
    }
    for (const auto& s : board.services) {
        arrived.services.push_back({s.service, s.name, s.name_en.empty() ? s.name : s.name_en, s.waiting,
                                    std::chrono::seconds(s.expected_wait_s),
                                    client::is_served(board, s.service)});
    }
    for (const auto& c : board.counters) {
        if (c.state == protocol::counter_state::open) {
            arrived.counters.push_back({c.counter, c.services});
        }
    }
    return arrived;
}

/// What a change of a ticket means to the hall.
event event_of(const protocol::public_ticket& t)
{
    if (t.state != protocol::ticket_state::called || !t.counter || !t.called_at) {
        return ended{t.number};
    }
    return called{{t.number, *t.counter, t.service, base::wall_time(*t.called_at)}};
}

} // namespace

conversation::conversation(client::connection& server, std::function<void(const event&)> tell)
    : server_(server), tell_(std::move(tell)),
      introduction_(server, {.on_known =
                                 [this](const protocol::identity& who) {
                                     site_ = who.site;
                                     tell_(office_known{who.site_name, who.site_name_en});
                                     follow_feed();
                                 },
                             .on_refused = [this] { tell_(device_refused{}); },
                             .on_away = [this] { tell_(connection_changed{false}); }}),
      board_(server.clock(), {limits::board_pace, limits::board_age}, [this] { ask_board(); })
{}

void conversation::follow_feed()
{
    server_.follow(path("/live"),
                   {.on_snapshot =
                        [this](const boost::json::value& message) {
                            ++messages_;
                            const auto snapshot = base::read_json<protocol::feed_snapshot>(message);
                            if (snapshot) {
                                tell_(board_of(snapshot->board));
                            }
                            board_.refreshed();
                        },
                    .on_message = [this](const boost::json::value& message) { message_came(message); },
                    .on_state =
                        [this](client::server_state state, boost::system::error_code why) {
                            if (why == client::error::token_refused) {
                                return tell_(device_refused{});
                            }
                            tell_(connection_changed{state == client::server_state::connected});
                        }});
}

void conversation::message_came(const boost::json::value& message)
{
    ++messages_;
    const auto change = base::read_json<protocol::feed_ticket<protocol::public_ticket>>(message);
    if (change) {
        tell_(event_of(change->ticket));
    }
    board_.changed();
}

void conversation::ask_board()
{
    server_.call<protocol::board>(verb::get, path("/board"),
                                  [this, before = messages_](const client::answer<protocol::board>& got) {
                                      board_.answered();
                                      if (!got || before != messages_) {
                                          return board_.changed();
                                      }
                                      tell_(board_of(*got));
                                  },
                                  {limits::board_answer, {}});
}

std::string conversation::path(std::string_view rest) const
{
    return "/api/v1/sites/" + client::percent_encoded(site_) + std::string(rest);
}

} // namespace motcua::counter::board
