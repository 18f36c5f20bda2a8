#include "client/connection.hpp"
#include "tests/unit/client/world.hpp"

#include <catch2/catch.hpp>

using namespace motcua::client;
using namespace motcua::client::test;
using namespace std::chrono_literals;

TEST_CASE("what is forgotten is answered to nobody, and what is asked later is")
{
    virtual_timers clock;
    scripted_transport net{clock};
    net.server = [](const http_request&) -> result<http_response> {
        return http_response{200, "{}", {}, false};
    };
    connection link{net, clock, random_engine{7}};
    int answers = 0;
    const auto count = [&](const auto&...) { ++answers; };
    link.call({verb::get, "/first", {}, {}}, count);
    link.call({verb::get, "/second", {}, {}}, count);
    link.follow("/live", {.on_snapshot = count, .on_message = count, .on_state = count});
    link.forget();
    CHECK(net.feeds.empty());
    CHECK(clock.is_idle());
    clock.advance(1min);
    CHECK(answers == 0);
    link.call({verb::get, "/third", {}, {}}, count);
    clock.advance(1s);
    CHECK(answers == 1);
}
