#include "client/client_thread.hpp"

#include "client/asio_timers.hpp"
#include "client/beast_transport.hpp"

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>

namespace motcua::client {

struct client_thread::world
{
    explicit world(endpoint server) : sockets{context, std::move(server)} {}

    boost::asio::io_context context{1};
    boost::asio::executor_work_guard<boost::asio::io_context::executor_type> waits_for_tasks{
        context.get_executor()};
    beast_transport sockets;
    asio_timers clock{context};
    connection link{sockets, clock, seeded_engine()};
};

client_thread::client_thread(endpoint server)
{
    auto owned = std::make_unique<world>(std::move(server));
    world_ = owned.get();
    thread_ = std::thread{[owned = std::move(owned), let_go = let_go_.get_future(),
                           ended = std::promise<void>{std::move(ended_)}]() mutable {
        owned->context.run();
        let_go.wait();
        owned.reset();
        ended.set_value();
    }};
}

client_thread::~client_thread()
{
    world_->context.stop();
    let_go_.set_value();
    if (end_.wait_for(limits::thread_stop) == std::future_status::ready) {
        thread_.join();
    } else {
        thread_.detach();
    }
}

void client_thread::post(std::function<void(connection&)> task)
{
    boost::asio::post(world_->context, [task = std::move(task), world = world_] { task(world->link); });
}

} // namespace motcua::client
