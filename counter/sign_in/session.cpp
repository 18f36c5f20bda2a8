#include "counter/sign_in/session.hpp"

#include "client/target.hpp"
#include "counter/console/wire.hpp"
#include "counter/limits.hpp"

namespace motcua::counter::sign_in {

using client::verb;

session::session(client::connection& server, std::function<void(event)> report)
    : server_{server}, report_{std::move(report)},
      window_{server,
              {.pace = limits::list_pace, .age = limits::list_age, .answer = limits::list_answer},
              {.on_known = [this](const auto& who) { return known(who); },
               .on_refused = [this] { report_(device_refused{}); },
               .on_revoked = [this] { report_(device_revoked{}); },
               .on_connected = [this](bool connected) { report_(connection_changed{connected}); },
               .on_board = [this](const auto& board) { report_(console::board_of(board)); },
               .on_snapshot = [this] { ask_services(); }}}
{}

void session::start(std::string token)
{
    device_token_ = token;
    window_.start(std::move(token));
}

bool session::known(const protocol::identity& who)
{
    site_ = who.site;
    report_(device_known{who.counter.value_or(""), who.site_name, who.site_name_en});
    return true;
}

void session::ask_services()
{
    server_.send<protocol::service_list>(
        verb::get, window_.path("/services"),
        [this](const client::answer<protocol::service_list>& got) {
            if (got) {
                report_(console::services_of(*got));
            }
        },
        client::request_options{.deadline = limits::list_answer});
}

void session::send(const enter& wanted)
{
    counter_ = wanted.counter;
    services_ = wanted.services;
    const protocol::sign_in body{.site = base::text<1, 64>(site_),
                                 .login = base::text<1, 64>(wanted.login),
                                 .password = base::text<1, 256>(wanted.password),
                                 .counter = base::text<1, 16>(wanted.counter),
                                 .take_over = wanted.take_over};
    server_.send(
        {verb::post, "/api/v1/sessions", base::to_json(body), {}},
        [this](const client::result<client::http_response>& got) { sign_in_answered(got); },
        client::request_options{.deadline = limits::answer});
}

void session::sign_in_answered(const client::result<client::http_response>& got)
{
    if (got && got->status == 429) {
        return report_(must_wait{got->retry_after.value_or(limits::sign_in_pause)});
    }
    const auto answer = client::read_answer<protocol::session>(got);
    if (!answer) {
        const auto& wrong = answer.error();
        return report_(refused{wrong.status == 401                 ? refusal::wrong
                               : wrong.code == "counter_taken"     ? refusal::taken
                               : client::is_outcome_unknown(wrong) ? refusal::unanswered
                                                                   : refusal::no_counter,
                               wrong.staff.value_or("")});
    }
    signed_in_ = *answer;
    if (answer->password_change_required.value_or(false)) {
        return report_(must_change{});
    }
    open_counter();
}

void session::send(const change_password& wanted)
{
    server_.use_token(signed_in_->token.value_or(""));
    server_.send<client::no_body>(
        verb::post, "/api/v1/sessions/current/password",
        protocol::password_change{base::text<1, 256>(wanted.old), base::text<1, 256>(wanted.fresh)},
        [this](const client::answer<client::no_body>& got) {
            if (got) {
                return open_counter();
            }
            // A token that opens nothing else yet would let the feed be refused.
            server_.use_token(device_token_);
            report_(change_refused{client::is_outcome_unknown(got.error()) ? "" : got.error().code});
        },
        client::request_options{.deadline = limits::answer});
}

/// With the officer's own token. If the counter cannot be opened the officer is in all the same: the console
/// shows a counter that is closed, and its key opens it.
void session::open_counter()
{
    server_.use_token(signed_in_->token.value_or(""));
    protocol::open_counter body;
    if (!services_.empty()) {
        body.services.emplace();
        for (const auto& code : services_) {
            body.services->push_back(protocol::code_text(code));
        }
    }
    const auto seat = signed_in_->counter.value_or(counter_);
    server_.send<client::no_body>(
        verb::post, window_.path("/counters/" + client::percent_encoded(seat) + "/open"), body,
        [this](const client::answer<client::no_body>&) {
            report_(entered{signed_in_->token.value_or(""), signed_in_->name});
        },
        client::request_options{.deadline = limits::answer});
}

} // namespace motcua::counter::sign_in
