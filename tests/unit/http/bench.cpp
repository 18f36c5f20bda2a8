// Figures, not promises: run by hand with `unit_http "[.bench]"`.
#include "server/http/listener.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <catch2/catch.hpp>
#include <cstdio>
#include <ctime>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <thread>
#include <unistd.h>

using namespace motcua::http;
using boost::asio::awaitable;
using boost::asio::ip::tcp;

namespace {

/// The processor time of this thread, in seconds.
double thread_seconds(clockid_t which = CLOCK_THREAD_CPUTIME_ID)
{
    timespec time{};
    clock_gettime(which, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

double user_seconds()
{
    rusage usage{};
    getrusage(RUSAGE_THREAD, &usage);
    return static_cast<double>(usage.ru_utime.tv_sec) + static_cast<double>(usage.ru_utime.tv_usec) / 1e6;
}

void expect(bool fulfilled, const char* otherwise)
{
    if (fulfilled) return;
    std::puts(otherwise);
    std::abort();
}

/// `connections` clients, each with one request under way, until `total` answers came.
void drive(std::uint16_t port, int connections, int total)
{
    const std::string body = R"({"service":"A","priority":"none","channel":"kiosk","x":"12"})";
    const std::string request = "POST /api/v1/sites/demo/tickets HTTP/1.1\r\nHost: 127.0.0.1:8080\r\n"
                                "Authorization: Bearer 0123456789abcdef0123456789abcdef0123456789a\r\n"
                                "Idempotency-Key: 1f0c9a52-52b0-4c2a-9a80-0f0b1d2d3e4f\r\n"
                                "Content-Type: application/json\r\nContent-Length: " +
                                std::to_string(body.size()) + "\r\n\r\n" + body;
    boost::asio::io_context context;
    const int epoll = epoll_create1(0);
    std::vector<tcp::socket> sockets;
    for (int i = 0; i < connections; ++i) {
        auto& socket = sockets.emplace_back(context);
        socket.connect({boost::asio::ip::address_v4::loopback(), port});
        socket.set_option(tcp::no_delay{true});
        epoll_event event{EPOLLIN, {.fd = socket.native_handle()}};
        epoll_ctl(epoll, EPOLL_CTL_ADD, socket.native_handle(), &event);
        expect(write(socket.native_handle(), request.data(), request.size()) > 0, "no connection");
    }
    char buffer[4096];
    epoll_event events[64];
    for (int done = 0; done < total;) {
        const int ready = epoll_wait(epoll, events, 64, 1000);
        expect(ready > 0, "no answer");
        for (int i = 0; i < ready; ++i) {
            const int fd = events[i].data.fd;
            expect(read(fd, buffer, sizeof buffer) > 300, "short answer");
            expect(write(fd, request.data(), request.size()) > 0, "gone");
            ++done;
        }
    }
    close(epoll);
}

} // namespace

TEST_CASE("figures of requests", "[.bench]")
{
    boost::asio::io_context context{1};
    const std::string answer(350, 'x');
    std::vector<route> table;
    for (int i = 0; i < 50; ++i)
        table.emplace_back(verb::get, "/api/v1/sites/{site}/thing" + std::to_string(i),
                           [](request&) -> awaitable<response> { co_return response{}; });
    table.emplace_back(verb::post, "/api/v1/sites/{site}/tickets",
                       [&](request&) -> awaitable<response> { co_return json(201, answer); });
    router routes{std::move(table)};
    for (const int connections : {1, 16, 64, 256}) {
        listener door{context, routes};
        REQUIRE(!door.listen({boost::asio::ip::address_v4::loopback(), 0}));
        const int total = connections == 1 ? 30000 : 200000;
        std::thread client{[&, port = door.local_endpoint().port()] {
            drive(port, connections, total);
            boost::asio::post(context, [&] { context.stop(); });
        }};
        const double all = thread_seconds(), user = user_seconds(), wall = thread_seconds(CLOCK_MONOTONIC);
        guarded_run(context, {});
        std::printf("%4d connections: %7.0f requests/s, %5.2f us CPU a request, of it %5.2f us user\n",
                    connections, total / (thread_seconds(CLOCK_MONOTONIC) - wall),
                    (thread_seconds() - all) * 1e6 / total, (user_seconds() - user) * 1e6 / total);
        client.join();
        context.restart();
    }
}
