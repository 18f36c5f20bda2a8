#include "client/client_thread.hpp"
#include "tests/unit/client/loopback.hpp"

#include <catch2/catch.hpp>

using namespace motcua::client;
using namespace motcua::client::test;

TEST_CASE("a window's thread posts a call and gets its answer on the connection's thread")
{
    loopback server{[](tcp::acceptor& door) {
        peer p{door};
        p.request();
        p.answer("{}");
    }};
    std::promise<std::pair<int, std::thread::id>> answered;
    client_thread thread{parse_endpoint(server.url(), "").value()};
    thread.post([&](connection& link) {
        link.call({verb::get, "/x", {}, {}}, [&](const result<http_response>& got) {
            answered.set_value({got.value().status, std::this_thread::get_id()});
        });
    });
    const auto [status, id] = answered.get_future().get();
    CHECK(status == 200);
    CHECK(id != std::this_thread::get_id());
}

TEST_CASE("a thread that ends cancels what is under way and drops what it held on its own thread")
{
    std::promise<void> asked;
    bool is_called = false;
    std::thread::id dropped_on;
    const auto resident = [&] {
        return std::shared_ptr<void>{nullptr, [&](void*) { dropped_on = std::this_thread::get_id(); }};
    };
    loopback server{[&](tcp::acceptor& door) {
        peer p{door};
        p.request();
        asked.set_value();
        p.wait_for_end();
    }};
    {
        client_thread thread{parse_endpoint(server.url(), "").value()};
        thread.post([&, held = resident()](connection& link) {
            link.call({verb::get, "/x", {}, {}}, [&is_called, held](const auto&) { is_called = true; });
        });
        asked.get_future().wait();
    }
    CHECK_FALSE(is_called);
    CHECK(dropped_on != std::thread::id{});
    CHECK(dropped_on != std::this_thread::get_id());
}
