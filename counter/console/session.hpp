#pragma once
// The console's session at the server: whose counter this is, who waits, and the officer's orders. Knows
// messages and time only through the client's seam, so that tests need no network.

#include "client/window_session.hpp"
#include "counter/console/appointments/session.hpp"
#include "counter/console/model.hpp"

#include <functional>

namespace motcua::counter::console {

/// On the strand of its connection.
class session
{
public:
    /// `report` takes what happened, on the strand. `server` outlives the session.
    session(client::connection& server, std::function<void(event)> report);

    /// See client::session::start. Keeps the site's lists fresh once the counter is known.
    void start(std::string token);

    /// Sends the officer's order; its outcome is reported within limits::answer.
    void send(const order& wanted);
    void send(const appointments::request& wanted) { appointments_.send(wanted); }
    /// Reports the note within limits::list_answer.
    void send(const ask_note& wanted);

private:
    bool known(const protocol::identity& who);
    void snapshot_came();
    void message_came(const boost::json::value& message);
    void report_settings(const protocol::identity& who);
    void ask_settings();
    void ask_everything();
    void ask_services();
    void ask_hours();
    void ask_others(std::size_t nth, std::vector<ticket> found);
    void ask_waiting();
    void ask_tickets(std::string_view state,
                     std::function<void(const client::answer<protocol::ticket_list>&)> done);
    void sign_out();
    template <class Answer>
    void post(const order& wanted, std::function<void(const Answer&)> succeeded);

    client::connection& server_;
    std::function<void(event)> report_;
    std::string site_;
    std::string counter_;
    client::window_session window_;
    client::refresher waiting_;
    client::refresher everything_;
    /// By the board; and the day whose hours are known or asked for.
    std::optional<std::chrono::local_days> today_;
    std::optional<std::chrono::local_days> hours_of_;
    appointments::session appointments_;
    /// Of the feed, and answers to orders: a list requested before one and answered after it may be older.
    unsigned messages_ = 0;
};

} // namespace motcua::counter::console
