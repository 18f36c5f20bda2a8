#include "client/connection.hpp"
#include "tests/unit/client/world.hpp"

#include <catch2/catch.hpp>

using namespace motcua::client;
using namespace motcua::client::test;
namespace protocol = motcua::protocol;
using namespace std::chrono_literals;

namespace {

constexpr auto* services =
    R"({"items":[{"code":"A","name":"Hộ tịch","name_en":"Civil status","target_s":600,"state":"open","waiting":0,"forecast_state":"open","doubtful":false}],)"
    R"("next_cursor":null})";

result<http_response> got(int status, std::string body)
{
    return http_response{status, std::move(body), {}, false};
}

} // namespace

TEST_CASE("a success is the message asked for")
{
    const auto list = read_answer<protocol::service_list>(got(200, services));
    CHECK(list.value().items.at(0).name == "Hộ tịch");
    CHECK(read_answer<no_body>(got(204, "")).has_value());
}

TEST_CASE("an empty answer means no message where there may be none, and a fault elsewhere")
{
    CHECK_FALSE(read_answer<std::optional<protocol::service_list>>(got(204, "")).value());
    CHECK(read_answer<std::optional<protocol::service_list>>(got(200, services)).value());
    CHECK(read_answer<protocol::service_list>(got(204, "")).error().code == "malformed_answer");
    CHECK(read_answer<protocol::service_list>(got(200, R"({"items":7})")).error().code == "malformed_answer");
}

TEST_CASE("a problem keeps its code, detail and field")
{
    const auto wrong = read_answer<no_body>(got(
        422,
        R"({"type":"about:blank","title":"T","status":422,"detail":"D","code":"not_a_slot","field":"start"})"));
    CHECK(wrong.error().status == 422);
    CHECK(wrong.error().code == "not_a_slot");
    CHECK(wrong.error().detail == "D");
    CHECK(wrong.error().field == "start");
}

TEST_CASE("a failure that another program reported still has its status")
{
    const auto wrong = read_answer<no_body>(got(502, "<html>"));
    CHECK(wrong.error().status == 502);
    CHECK(wrong.error().code == "unexpected_answer");
}

TEST_CASE("no answer is a problem without a status")
{
    CHECK(read_answer<no_body>(unreachable).error().status == 0);
    CHECK(read_answer<no_body>(unreachable).error().code == "no_answer");
    CHECK(read_answer<no_body>(error::queue_full).error().code == "queue_full");
}

TEST_CASE("the outcome is unknown without an answer, when the server is busy and after a fault of the server")
{
    const auto [status, is_unknown] = GENERATE(table<int, bool>({{0, true},
                                                                 {400, false},
                                                                 {401, false},
                                                                 {409, false},
                                                                 {422, false},
                                                                 {429, true},
                                                                 {500, true},
                                                                 {503, true}}));
    CHECK(is_outcome_unknown(problem{status, "code", "detail", {}}) == is_unknown);
}

TEST_CASE("a connection sends and receives typed messages")
{
    virtual_timers clock;
    scripted_transport net{clock};
    connection server{net, clock, random_engine{1}};
    net.server = [](const http_request& request) -> result<http_response> {
        return http_response{200, request.verb == verb::get ? services : "", {}, false};
    };
    int answers = 0;
    server.send<protocol::service_list>(
        verb::get, "/services",
        [&](const answer<protocol::service_list>& list) { answers += list.value().items.size() == 1; });
    server.send<no_body>(verb::post, "/tickets/1/finish",
                         protocol::finish_ticket{protocol::finish_outcome::left},
                         [&](const answer<no_body>& done) { answers += done.has_value(); });
    clock.advance(1s);
    CHECK(answers == 2);
    CHECK(net.tries.at(1).second.body == R"({"outcome":"left"})");
}
