#include "kiosk/conversation.hpp"
#include "client/target.hpp"
#include "kiosk/limits.hpp"
#include "kiosk/wire.hpp"

namespace motcua::kiosk {
namespace {

using client::verb;

/// Whether the server may have heard the request and could not say so.
bool is_no_answer(int status) { return status == 0 || status == 429 || status >= 500; }

} // namespace

conversation::conversation(client::connection& server, std::function<void(event)> tell)
    : server_(server), tell_(std::move(tell)),
      introduction_(server, {.on_known =
                                 [this](const protocol::identity& who) {
                                     site_ = who.site;
                                     tell_(office_of(who));
                                     follow_feed();
                                 },
                             .on_refused = [this] { tell_(device_refused{}); },
                             .on_away = [this] { tell_(connection_changed{false}); }}),
      board_(server.clock(), {limits::board_pace, limits::board_age}, [this] { ask_board(); })
{}

void conversation::ask(const request& r)
{
    const auto answered = [this, key = r.key](const client::answer<protocol::ticket>& got) {
        if (got) {
            return tell_(ticket_issued{key, ticket_of(*got)});
        }
        const auto& wrong = got.error();
        tell_(ticket_refused{key, is_no_answer(wrong.status) ? refusal::unanswered : refusal_of(wrong.code)});
    };
    server_.call<protocol::ticket>(verb::post, path("/tickets"), body_of(r), answered,
                                   {limits::answer, r.key});
}

void conversation::follow_feed()
{
    server_.follow(path("/live"),
                   {.on_snapshot =
                        [this](const boost::json::value& message) {
                            const auto snapshot = base::read_json<protocol::feed_snapshot>(message);
                            if (snapshot) {
                                tell_(board_of(snapshot->board));
                            }
                            board_.refreshed();
                        },
                    .on_message = [this](const boost::json::value&) { board_.changed(); },
                    .on_state =
                        [this](client::server_state state, boost::system::error_code why) {
                            if (why == client::error::token_refused) {
                                return tell_(device_refused{});
                            }
                            tell_(connection_changed{state == client::server_state::connected});
                        }});
}

void conversation::ask_board()
{
    server_.call<protocol::board>(verb::get, path("/board"),
                                  [this](const auto& got) {
                                      board_.answered();
                                      if (got) {
                                          tell_(board_of(*got));
                                      }
                                  },
                                  {limits::board_answer, {}});
}

std::string conversation::path(std::string_view rest) const
{
    return "/api/v1/sites/" + client::percent_encoded(site_) + std::string(rest);
}

} // namespace motcua::kiosk
