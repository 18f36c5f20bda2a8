#pragma once
// A few threads for what takes longer than a millisecond: passwords, exports, long reports. Bounded: when the
// queue is full the caller learns it at once.

#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <cstddef>
#include <optional>
#include <sys/resource.h>
#include <type_traits>
#include <unistd.h>

namespace motcua::runtime {

class worker_pool
{
public:
    /// At most `tasks_max` run or wait at a time. Without threads a task runs at once, on the thread of the
    /// caller: a simulation has only one.
    /// Threads with a `niceness` above 0 give way to those without.
    worker_pool(std::size_t threads, std::size_t tasks_max, int niceness = 0) : tasks_max_(tasks_max)
    {
        if (threads == 0) {
            return;
        }
        pool_.emplace(threads);
        for (std::size_t count = 0; niceness > 0 && count < threads; ++count) {
            boost::asio::post(*pool_, [niceness] {
                // Linux takes the id of a thread where POSIX means a process. Without it the work is only
                // less polite.
                setpriority(PRIO_PROCESS, static_cast<id_t>(gettid()), niceness);
            });
        }
    }

    /// Waits for the tasks that have begun; those in the queue are dropped.
    ~worker_pool()
    {
        if (pool_) {
            pool_->stop();
            pool_->join();
        }
    }
    worker_pool(const worker_pool&) = delete;
    worker_pool& operator=(const worker_pool&) = delete;

    /// Runs `task` on a thread of the pool and comes back to the caller's executor with its result; nothing
    /// when the pool is full. An exception of the task is thrown here. Only one thread may use this.
    template <class Task>
    auto run(Task task) -> boost::asio::awaitable<std::optional<std::invoke_result_t<Task&>>>
    {
        using result = std::invoke_result_t<Task&>;
        if (tasks_ >= tasks_max_) {
            co_return std::nullopt;
        }
        const place taken{tasks_};
        if (!pool_) {
            co_return task();
        }
        // Named, because gcc 12 destroys a temporary of a co_await twice.
        auto work = [task = std::move(task)]() mutable -> boost::asio::awaitable<result> {
            co_return task();
        };
        co_return co_await boost::asio::co_spawn(*pool_, std::move(work), boost::asio::use_awaitable);
    }

private:
    struct place
    {
        explicit place(std::size_t& a_count) : count(a_count) { ++count; }
        ~place() { --count; }
        std::size_t& count;
    };

    std::optional<boost::asio::thread_pool> pool_;
    std::size_t tasks_max_;
    std::size_t tasks_ = 0;
};

} // namespace motcua::runtime
