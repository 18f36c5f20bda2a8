#include "kiosk/session.hpp"

#include "client/target.hpp"
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
                       hours_of_.reset(); // they may be others now
                       return true;
                   },
               .on_refused = [this] { report_(device_refused{}); },
               .on_revoked = [this] { report_(device_revoked{}); },
               .on_connected = [this](bool connected) { report_(connection_changed{connected}); },
               .on_board = [this](const auto& board) { board_came(board); }}}
{}

void session::board_came(const protocol::board& board)
{
    const auto arrived = board_of(board);
    report_(arrived);
    const auto day = std::chrono::floor<std::chrono::days>(arrived.time);
    if (hours_of_ != day) {
        ask_hours(day);
    }
}

/// Asked again with a later board when no answer came; a refusal stands for the day.
void session::ask_hours(std::chrono::local_days day)
{
    hours_of_ = day;
    const auto text = base::format_day({day});
    const auto target =
        client::with_query(client::with_query(window_.path("/calendar"), "from", text), "to", text);
    const auto answered = [this](const client::answer<protocol::calendar_days>& got) {
        if (got && !got->items.empty()) {
            report_(hours_known{hours_of(got->items.front())});
        } else if (!got && client::is_outcome_unknown(got.error())) {
            hours_of_.reset();
        }
    };
    server_.send<protocol::calendar_days>(client::verb::get, target, answered,
                                          client::request_options{.deadline = limits::board_answer});
}

void session::issue(const request& wanted)
{
    const auto answered = [this, key = wanted.key](const client::answer<protocol::ticket>& got) {
        if (got) {
            return report_(ticket_issued{key, ticket_of(*got)});
        }
        const auto& wrong = got.error();
        report_(ticket_refused{
            key, client::is_outcome_unknown(wrong) ? refusal::unanswered : refusal_of(wrong.code),
            wrong.first_free_slot});
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
