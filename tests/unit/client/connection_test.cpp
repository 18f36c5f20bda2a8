#include "client/connection.hpp"
#include "tests/unit/client/world.hpp"

#include <catch2/catch.hpp>

using namespace motcua::client;
using namespace motcua::client::test;
using namespace std::chrono_literals;

TEST_CASE("forgotten requests get no answer, and later requests do")
{
    virtual_timers clock;
    scripted_transport net{clock};
    net.server = [](const http_request&) -> result<http_response> {
        return http_response{200, "{}", {}, false};
    };
    connection server{net, clock, random_engine{7}};
    int answers = 0;
    const auto count = [&](const auto&...) { ++answers; };
    server.send({verb::get, "/first", {}, {}}, count);
    server.send({verb::get, "/second", {}, {}}, count);
    server.follow("/live", {.on_snapshot = count, .on_message = count, .on_state = count});
    server.forget();
    CHECK(net.feeds.empty());
    CHECK(clock.is_idle());
    clock.advance(1min);
    CHECK(answers == 0);
    server.send({verb::get, "/third", {}, {}}, count);
    clock.advance(1s);
    CHECK(answers == 1);
}
