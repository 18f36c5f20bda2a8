#include "client/network_thread.hpp"

#include "client/asio_timers.hpp"
#include "client/beast_transport.hpp"

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>

namespace motcua::client {

struct network_thread::world
{
    world(server_address server, logging::line_function log)
        : transport{context, std::move(server)}, connection{transport, clock, seeded_engine(), std::move(log)}
    {}

    boost::asio::io_context context{1};
    boost::asio::executor_work_guard<boost::asio::io_context::executor_type> waits_for_tasks{
        context.get_executor()};
    beast_transport transport;
    asio_timers clock{context};
    client::connection connection;
};

network_thread::network_thread(server_address server, logging::line_function log)
{
    auto owned = std::make_unique<world>(std::move(server), std::move(log));
    world_ = owned.get();
    thread_ = std::thread{[owned = std::move(owned), may_end = may_end_.get_future(),
                           ended = std::promise<void>{std::move(ended_)}]() mutable {
        owned->context.run();
        may_end.wait();
        owned.reset();
        ended.set_value();
    }};
}

network_thread::~network_thread()
{
    world_->context.stop();
    may_end_.set_value();
    if (end_.wait_for(limits::thread_stop) == std::future_status::ready) {
        thread_.join();
    } else {
        thread_.detach();
    }
}

void network_thread::post(std::function<void(connection&)> task)
{
    boost::asio::post(world_->context, [task = std::move(task), world = world_] { task(world->connection); });
}

} // namespace motcua::client
