#include "counter/console/session.hpp"

#include "base/overloaded.hpp"
#include "client/feed_message.hpp"
#include "client/target.hpp"
#include "counter/console/wire.hpp"
#include "counter/limits.hpp"

#include <algorithm>
#include <array>
#include <iterator>

namespace motcua::counter::console {
namespace {

using client::verb;

/// The states of a ticket that concern a counter, beside waiting.
constexpr std::array<std::string_view, 4> other_states{"called", "serving", "held", "no_show"};

std::vector<ticket> tickets_of(const protocol::ticket_list& list)
{
    std::vector<ticket> tickets;
    std::ranges::transform(list.items, std::back_inserter(tickets), ticket_of);
    return tickets;
}

} // namespace

session::session(client::connection& server, std::function<void(event)> report)
    : server_{server}, report_{std::move(report)},
      window_{server,
              // The feed reports every change of a counter: the board is only asked for now and then.
              {.pace = limits::list_age, .age = limits::list_age, .answer = limits::list_answer},
              {.on_known = [this](const auto& who) { return known(who); },
               .on_refused = [this] { report_(device_refused{}); },
               .on_revoked = [this] { report_(device_revoked{}); },
               .on_connected = [this](bool connected) { report_(connection_changed{connected}); },
               .on_board =
                   [this](const auto& board) {
                       today_ = std::chrono::floor<std::chrono::days>(base::wall_time(board.time));
                       report_(board_of(board));
                   },
               .on_snapshot = [this] { snapshot_came(); },
               .on_message = [this](const auto& message) { message_came(message); }}},
      waiting_{server.clock(), {limits::list_pace, limits::list_age}, [this] { ask_waiting(); }},
      everything_{server.clock(), {limits::list_pace, limits::list_age}, [this] { ask_everything(); }},
      appointments_{server, [this](appointments::event happened) { report_(std::move(happened)); }}
{}

void session::start(std::string token)
{
    waiting_.stop();
    everything_.stop();
    appointments_.stop();
    window_.start(std::move(token));
}

bool session::known(const protocol::identity& who)
{
    // The device of an office where officers sign in, or one that no counter owns.
    if (who.sign_in_required.value_or(false) || (who.role == "counter" && !who.counter)) {
        report_(sign_in_needed{});
        return true;
    }
    if (!who.counter) {
        report_(not_a_counter{});
        return false;
    }
    site_ = who.site;
    counter_ = *who.counter;
    appointments_.set_site(site_);
    report_(identified{counter_, who.site_name, who.site_name_en,
                       who.staff_name ? *who.staff_name : who.staff.value_or("")});
    report_settings(who);
    return true;
}

void session::report_settings(const protocol::identity& who)
{
    if (who.settings) {
        report_(settings_arrived{*who.settings});
    }
}

/// Without an answer those that are known stay.
void session::ask_settings()
{
    server_.send<protocol::identity>(
        verb::get, "/api/v1/whoami",
        [this](const client::answer<protocol::identity>& got) {
            if (got) {
                report_settings(*got);
            }
        },
        client::request_options{.deadline = limits::list_answer});
}

void session::snapshot_came()
{
    ++messages_;
    everything_.lost();
    appointments_.snapshot_came();
}

void session::message_came(const boost::json::value& message)
{
    ++messages_;
    appointments_.message_came(message);
    std::visit(base::overloaded{
                   [](const client::unknown_change&) {}, [](const protocol::feed_day&) {},
                   [this](const protocol::feed_settings&) {
                       ask_settings();
                       hours_of_.reset();
                       everything_.lost();
                   },
                   [this](const protocol::feed_counter& change) {
                       report_(counter_changed{counter_of(change.status)});
                   },
                   [this](const protocol::feed_ticket<protocol::ticket>& change) {
                       report_(ticket_changed{ticket_of(change.ticket), change.type == "ticket_note_set"});
                   }},
               client::read_feed_message<protocol::ticket>(message));
    waiting_.changed();
}

void session::ask_everything()
{
    ask_services();
    ask_hours();
    waiting_.lost();
    ask_others(0, {});
}

/// Without an answer the services that are known stay.
void session::ask_services()
{
    server_.send<protocol::service_list>(
        verb::get, window_.path("/services"),
        [this, before = messages_](const client::answer<protocol::service_list>& got) {
            if (got && before == messages_) {
                report_(services_of(*got));
            }
        },
        client::request_options{.deadline = limits::list_answer});
}

/// Once a day, and when the settings have changed. Without an answer the next round asks again.
void session::ask_hours()
{
    if (hours_of_ == today_) {
        return;
    }
    hours_of_ = today_;
    const auto day = base::format_day({*today_});
    server_.send<protocol::calendar_days>(
        verb::get, window_.path("/calendar?from=" + day + "&to=" + day),
        [this](const client::answer<protocol::calendar_days>& got) {
            if (got) {
                return report_(hours_of(*got));
            }
            hours_of_.reset();
        },
        client::request_options{.deadline = limits::list_answer});
}

void session::ask_others(std::size_t nth, std::vector<ticket> found)
{
    const auto answered = [this, nth, found = std::move(found),
                           before = messages_](const client::answer<protocol::ticket_list>& got) mutable {
        if (!got || before != messages_) {
            everything_.answered();
            return everything_.changed();
        }
        std::ranges::move(tickets_of(*got), std::back_inserter(found));
        if (nth + 1 < other_states.size()) {
            return ask_others(nth + 1, std::move(found));
        }
        everything_.answered();
        report_(others_arrived{std::move(found)});
    };
    ask_tickets(other_states[nth], answered);
}

void session::ask_waiting()
{
    ask_tickets("waiting", [this, before = messages_](const client::answer<protocol::ticket_list>& got) {
        waiting_.answered();
        if (!got || before != messages_) {
            return waiting_.changed();
        }
        report_(waiting_arrived{tickets_of(*got)});
    });
}

void session::ask_tickets(std::string_view state,
                          std::function<void(const client::answer<protocol::ticket_list>&)> done)
{
    const auto target =
        "/tickets?state=" + std::string{state} + "&limit=" + std::to_string(limits::waiting_asked);
    server_.send<protocol::ticket_list>(verb::get, window_.path(target), std::move(done),
                                        client::request_options{.deadline = limits::list_answer});
}

void session::send(const order& wanted)
{
    switch (wanted.wish.action) {
    case action::sign_out:
        return sign_out();
    case action::pause:
    case action::open:
    case action::close:
        return post<protocol::counter>(wanted, [this, key = wanted.key](const protocol::counter& now) {
            report_(counter_changed{counter_of(now)});
            report_(done{key, {}});
        });
    default:
        return post<std::optional<protocol::ticket>>(
            wanted, [this, key = wanted.key](const std::optional<protocol::ticket>& now) {
                if (now) {
                    return report_(done{key, ticket_of(*now)});
                }
                report_(nobody_waits{key});
            });
    }
}

void session::send(const ask_note& wanted)
{
    server_.send<protocol::ticket_with_history>(
        verb::get, "/api/v1/tickets/" + client::percent_encoded(wanted.ticket),
        [this, ticket = wanted.ticket](const client::answer<protocol::ticket_with_history>& got) {
            if (got) {
                return report_(note_came{ticket, got->note.value_or("")});
            }
            report_(note_failed{ticket});
        },
        client::request_options{.deadline = limits::list_answer});
}

/// Over in any case: a session that the server does not hear about ends there by itself.
void session::sign_out()
{
    server_.send<client::no_body>(
        verb::remove, "/api/v1/sessions/current",
        [this](const client::answer<client::no_body>&) { report_(signed_out{}); },
        client::request_options{.deadline = limits::sign_out});
}

template <class Answer>
void session::post(const order& wanted, std::function<void(const Answer&)> succeeded)
{
    auto request = request_of(wanted.wish, site_, counter_);
    const auto answered = [this, key = wanted.key,
                           succeeded](const client::result<client::http_response>& got) {
        ++messages_;
        const auto answer = client::read_answer<Answer>(got);
        if (answer) {
            return succeeded(*answer);
        }
        if (client::is_outcome_unknown(answer.error())) {
            return report_(unanswered{key});
        }
        // The console's picture of the site was wrong.
        everything_.changed();
        window_.refresh_board(limits::list_pace);
        report_(refused{key, answer.error().code});
    };
    server_.send({verb::post, "/api/v1" + request.path, std::move(request.body), {}}, answered,
                 client::request_options{.deadline = limits::answer, .idempotency_key = wanted.key});
}

} // namespace motcua::counter::console
