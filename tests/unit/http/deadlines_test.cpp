// Deadlines and crowds, with the limits shortened: nobody can hold a place by being slow.
#include "tests/unit/http/test_server.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/use_future.hpp>
#include <catch2/catch.hpp>
#include <sys/resource.h>
#include <unistd.h>

using namespace motcua::http;
using namespace motcua::http::test;
using namespace std::chrono_literals;

namespace {

constexpr std::string_view hello = "GET /hello HTTP/1.1\r\nHost: x\r\n\r\n";

limits quick()
{
    limits bounds;
    bounds.sweep = 5ms;
    return bounds;
}

/// A route whose answer comes when the test wants it.
struct gate
{
    boost::asio::steady_timer* closed = nullptr;

    route as_route()
    {
        return {verb::get, "/gate", [this](request&) -> boost::asio::awaitable<response> {
                    boost::asio::steady_timer never{co_await boost::asio::this_coro::executor,
                                                    std::chrono::steady_clock::time_point::max()};
                    closed = &never;
                    boost::system::error_code opened;
                    co_await never.async_wait(
                        boost::asio::redirect_error(boost::asio::use_awaitable, opened));
                    co_return json(200, "\"open\"");
                }};
    }
};

} // namespace

TEST_CASE("a client that sends its header slowly is cut off at the deadline, however busily it drips")
{
    auto bounds = quick();
    bounds.header = 50ms;
    test_server server{bounds};
    peer silent{server.port()}, dripping{server.port()};
    silent.send("GET /hello HTTP/1.1\r\nHo");
    dripping.send("GET /hello HTTP/1.1\r\nX: ");
    // Fewer drips than a header may have bytes: else a busy machine sees that limit before the deadline.
    int drips = 4000;
    CHECK(becomes_true(server, [&](const metrics& count) {
        if (drips-- > 0) {
            dripping.send("a");
        }
        return count.timed_out == 2;
    }));
    CHECK(silent.closed());
    CHECK(dripping.closed());
    CHECK(server.is_well());
}

TEST_CASE("a client that sends its body slowly is cut off at the deadline")
{
    auto bounds = quick();
    bounds.body = 50ms;
    test_server server{bounds};
    peer client{server.port()};
    client.send(
        "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n1");
    CHECK(client.closed());
    CHECK(server.count().timed_out == 1);
    CHECK(server.is_well());
}

TEST_CASE("a client that sends nothing is cut off at the deadline")
{
    auto bounds = quick();
    bounds.idle = 50ms;
    test_server server{bounds};
    peer fresh{server.port()}, served{server.port()};
    CHECK(has_status(served.ask(hello), "200"));
    CHECK(fresh.closed());
    CHECK(served.closed());
}

TEST_CASE("a client that does not read its answer is cut off at the deadline")
{
    auto bounds = quick();
    bounds.write = 50ms;
    const auto large = std::make_shared<const std::string>(64'000'000, 'x');
    test_server server{bounds, {{verb::get, "/large", [large](request&) -> boost::asio::awaitable<response> {
                                     response answer;
                                     answer.shared_body = large;
                                     co_return answer;
                                 }}}};
    peer client{server.port(), 4096};
    client.send("GET /large HTTP/1.1\r\nHost: x\r\n\r\n");
    CHECK(becomes_true(server, [](const metrics& count) { return count.timed_out == 1; }));
    CHECK(server.is_well());
}

TEST_CASE("a client that waits for an answer that never comes is cut off at the deadline")
{
    auto bounds = quick();
    bounds.handle = 50ms;
    gate shut;
    test_server server{bounds, {shut.as_route()}};
    peer client{server.port()};
    client.send("GET /gate HTTP/1.1\r\nHost: x\r\n\r\n");
    REQUIRE(client.closed());
    server.on_thread([&] { return shut.closed->cancel(); });
    CHECK(server.is_well());
}

TEST_CASE("a full server closes the longest idle connection for a new one")
{
    auto bounds = quick();
    bounds.connections = 3;
    test_server server{bounds};
    peer first{server.port()};
    CHECK(has_status(first.ask(hello), "200"));
    peer second{server.port()};
    CHECK(has_status(second.ask(hello), "200"));
    peer third{server.port()};
    CHECK(has_status(third.ask(hello), "200"));
    CHECK(has_status(first.ask(hello), "200")); // now the second is the longest idle
    CHECK(server.is_well());
    CHECK(second.closed());
    CHECK(has_status(first.ask(hello), "200"));
    CHECK(server.count().evicted == 1);
}

TEST_CASE("a crowd of slow senders cannot keep anybody out")
{
    auto bounds = quick();
    bounds.connections = 20;
    test_server server{bounds};
    std::vector<std::unique_ptr<peer>> crowd;
    for (int i = 0; i < 60; ++i) {
        crowd.push_back(std::make_unique<peer>(server.port()));
        crowd.back()->send("GET /hello HTTP/1.1\r\n");
        if (i % 10 == 0) {
            CHECK(server.is_well());
        }
    }
    CHECK(server.is_well());
    CHECK(server.count().connections <= bounds.connections + 1);
}

TEST_CASE("without descriptors the server waits, and goes on when there are some")
{
    test_server server;
    peer client{server.port()};
    CHECK(has_status(client.ask(hello), "200"));
    boost::asio::io_context context;
    boost::asio::ip::tcp::socket late{context, boost::asio::ip::tcp::v4()};
    rlimit before{};
    getrlimit(RLIMIT_NOFILE, &before);
    const int lowest_free = dup(0);
    close(lowest_free);
    auto none = before;
    none.rlim_cur = static_cast<rlim_t>(lowest_free);
    setrlimit(RLIMIT_NOFILE, &none);
    late.connect({boost::asio::ip::address_v4::loopback(), server.port()});
    const bool failed = becomes_true(server, [](const metrics& count) { return count.accept_errors > 0; });
    const auto made_room = server.count().evicted;
    setrlimit(RLIMIT_NOFILE, &before);
    CHECK(failed);
    CHECK(made_room == 1);
    CHECK(server.is_well());
    CHECK(server.count().accept_errors <= 2); // it paused instead of spinning
}

TEST_CASE("stopping answers the requests in progress, closes the rest and accepts nothing new")
{
    gate open_later;
    test_server server{quick(), {open_later.as_route()}};
    peer idle{server.port()}, busy{server.port()};
    CHECK(has_status(idle.ask(hello), "200"));
    busy.send("GET /gate HTTP/1.1\r\nHost: x\r\n\r\n");
    CHECK(becomes_true(server, [](const metrics& count) { return count.requests == 2; }));
    const auto where = server.door().local_endpoint();
    auto stopped = boost::asio::co_spawn(server.context(), server.door().stop(), boost::asio::use_future);
    CHECK(idle.closed());
    CHECK_THROWS(peer{where.port()});
    server.on_thread([&] { return open_later.closed->cancel(); });
    const auto answer = busy.answer();
    CHECK(answer.ends_with("\"open\""));
    CHECK(contains(answer, "Connection: close"));
    CHECK(busy.closed());
    busy.half_close();
    CHECK(stopped.wait_for(5s) == std::future_status::ready);
    CHECK(server.count().connections == 0);
}

TEST_CASE("stopping does not wait longer than its deadline")
{
    auto bounds = quick();
    bounds.stop = 50ms;
    bounds.idle = 1h;
    test_server server{bounds};
    peer slow{server.port()};
    slow.send("GET /hello HTTP/1.1\r\n");
    CHECK(becomes_true(server, [](const metrics& count) { return count.connections == 1; }));
    auto stopped = boost::asio::co_spawn(server.context(), server.door().stop(), boost::asio::use_future);
    CHECK(stopped.wait_for(5s) == std::future_status::ready);
    CHECK(slow.closed());
}
