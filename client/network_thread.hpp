#pragma once
// The thread that a window's connection runs on, so that the window never waits for the network.

#include "client/connection.hpp"
#include "client/server_address.hpp"

#include <future>
#include <thread>

namespace motcua::client {

/// Used from the window's thread. The closures of tasks and callbacks are destroyed on the network thread,
/// together with the connection. An exception from them ends the program.
class network_thread
{
public:
    /// Starts the thread. The connection begins with the token of `server`; `log` gets its lines on the
    /// network thread, which may outlive this.
    explicit network_thread(server_address server, logging::line_function log = logging::no_log);

    /// Cancels what is under way; no callback follows. Waits limits::thread_stop at most: a thread that is
    /// stuck in a name look-up is left to end by itself.
    ~network_thread();

    network_thread(const network_thread&) = delete;
    network_thread& operator=(const network_thread&) = delete;

    /// Runs `task` on the network thread, after those before it. Never blocks.
    void post(std::function<void(connection&)> task);

private:
    struct world;

    world* world_; ///< owned by the thread, which destroys it after `may_end_` is set
    std::promise<void> may_end_;
    std::promise<void> ended_;
    std::future<void> end_ = ended_.get_future();
    std::thread thread_;
};

} // namespace motcua::client
