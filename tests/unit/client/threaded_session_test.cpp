#include "client/threaded_session.hpp"
#include "tests/unit/client/loopback.hpp"

#include <catch2/catch.hpp>

using namespace motcua;
using namespace motcua::client::test;

namespace {

/// Reports 1 as it starts, and what else a test makes it report.
struct numbers
{
    client::connection& server;
    std::function<void(int)> report;
    std::string token;
    std::shared_ptr<void> held;

    numbers(client::connection& to, std::function<void(int)> take) : server{to}, report{std::move(take)} {}

    void start(std::string given)
    {
        token = std::move(given);
        report(1);
    }
};

} // namespace

TEST_CASE("a window takes what its session reported once and in order")
{
    client::threaded_session<numbers, int> session{
        client::parse_server_address("http://127.0.0.1:1", "secret").value()};
    std::promise<std::string> reported;
    session.post([&](numbers& there) {
        there.report(2);
        there.report(3);
        reported.set_value(there.token);
    });
    CHECK(reported.get_future().get() == "secret");
    CHECK(session.take() == std::vector{1, 2, 3});
    CHECK(session.take().empty());
}

TEST_CASE("a session that ends gets no answer any more and is destroyed on the network thread")
{
    std::promise<void> requested;
    loopback server{[&](tcp::acceptor& door) {
        server_end p{door};
        p.request();
        requested.set_value();
        p.wait_for_end();
    }};
    bool is_answered = false;
    std::thread::id ended_on;
    {
        client::threaded_session<numbers, int> session{
            client::parse_server_address(server.url(), "").value()};
        session.post([&](numbers& there) {
            there.held = {nullptr, [&](void*) { ended_on = std::this_thread::get_id(); }};
            there.server.send({client::verb::get, "/x", {}, {}}, [&](const auto&) { is_answered = true; });
        });
        requested.get_future().get();
    }
    CHECK_FALSE(is_answered);
    CHECK(ended_on != std::thread::id{});
    CHECK(ended_on != std::this_thread::get_id());
}
