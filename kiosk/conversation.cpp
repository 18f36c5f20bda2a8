#include "kiosk/conversation.hpp"
#include "kiosk/limits.hpp"
#include "kiosk/wire.hpp"
#include "protocol/client/target.hpp"

namespace motcua::kiosk {
namespace {

using client::verb;

bool is_unknown_device(int status) { return status == 401 || status == 403; }

/// Whether the server may have heard the request and could not say so.
bool is_no_answer(int status) { return status == 0 || status == 429 || status >= 500; }

} // namespace

conversation::conversation(client::connection& server, std::function<void(event)> tell)
    : server_(server), tell_(std::move(tell))
{}

void conversation::start()
{
    server_.call<protocol::identity>(verb::get, "/api/v1/whoami",
                                     [this](const auto& who) { identified(who); },
                                     {limits::first_contact, {}});
}

void conversation::ask(const request& r)
{
    const auto answered = [this, key = r.key](const client::answer<protocol::ticket>& got) {
        if (got) return tell_(ticket_issued{key, ticket_of(*got)});
        const auto& wrong = got.error();
        tell_(ticket_refused{key, is_no_answer(wrong.status) ? refusal::unanswered : refusal_of(wrong.code)});
    };
    server_.call<protocol::ticket>(verb::post, path("/tickets"), body_of(r), answered,
                                   {limits::answer, r.key});
}

void conversation::identified(const client::answer<protocol::identity>& who)
{
    if (who) {
        site_ = who->site;
        tell_(office_of(*who));
        return follow_feed();
    }
    if (is_unknown_device(who.error().status))
        tell_(device_refused{});
    else
        tell_(connection_changed{false});
    identity_timer_ = server_.clock().after(limits::identity_pause, [this] { start(); });
}

void conversation::follow_feed()
{
    server_.follow(path("/live"),
                   {.on_snapshot =
                        [this](const boost::json::value& message) {
                            const auto snapshot = protocol::read_json<protocol::feed_snapshot>(message);
                            if (snapshot) tell_(board_of(snapshot->board));
                            ask_board_in(limits::board_age);
                        },
                    .on_message = [this](const boost::json::value&) { ask_board_in(limits::board_pace); },
                    .on_state =
                        [this](client::server_state state, boost::system::error_code why) {
                            if (why == client::error::token_refused) return tell_(device_refused{});
                            tell_(connection_changed{state == client::server_state::connected});
                        }});
}

void conversation::ask_board()
{
    if (asking_board_) return ask_board_in(limits::board_pace);
    asking_board_ = true;
    server_.call<protocol::board>(verb::get, path("/board"), [this](const auto& got) { board_answered(got); },
                                  {limits::board_answer, {}});
}

void conversation::board_answered(const client::answer<protocol::board>& got)
{
    asking_board_ = false;
    if (got) tell_(board_of(*got));
    ask_board_in(limits::board_age);
}

void conversation::ask_board_in(std::chrono::milliseconds delay)
{
    const auto due = server_.clock().now() + delay;
    if (board_due_ && *board_due_ <= due) return;
    board_due_ = due;
    board_timer_ = server_.clock().after(delay, [this] {
        board_due_.reset();
        ask_board();
    });
}

std::string conversation::path(std::string_view rest) const
{
    return "/api/v1/sites/" + client::percent_encoded(site_) + std::string(rest);
}

} // namespace motcua::kiosk
