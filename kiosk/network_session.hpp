#pragma once
// The kiosk's server, as its window sees it: the session on the network thread.

#include "client/threaded_session.hpp"
#include "kiosk/limits.hpp"
#include "kiosk/session.hpp"
#include "ui/outside.hpp"

#include <set>
#include <thread>

namespace motcua::kiosk {

/// Requests tickets and appointments, and gives tickets back; every other effect is for somebody else. From
/// the window's thread.
class network_session : public ui::outside<effect, event>
{
public:
    /// Starts the session with the token of `server`; for `log` see client::network_thread.
    network_session(client::server_address server, logging::line_function log)
        : session_{std::move(server), std::move(log)}
    {}

    /// Ends with the window: no screen will show a ticket that is still to come, so it is given back. Waits
    /// limits::farewell at most, and not at all when nothing is under way.
    ~network_session() override
    {
        const auto deadline = moment::clock::now() + limits::farewell;
        while (!unanswered_.empty() && moment::clock::now() < deadline) {
            for (const auto& news : take()) {
                if (const auto* late = std::get_if<ticket_issued>(&news)) {
                    perform(give_back{late->ticket.id});
                }
            }
            std::this_thread::sleep_for(std::chrono::milliseconds{10});
        }
    }

    network_session(const network_session&) = delete;
    network_session& operator=(const network_session&) = delete;

    void perform(const effect& wanted) override
    {
        if (const auto* ticket = std::get_if<issue>(&wanted)) {
            unanswered_.insert(ticket->request.key);
            session_.post([request = ticket->request](session& of_kiosk) { of_kiosk.issue(request); });
        } else if (const auto* back = std::get_if<give_back>(&wanted)) {
            unanswered_.insert(back->ticket);
            session_.post([request = *back](session& of_kiosk) { of_kiosk.give_back(request); });
        } else if (const auto* of_appointment = std::get_if<appointment_effect>(&wanted)) {
            session_.post([request = *of_appointment](session& of_kiosk) { of_kiosk.perform(request); });
        }
    }

    std::vector<event> take() override
    {
        auto news = session_.take();
        for (const auto& one : news) {
            if (const auto* issued = std::get_if<ticket_issued>(&one)) {
                unanswered_.erase(issued->key);
            } else if (const auto* refused = std::get_if<ticket_refused>(&one)) {
                unanswered_.erase(refused->key);
            } else if (const auto* back = std::get_if<ticket_given_back>(&one)) {
                unanswered_.erase(back->ticket);
            }
        }
        return news;
    }

private:
    client::threaded_session<session, event> session_;
    /// Keys of requests for tickets, and tickets on their way back.
    std::set<std::string> unanswered_;
};

} // namespace motcua::kiosk
