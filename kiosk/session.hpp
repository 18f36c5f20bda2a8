#pragma once
// The kiosk's session at the server: the office and its queues become events, and a ticket is requested.
// Knows messages and time only through the client's seam, so that tests need no network.

#include "client/window_session.hpp"
#include "kiosk/appointments/requests.hpp"
#include "kiosk/model.hpp"

#include <functional>

namespace motcua::kiosk {

/// On the strand of its connection.
class session
{
public:
    /// `report` takes what happened, on the strand. `server` outlives the session.
    session(client::connection& server, std::function<void(event)> report);

    /// See client::session::start.
    void start(std::string token) { window_.start(std::move(token)); }

    /// Requests a ticket; the ticket, or why there is none, is reported within limits::late_answer.
    void issue(const request& wanted);

    /// Gives a ticket back; whether that is done is reported within limits::give_back, or for one that nobody
    /// saw within limits::late_answer.
    void give_back(const kiosk::give_back& wanted);

    /// Does what the screens of appointments need; see appointment_requests.
    void perform(const appointment_effect& wanted) { appointments_.perform(wanted); }

private:
    void board_came(const protocol::board& board);
    void ask_hours(std::chrono::local_days day);

    client::connection& server_;
    std::function<void(event)> report_;
    /// The day whose hours were asked for last.
    std::optional<std::chrono::local_days> hours_of_;
    client::window_session window_;
    appointment_requests appointments_{server_, window_, report_};
};

} // namespace motcua::kiosk
