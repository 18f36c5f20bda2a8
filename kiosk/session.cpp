#include "kiosk/session.hpp"

#include "kiosk/limits.hpp"
#include "kiosk/wire.hpp"

namespace motcua::kiosk {

session::session(client::connection& server, std::function<void(event)> report)
    : server_{server}, report_{std::move(report)},
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
               .on_board = [this](const auto& board) { report_(board_of(board)); }}}
{}

void session::issue(const request& wanted)
{
    const auto answered = [this, key = wanted.key](const client::answer<protocol::ticket>& got) {
        if (got) {
            return report_(ticket_issued{key, ticket_of(*got)});
        }
        const auto& wrong = got.error();
        report_(ticket_refused{key, client::is_outcome_unknown(wrong) ? refusal::unanswered
                                                                      : refusal_of(wrong.code)});
    };
    server_.send<protocol::ticket>(
        client::verb::post, window_.path("/tickets"), body_of(wanted), answered,
        client::request_options{.deadline = limits::late_answer, .idempotency_key = wanted.key});
}

void session::give_back(const kiosk::give_back& wanted)
{
    const auto answered = [this, id = wanted.ticket](const client::answer<protocol::ticket>& got) {
        report_(ticket_given_back{id, got.has_value()});
    };
    protocol::cancel_ticket body;
    if (!wanted.is_wish) {
        body.reason = protocol::cancel_reason::not_shown;
    }
    const std::chrono::milliseconds deadline = wanted.is_wish
                                                   ? std::chrono::milliseconds{limits::give_back}
                                                   : std::chrono::milliseconds{limits::late_answer};
    server_.send<protocol::ticket>(client::verb::post, "/api/v1/tickets/" + wanted.ticket + "/cancel", body,
                                   answered, client::request_options{.deadline = deadline});
}

} // namespace motcua::kiosk
