#pragma once
// What a window holds of the network: its session on the network thread, and an inbox for the session's
// events.

#include "client/inbox.hpp"
#include "client/network_thread.hpp"

#include <future>
#include <memory>

namespace motcua::client {

/// `Session` is constructed from a connection and a function that takes an `Event`, and has start(token).
/// Used from the window's thread; only the destructor waits.
template <class Session, class Event>
class threaded_session
{
public:
    /// Starts the session with the token of `server`; for `log` see network_thread.
    explicit threaded_session(server_address server, logging::line_function log = logging::no_log)
        : network_(server, std::move(log))
    {
        network_.post([session = session_, inbox = inbox_,
                       token = std::move(server.token)](connection& to_server) {
            // A full inbox means that the window hangs: a lost event is the smaller harm.
            *session =
                std::make_unique<Session>(to_server, [inbox](Event event) { inbox->push(std::move(event)); });
            (*session)->start(token);
        });
    }

    /// Forgets what is under way and ends the session on the network thread. Waits limits::thread_stop at
    /// most.
    ~threaded_session()
    {
        const auto ended = std::make_shared<std::promise<void>>();
        network_.post([session = session_, ended](connection& to_server) {
            to_server.forget(); // An answer may still come before the thread stops.
            session->reset();
            ended->set_value();
        });
        ended->get_future().wait_for(limits::thread_stop);
    }

    threaded_session(const threaded_session&) = delete;
    threaded_session& operator=(const threaded_session&) = delete;

    /// Runs `task` with the session, on the network thread. Never blocks.
    void post(std::function<void(Session&)> task)
    {
        network_.post([session = session_, task = std::move(task)](connection&) { task(**session); });
    }

    /// The session's events since the last take(), oldest first.
    std::vector<Event> take() { return inbox_->take(); }

private:
    /// Shared with the network thread, which may outlive this when it is stuck.
    std::shared_ptr<client::inbox<Event>> inbox_ = std::make_shared<client::inbox<Event>>();
    /// The session itself belongs to the network thread, and begins and ends there.
    std::shared_ptr<std::unique_ptr<Session>> session_ = std::make_shared<std::unique_ptr<Session>>();
    network_thread network_;
};

} // namespace motcua::client
