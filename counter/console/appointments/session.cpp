#include "counter/console/appointments/session.hpp"

#include "client/feed_message.hpp"
#include "counter/console/appointments/limits.hpp"
#include "counter/console/appointments/wire.hpp"
#include "counter/limits.hpp"

#include <algorithm>
#include <iterator>

namespace motcua::counter::console::appointments {
namespace {

using client::verb;

/// Whether the message changes what the list shows.
bool is_about_appointments(const boost::json::value& message)
{
    const auto type = client::text_in(message.as_object(), "type");
    if (type == "appointments_changed" || type == "day_opened") {
        return true;
    }
    const auto* ticket = message.as_object().if_contains("ticket");
    return ticket != nullptr && ticket->is_object() &&
           client::text_in(ticket->get_object(), "channel") == "appointment";
}

} // namespace

session::session(client::connection& server, std::function<void(event)> report)
    : server_{server}, report_{std::move(report)}, list_{server.clock(),
                                                         {limits::list_pace, limits::list_age},
                                                         [this] { ask_list(); }}
{}

void session::stop()
{
    list_.stop();
    day_.reset();
    site_.clear();
}

void session::snapshot_came()
{
    ++changes_;
    if (day_) {
        list_.lost();
    }
}

void session::message_came(const boost::json::value& message)
{
    if (!is_about_appointments(message)) {
        return;
    }
    ++changes_;
    if (day_) {
        list_.changed();
    }
}

void session::send(const request& wanted)
{
    std::visit([this](const auto& one) { perform(one); }, wanted);
}

void session::perform(const watch_day& wanted)
{
    day_ = wanted.day;
    list_.stop();
    if (day_) {
        list_.lost();
    }
}

void session::ask_list()
{
    if (day_ && !site_.empty()) {
        ask_page(*day_, 0, {}, {});
    }
}

/// A list that was overtaken, or is of a day that nobody looks at any more, is not believed.
void session::ask_page(std::chrono::local_days day, int nth, std::vector<appointment> found,
                       const std::string& cursor)
{
    const auto answered = [this, day, nth, found = std::move(found),
                           before = changes_](const client::answer<protocol::appointment_list>& got) mutable {
        if (day != day_) {
            return;
        }
        if (!got || before != changes_) {
            list_.answered();
            return list_.changed();
        }
        std::ranges::transform(got->items, std::back_inserter(found), appointment_of);
        if (got->next_cursor && nth + 1 < limits::appointment_pages) {
            return ask_page(day, nth + 1, std::move(found), *got->next_cursor);
        }
        list_.answered();
        report_(list_came{day, std::move(found)});
    };
    server_.send<protocol::appointment_list>(verb::get, "/api/v1" + list_path(site_, day, cursor), answered,
                                             client::request_options{.deadline = limits::list_answer});
}

void session::perform(const ask_times& wanted)
{
    server_.send<protocol::slot_list>(
        verb::get, "/api/v1" + times_path(site_, wanted),
        [this, wanted](const client::answer<protocol::slot_list>& got) {
            if (got) {
                return report_(times_came{wanted, free_times_of(*got)});
            }
            report_(times_failed{wanted});
        },
        client::request_options{.deadline = limits::list_answer});
}

void session::perform(const deed& wanted)
{
    const auto& key = wanted.key;
    switch (wanted.kind) {
    case deed_kind::check_in:
        return send_deed<protocol::ticket>(wanted, [key](const protocol::ticket& now) {
            return checked_in{.key = key, .number = now.number, .is_late = now.late.value_or(false)};
        });
    case deed_kind::show_person:
        return send_deed<protocol::person>(wanted, [key](const protocol::person& who) {
            return person_came{.key = key, .name = who.name.value_or(""), .phone = who.phone};
        });
    case deed_kind::hold:
        return send_deed<protocol::slot_hold>(wanted, [key](const protocol::slot_hold& held) {
            return place_held{.key = key, .place = place_of(held)};
        });
    default:
        return send_deed<protocol::appointment>(wanted, [key](const protocol::appointment& now) {
            return deed_done{.key = key, .appointment = appointment_of(now)};
        });
    }
}

template <class Answer>
void session::send_deed(const deed& wanted, std::function<event(const Answer&)> succeeded)
{
    const auto answered = [this, wanted, succeeded](const client::result<client::http_response>& got) {
        ++changes_;
        const auto answer = client::read_answer<Answer>(got);
        if (answer) {
            report_(succeeded(*answer));
        } else if (client::is_outcome_unknown(answer.error())) {
            report_(deed_unanswered{wanted.key});
        } else {
            report_(refusal_of(wanted, answer.error(), got));
        }
        if (day_) {
            list_.changed();
        }
    };
    // A look at a name changes nothing, and has no key.
    const bool is_look = wanted.kind == deed_kind::show_person;
    server_.send({is_look ? verb::get : verb::post,
                  "/api/v1" + deed_path(site_, wanted),
                  is_look ? std::string() : deed_body(wanted),
                  {}},
                 answered,
                 client::request_options{.deadline = limits::answer,
                                         .idempotency_key = is_look ? std::string() : wanted.key});
}

} // namespace motcua::counter::console::appointments
