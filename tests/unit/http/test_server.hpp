#pragma once
// A server with a few routes on a free port of loopback, and a peer that sends it any bytes.

#include "server/http/listener.hpp"

#include <algorithm>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <chrono>
#include <future>
#include <mutex>
#include <string>
#include <string_view>
#include <sys/socket.h>
#include <sys/time.h>
#include <thread>
#include <vector>

namespace motcua::http::test {

/// A blocking socket; every wait ends after 5 seconds at the latest.
class peer
{
public:
    explicit peer(std::uint16_t port, int receive_buffer = 0) : socket_{context_}
    {
        socket_.open(boost::asio::ip::tcp::v4());
        if (receive_buffer > 0) {
            socket_.set_option(boost::asio::socket_base::receive_buffer_size{receive_buffer});
        }
        socket_.connect({boost::asio::ip::address_v4::loopback(), port});
        const timeval patience{5, 0};
        setsockopt(socket_.native_handle(), SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        setsockopt(socket_.native_handle(), SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
    }

    /// False if the server does not take it all.
    bool send(std::string_view bytes)
    {
        while (!bytes.empty()) {
            const auto sent = ::send(socket_.native_handle(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (sent <= 0) {
                return false;
            }
            bytes.remove_prefix(static_cast<std::size_t>(sent));
        }
        return true;
    }

    void half_close()
    {
        boost::system::error_code already_gone;
        socket_.shutdown(boost::asio::socket_base::shutdown_send, already_gone);
    }

    /// The next answer, header and body; what came of it when the server closes or is silent too long.
    std::string answer()
    {
        while (taken_.find("\r\n\r\n") == taken_.npos) {
            if (!receive()) {
                return std::exchange(taken_, {});
            }
        }
        const auto header = taken_.find("\r\n\r\n") + 4;
        const auto field = taken_.find("Content-Length: ");
        const auto length = field < header ? std::stoul(taken_.substr(field + 16)) : 0;
        return take(header + length);
    }

    std::string take(std::size_t length)
    {
        while (taken_.size() < length) {
            if (!receive()) {
                return std::exchange(taken_, {});
            }
        }
        auto out = taken_.substr(0, length);
        taken_.erase(0, length);
        return out;
    }

    std::string ask(std::string_view bytes)
    {
        send(bytes);
        return answer();
    }

    /// True once the server has closed.
    bool closed()
    {
        while (receive()) {
        }
        return ended_;
    }

private:
    bool receive()
    {
        char buffer[4096];
        const auto length = ::recv(socket_.native_handle(), buffer, sizeof buffer, 0);
        ended_ = length == 0 || (length < 0 && errno == ECONNRESET);
        if (length > 0) {
            taken_.append(buffer, static_cast<std::size_t>(length));
        }
        return length > 0;
    }

    boost::asio::io_context context_;
    boost::asio::ip::tcp::socket socket_;
    std::string taken_;
    bool ended_ = false;
};

class test_server
{
public:
    explicit test_server(const limits& bounds = {}, std::vector<route> more = {},
                         std::shared_ptr<boost::asio::ssl::context> tls = {})
        : routes_{table(std::move(more)), bounds}, door_{context_, routes_, bounds,
                                                         [this](notice kind, std::string_view line) {
                                                             add(kind, line);
                                                         }}
    {
        if (const auto error = door_.listen({boost::asio::ip::address_v4::loopback(), 0}, std::move(tls))) {
            throw boost::system::system_error{error};
        }
        port_ = door_.local_endpoint().port();
        thread_ = std::thread{[this] {
            guarded_run(context_, [this](notice kind, std::string_view line) { add(kind, line); });
        }};
    }

    ~test_server()
    {
        context_.stop();
        thread_.join();
    }

    std::uint16_t port() const { return port_; }
    listener& door() { return door_; }
    boost::asio::io_context& context() { return context_; }

    /// Runs `function` on the server's thread and gives its result.
    template <class Function>
    auto on_thread(Function function)
    {
        std::promise<decltype(function())> result;
        boost::asio::post(context_, [&] { result.set_value(function()); });
        return result.get_future().get();
    }

    metrics count()
    {
        return on_thread([this] { return door_.count(); });
    }

    std::string log()
    {
        const std::lock_guard lock{log_mutex_};
        return log_;
    }

    /// Notices of one kind so far.
    std::ptrdiff_t notices(notice kind)
    {
        const std::lock_guard lock{log_mutex_};
        return std::count(notices_.begin(), notices_.end(), kind);
    }

    /// A new connection is served.
    bool is_well()
    {
        return peer{port_}.ask("GET /hello HTTP/1.1\r\nHost: x\r\n\r\n").starts_with("HTTP/1.1 200 OK\r\n");
    }

private:
    void add(notice kind, std::string_view line)
    {
        const std::lock_guard lock{log_mutex_};
        notices_.push_back(kind);
        log_.append(line) += '\n';
    }

    static std::vector<route> table(std::vector<route> more)
    {
        using boost::asio::awaitable;
        more.emplace_back(verb::get, "/hello",
                          [](request&) -> awaitable<response> { co_return json(200, R"("hello")"); });
        more.emplace_back(verb::post, "/echo", [](request& request) -> awaitable<response> {
            co_return json(201, std::string{request.body});
        });
        more.emplace_back(verb::get, "/throw", [](request&) -> awaitable<response> {
            throw std::runtime_error{"a secret of the server"};
            co_return response{};
        });
        return more;
    }

    boost::asio::io_context context_{1};
    boost::asio::executor_work_guard<boost::asio::io_context::executor_type> work_{context_.get_executor()};
    std::mutex log_mutex_;
    std::string log_;
    std::vector<notice> notices_;
    router routes_;
    listener door_;
    std::uint16_t port_ = 0;
    std::thread thread_;
};

inline bool contains(std::string_view text, std::string_view part) { return text.find(part) != text.npos; }

inline bool has_status(std::string_view answer, std::string_view status)
{
    return answer.starts_with("HTTP/1.1 ") && answer.substr(9).starts_with(status);
}

/// Asks the server's thread again and again until `condition` holds; false after 5 seconds.
template <class Condition>
bool becomes_true(test_server& server, Condition condition)
{
    const auto patience = std::chrono::steady_clock::now() + std::chrono::seconds{5};
    while (!condition(server.count())) {
        if (std::chrono::steady_clock::now() > patience) {
            return false;
        }
    }
    return true;
}

} // namespace motcua::http::test
