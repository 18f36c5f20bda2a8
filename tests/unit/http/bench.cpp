// Figures, not promises: run by hand with `unit_http "[.bench]"`.
#include "server/http/listener.hpp"

#include <algorithm>
#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/use_awaitable.hpp>
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
    if (fulfilled) {
        return;
    }
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
    for (int i = 0; i < 50; ++i) {
        table.emplace_back(verb::get, "/api/v1/sites/{site}/thing" + std::to_string(i),
                           [](request&) -> awaitable<response> { co_return response{}; });
    }
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

namespace {

constexpr std::string_view upgrade =
    "GET /live HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
    "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
constexpr std::size_t message_bytes = 300, frame_bytes = message_bytes + 4, stamp_bytes = 20;

std::int64_t nanoseconds() { return std::chrono::steady_clock::now().time_since_epoch().count(); }

long resident_bytes()
{
    long pages = 0, resident = 0;
    std::FILE* file = std::fopen("/proc/self/statm", "r");
    expect(std::fscanf(file, "%ld %ld", &pages, &resident) == 2, "no statm");
    std::fclose(file);
    return resident * sysconf(_SC_PAGESIZE);
}

/// Opens feeds, then reads until each got `messages`; the delays in nanoseconds, sorted.
class audience
{
public:
    audience(std::uint16_t port, int size) : epoll_{epoll_create1(0)}
    {
        for (int i = 0; i < size; ++i) {
            auto& socket = sockets_.emplace_back(context_);
            socket.connect({boost::asio::ip::address_v4::loopback(), port});
            const int fd = socket.native_handle();
            char answer[2048];
            expect(write(fd, upgrade.data(), upgrade.size()) > 0, "no connection");
            expect(read(fd, answer, sizeof answer) > 0, "no upgrade");
            epoll_event event{EPOLLIN, {.u64 = static_cast<std::uint64_t>(i)}};
            epoll_ctl(epoll_, EPOLL_CTL_ADD, fd, &event);
        }
        pending_.resize(sockets_.size());
    }

    std::vector<std::int64_t> listen(std::size_t messages)
    {
        std::vector<std::int64_t> delays;
        epoll_event events[64];
        char buffer[65536];
        while (delays.size() < messages * sockets_.size()) {
            const int ready = epoll_wait(epoll_, events, 64, 5000);
            expect(ready > 0, "no message");
            for (int i = 0; i < ready; ++i) {
                auto& pending = pending_[events[i].data.u64];
                const auto length = read(sockets_[events[i].data.u64].native_handle(), buffer, sizeof buffer);
                expect(length > 0, "feed gone");
                pending.append(buffer, static_cast<std::size_t>(length));
                const auto now = nanoseconds();
                for (; pending.size() >= frame_bytes; pending.erase(0, frame_bytes)) {
                    delays.push_back(now - std::stoll(pending.substr(4, stamp_bytes)));
                }
            }
        }
        std::sort(delays.begin(), delays.end());
        return delays;
    }

private:
    boost::asio::io_context context_;
    int epoll_;
    std::vector<tcp::socket> sockets_;
    std::vector<std::string> pending_;
};

/// `burst` messages to every feed at each beat.
awaitable<void> broadcast(std::vector<std::shared_ptr<feed>>& feeds, int beats, int burst,
                          std::chrono::microseconds beat)
{
    boost::asio::basic_waitable_timer<std::chrono::steady_clock> timer{
        co_await boost::asio::this_coro::executor};
    timer.expires_after(beat);
    for (int i = 0; i < beats; ++i) {
        co_await timer.async_wait(boost::asio::use_awaitable);
        timer.expires_at(timer.expiry() + beat);
        for (int k = 0; k < burst; ++k) {
            char stamp[stamp_bytes + 1];
            std::snprintf(stamp, sizeof stamp, "%020lld", static_cast<long long>(nanoseconds()));
            const auto message =
                std::make_shared<const std::string>(stamp + std::string(message_bytes - stamp_bytes, 'x'));
            for (const auto& each : feeds) {
                each->send(message);
            }
        }
    }
}

} // namespace

TEST_CASE("figures of feeds", "[.bench]")
{
    const struct
    {
        int feeds, beats, burst;
        std::chrono::microseconds beat;
    } cases[]{{100, 2500, 1, std::chrono::microseconds{2000}},
              {100, 250, 10, std::chrono::microseconds{20000}},
              {1000, 100, 1, std::chrono::microseconds{50000}}};
    for (const auto& each : cases) {
        boost::asio::io_context context{1};
        std::vector<std::shared_ptr<feed>> feeds;
        router routes{{{"/live", [&](request&) -> awaitable<feed_answer> {
                            co_return feed_opened{
                                [&](std::shared_ptr<feed> opened) { feeds.push_back(std::move(opened)); }};
                        }}}};
        listener door{context, routes};
        REQUIRE(!door.listen({boost::asio::ip::address_v4::loopback(), 0}));
        const long before = resident_bytes();
        std::thread client{[&, port = door.local_endpoint().port()] {
            audience server{port, each.feeds};
            std::printf("%4d feeds: %5.1f KiB each (both ends); ", each.feeds,
                        static_cast<double>(resident_bytes() - before) / 1024 / each.feeds);
            boost::asio::post(context, [&] {
                boost::asio::co_spawn(context, broadcast(feeds, each.beats, each.burst, each.beat),
                                      boost::asio::detached);
            });
            const auto delays = server.listen(static_cast<std::size_t>(each.beats * each.burst));
            std::printf("delay p50 %.2f ms, p99 %.2f ms, max %.2f ms; ",
                        static_cast<double>(delays[delays.size() / 2]) / 1e6,
                        static_cast<double>(delays[delays.size() * 99 / 100]) / 1e6,
                        static_cast<double>(delays.back()) / 1e6);
            boost::asio::post(context, [&] { context.stop(); });
        }};
        const double all = thread_seconds(), user = user_seconds();
        guarded_run(context, {});
        client.join();
        const double sent = static_cast<double>(each.feeds) * each.beats * each.burst;
        std::printf("%.2f us CPU a message and feed, of it %.2f us user\n",
                    (thread_seconds() - all) * 1e6 / sent, (user_seconds() - user) * 1e6 / sent);
    }
}
