#pragma once
// The transport over real sockets, on the test's own thread.

#include "client/asio_timers.hpp"
#include "client/beast_transport.hpp"

#include <catch2/catch.hpp>

#include <optional>
#include <string>
#include <vector>

namespace motcua::client::test {

using namespace std::chrono_literals;

/// A client on the test's own thread.
struct threadless_client
{
    explicit threadless_client(const std::string& url, const std::string& pin = {})
        : threadless_client{parse_server_address(url, "secret", pin).value()}
    {}
    explicit threadless_client(server_address server) : net{context, std::move(server)} {}

    template <class Condition>
    void run_until(Condition holds)
    {
        const auto end = std::chrono::steady_clock::now() + 10s;
        while (!holds() && std::chrono::steady_clock::now() < end) {
            context.restart();
            context.run_one_for(100ms);
        }
        REQUIRE(holds());
    }

    result<http_response> send(http_request request, milliseconds deadline = 5s)
    {
        std::optional<result<http_response>> answer;
        const auto under_way = net.send(std::move(request), deadline,
                                        [&](result<http_response> got) { answer = std::move(got); });
        CHECK_FALSE(answer);
        run_until([&] { return answer.has_value(); });
        return *std::move(answer);
    }
    result<http_response> get() { return send({verb::get, "/x", {}, {}}); }

    boost::asio::io_context context;
    beast_transport net;
    asio_timers clock{context};
};

/// A feed and what came over it.
struct follower
{
    follower(threadless_client& with, std::string target)
        : held{with.net.open_feed(
              std::move(target),
              {[this] { is_open = true; }, [this](std::string_view text) { messages.emplace_back(text); },
               [this] { ++heard; }, [this](boost::system::error_code why) { ended = why; }})}
    {}

    bool is_open = false;
    int heard = 0;
    std::vector<std::string> messages;
    std::optional<boost::system::error_code> ended;
    std::unique_ptr<feed> held;
};

} // namespace motcua::client::test
