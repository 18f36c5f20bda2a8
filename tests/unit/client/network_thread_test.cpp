#include "client/network_thread.hpp"
#include "tests/unit/client/loopback.hpp"

#include <catch2/catch.hpp>

using namespace motcua::client;
using namespace motcua::client::test;

TEST_CASE("a window's thread posts a request and its answer comes on the network thread")
{
    loopback machine{[](tcp::acceptor& door) {
        server_end p{door};
        p.request();
        p.answer("{}");
    }};
    std::promise<std::pair<int, std::thread::id>> answered;
    network_thread thread{parse_server_address(machine.url(), "").value()};
    thread.post([&](connection& server) {
        server.send({verb::get, "/x", {}, {}}, [&](const result<http_response>& got) {
            answered.set_value({got.value().status, std::this_thread::get_id()});
        });
    });
    const auto [status, id] = answered.get_future().get();
    CHECK(status == 200);
    CHECK(id != std::this_thread::get_id());
}

TEST_CASE("a network thread that ends cancels what is under way and destroys what it held on itself")
{
    std::promise<void> requested;
    bool is_answered = false;
    std::thread::id destroyed_on;
    const auto resident = [&] {
        return std::shared_ptr<void>{nullptr, [&](void*) { destroyed_on = std::this_thread::get_id(); }};
    };
    loopback machine{[&](tcp::acceptor& door) {
        server_end p{door};
        p.request();
        requested.set_value();
        p.wait_for_end();
    }};
    {
        network_thread thread{parse_server_address(machine.url(), "").value()};
        thread.post([&, held = resident()](connection& server) {
            server.send({verb::get, "/x", {}, {}}, [&is_answered, held](const auto&) { is_answered = true; });
        });
        requested.get_future().wait();
    }
    CHECK_FALSE(is_answered);
    CHECK(destroyed_on != std::thread::id{});
    CHECK(destroyed_on != std::this_thread::get_id());
}
