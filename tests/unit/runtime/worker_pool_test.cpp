#include "server/runtime/worker_pool.hpp"

#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <catch2/catch.hpp>
#include <stdexcept>
#include <thread>

using namespace motcua;

namespace {

/// Runs `task` on a pool, and all that follows, until nothing is left to do.
template <class Task>
auto result_of(runtime::worker_pool& pool, Task task)
{
    boost::asio::io_context context;
    std::optional<std::invoke_result_t<Task&>> result;
    std::exception_ptr thrown;
    boost::asio::co_spawn(context, pool.run(std::move(task)), [&](std::exception_ptr error, auto given) {
        thrown = error;
        result = std::move(given);
    });
    context.run();
    if (thrown) {
        std::rethrow_exception(thrown);
    }
    return result;
}

int fail() { throw std::runtime_error("why"); }

} // namespace

TEST_CASE("a pool without threads runs a task at once in the thread that asks")
{
    runtime::worker_pool pool(0, 1);
    const auto own = std::this_thread::get_id();
    CHECK(result_of(pool, [] { return std::this_thread::get_id(); }) == own);

    boost::asio::io_context context;
    bool done = false;
    boost::asio::co_spawn(context, pool.run([&done] {
        done = true;
        return 0;
    }),
                          boost::asio::detached);
    CHECK(context.run_one() == 1);
    CHECK(done);
}

TEST_CASE("a pool with threads runs a task on one of them")
{
    runtime::worker_pool pool(1, 1);
    const auto own = std::this_thread::get_id();
    CHECK(result_of(pool, [] { return std::this_thread::get_id(); }).value() != own);
}

TEST_CASE("a pool says so when it is full and passes on what a task throws")
{
    for (const std::size_t threads : {0U, 1U}) {
        runtime::worker_pool pool(threads, 1);
        CHECK_THROWS_WITH(result_of(pool, fail), "why");
        CHECK(result_of(pool, [] { return 7; }) == 7);
        runtime::worker_pool full(threads, 0);
        CHECK(result_of(full, [] { return 7; }) == std::nullopt);
    }
}
