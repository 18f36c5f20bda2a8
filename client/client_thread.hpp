#pragma once
// A connection on a thread of its own, for a window that must never wait for the network.

#include "client/connection.hpp"
#include "client/endpoint.hpp"

#include <future>
#include <thread>

namespace motcua::client {

/// Used from the window's thread. What tasks and callbacks leave behind in closures ends on the connection's
/// thread, together with the connection. An exception from them ends the program.
class client_thread
{
public:
    explicit client_thread(endpoint server);

    /// Cancels what is under way; no callback follows. Waits limits::thread_stop at most: a thread that is
    /// stuck in a name look-up is left to end by itself.
    ~client_thread();

    client_thread(const client_thread&) = delete;
    client_thread& operator=(const client_thread&) = delete;

    /// Runs `task` on the connection's thread. Never blocks.
    void post(std::function<void(connection&)> task);

private:
    struct world;

    world* world_; ///< owned by the thread, and there until it is let go
    std::promise<void> let_go_;
    std::promise<void> ended_;
    std::future<void> end_ = ended_.get_future();
    std::thread thread_;
};

} // namespace motcua::client
