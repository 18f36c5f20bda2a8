// The way of a request to its row, without a socket.

#include "server/access/limits.hpp"
#include "server/api/endpoint.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <catch2/catch.hpp>

using namespace motcua;
using namespace std::chrono_literals;

TEST_CASE("limits refill by the clock of the office")
{
    access::credentials credentials([](std::string_view) -> const domain::site_state* { return nullptr; });
    const content::catalogue procedures{std::vector<protocol::procedure>{}};
    const content::web_files web;
    runtime::worker_pool workers(0, 1);
    runtime::worker_pool hashing(0, 1);
    access::steady_time now{100s};
    api::office office{.sites = {},
                       .credentials = credentials,
                       .catalogue = procedures,
                       .web = web,
                       .workers = workers,
                       .hashing = hashing,
                       .steady_now = [&now] { return now; }};
    const api::endpoint row{.method = http::verb::get,
                            .path = "/here",
                            .roles = access::everyone,
                            .open = api::openness::open,
                            .summary = {},
                            .query = {},
                            .body = {},
                            .answers = {},
                            .run = [](api::request_context&) { return api::ready(http::json(200, "{}")); }};
    const http::router router(api::routes_of({row}, office));
    const auto ask = [&router] {
        boost::asio::io_context context;
        http::request request;
        REQUIRE(request.set_target("/here"));
        std::optional<http::response> answer;
        boost::asio::co_spawn(context, router.handle(request),
                              [&](const std::exception_ptr&, auto given) { answer = std::move(given); });
        context.run();
        return answer.value().status;
    };
    for (int i = 0; i < static_cast<int>(access::limits::anonymous.burst); ++i) {
        REQUIRE(ask() == 200);
    }
    CHECK(ask() == 429);
    now += 1s;
    CHECK(ask() == 200);
}
