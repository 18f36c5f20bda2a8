#pragma once
// The server of each window at the counters and in the waiting hall, as the window sees it: its session on
// the network thread.

#include "client/threaded_session.hpp"
#include "counter/board/session.hpp"
#include "counter/console/session.hpp"
#include "ui/outside.hpp"

namespace motcua::counter {

namespace console {

/// Sends the officer's orders. From the window's thread.
class network_session : public ui::outside<effect, event>
{
public:
    /// Starts the session with the token of `server`; for `log` see client::network_thread.
    network_session(client::server_address server, logging::line_function log)
        : session_{std::move(server), std::move(log)}
    {}

    void perform(const effect& wanted) override
    {
        session_.post([wanted](session& of_console) {
            std::visit([&](const auto& one) { of_console.send(one); }, wanted);
        });
    }

    std::vector<event> take() override { return session_.take(); }

private:
    client::threaded_session<session, event> session_;
};

} // namespace console

namespace board {

/// Only listens. From the window's thread.
class network_session : public ui::outside<effect, event>
{
public:
    /// Starts the session with the token of `server`; for `log` see client::network_thread.
    network_session(client::server_address server, logging::line_function log)
        : session_{std::move(server), std::move(log)}
    {}

    void perform(const effect&) override {}

    std::vector<event> take() override { return session_.take(); }

private:
    client::threaded_session<session, event> session_;
};

} // namespace board

} // namespace motcua::counter
