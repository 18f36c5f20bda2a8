#pragma once
// The kiosk's server, as its window sees it: the session on the network thread.

#include "client/threaded_session.hpp"
#include "kiosk/session.hpp"
#include "ui/outside.hpp"

namespace motcua::kiosk {

/// Requests tickets; every other effect is for somebody else. From the window's thread.
class network_session : public ui::outside<effect, event>
{
public:
    /// Starts the session with the token of `server`; for `log` see client::network_thread.
    network_session(client::server_address server, logging::line_function log)
        : session_{std::move(server), std::move(log)}
    {}

    void perform(const effect& wanted) override
    {
        if (const auto* ticket = std::get_if<issue>(&wanted)) {
            session_.post([request = ticket->request](session& of_kiosk) { of_kiosk.issue(request); });
        }
    }

    std::vector<event> take() override { return session_.take(); }

private:
    client::threaded_session<session, event> session_;
};

} // namespace motcua::kiosk
