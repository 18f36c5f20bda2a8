#include "server/http/router.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/use_future.hpp>
#include <catch2/catch.hpp>

using namespace motcua::http;
using boost::asio::awaitable;

namespace {

awaitable<response> ticket(request& request)
{
    co_return json(200, "ticket " + std::string{request.parameter("id")});
}
awaitable<response> calendar(request& request)
{
    co_return json(200, "calendar " + std::string{request.parameter("code")});
}
awaitable<response> booking(request& request)
{
    co_return json(200, "booking " + std::string{request.parameter("code")});
}
awaitable<response> cancel(request&) { co_return json(200, "cancelled"); }
awaitable<feed_answer> live(request& request)
{
    if (request.bearer != "right") {
        co_return problem(401, "unauthorized", "Sign in.");
    }
    co_return feed_opened{[](const std::shared_ptr<feed>&) {}};
}

const router& routes()
{
    static const router table{{
        {verb::get, "/tickets/{id}", ticket},
        {verb::get, "/appointments/{code}.ics", calendar},
        {verb::get, "/appointments/{code}", booking},
        {verb::post, "/tickets/{id}/cancel", cancel},
        {"/live", live},
    }};
    return table;
}

template <class Awaitable>
auto wait(Awaitable work)
{
    boost::asio::io_context context;
    auto result = boost::asio::co_spawn(context, std::move(work), boost::asio::use_future);
    context.run();
    return result.get();
}

response ask(request& request) { return wait(routes().handle(request)); }

response ask(verb method, std::string_view target)
{
    request request;
    request.method = method;
    REQUIRE(request.set_target(target));
    return ask(request);
}

} // namespace

TEST_CASE("a route's parameters are the decoded segments of the path")
{
    CHECK(ask(verb::get, "/tickets/7KQ%202M").body == "ticket 7KQ 2M");
    CHECK(ask(verb::get, "/tickets/a%2Fb").body == "ticket a/b");
}

TEST_CASE("the first row that fits answers, and a tail after a parameter must fit too")
{
    CHECK(ask(verb::get, "/appointments/7KQ2MD.ics").body == "calendar 7KQ2MD");
    CHECK(ask(verb::get, "/appointments/7KQ2MD").body == "booking 7KQ2MD");
    CHECK(ask(verb::get, "/appointments/.ics").body == "booking .ics");
}

TEST_CASE("an unknown path is 404, even with a slash too many")
{
    for (const auto* path :
         {"/", "/nothing", "/tickets", "/tickets/", "/tickets/1/", "//tickets/1", "/tickets/1/cancel/x"}) {
        INFO(path);
        CHECK(ask(verb::get, path).status == 404);
    }
}

TEST_CASE("a known path with another method is 405 and says which are allowed")
{
    const auto answer = ask(verb::delete_, "/tickets/1");
    CHECK(answer.status == 405);
    CHECK(answer.headers.at(0) == response::header{"Allow", "GET, HEAD"});
    CHECK(ask(verb::head, "/tickets/1/cancel").status == 405);
    CHECK(ask(verb::head, "/tickets/1").status == 200);
}

TEST_CASE("path, method, size, type and origin are judged in this order")
{
    request request;
    request.method = verb::post;
    request.content_length = limits{}.body_bytes + 1;
    request.content_type = "text/plain";
    request.host = "server.example";
    request.origin = "https://evil.example";
    REQUIRE(request.set_target("/nothing"));
    CHECK(ask(request).status == 404);
    REQUIRE(request.set_target("/tickets/1"));
    CHECK(ask(request).status == 405);
    REQUIRE(request.set_target("/tickets/1/cancel"));
    CHECK(ask(request).status == 413);
    request.content_length = 2;
    CHECK(ask(request).status == 415);
    request.content_type = "Application/JSON ; charset=utf-8";
    CHECK(ask(request).status == 403);
    request.origin = "https://SERVER.example";
    CHECK(ask(request).status == 200);
}

TEST_CASE("a POST without a body needs no content type")
{
    CHECK(ask(verb::post, "/tickets/1/cancel").body == "cancelled");
}

TEST_CASE("a foreign page may read nothing but is not refused for asking, and null is foreign")
{
    request request;
    request.host = "server.example";
    request.origin = "https://evil.example";
    REQUIRE(request.set_target("/tickets/1"));
    CHECK(ask(request).status == 200);
    request.method = verb::post;
    request.origin = "null";
    REQUIRE(request.set_target("/tickets/1/cancel"));
    CHECK(ask(request).status == 403);
}

TEST_CASE("a feed takes its credential from the header or the query, and refuses before the upgrade")
{
    request request;
    REQUIRE(request.set_target("/live?access_token=right"));
    CHECK(std::holds_alternative<feed_opened>(wait(routes().open(request))));
    REQUIRE(request.set_target("/live?access_token=wrong"));
    request.bearer = "right";
    CHECK(std::holds_alternative<feed_opened>(wait(routes().open(request))));
    request.bearer = "wrong";
    CHECK(std::get<response>(wait(routes().open(request))).status == 401);
    CHECK(ask(request).status == 401);
    request.bearer = "right";
    CHECK(ask(request).status == 426);
}

TEST_CASE("query parameters are decoded and found by name")
{
    request request;
    REQUIRE(request.set_target("/x?q=h%E1%BB%99+t%E1%BB%8Bch&empty=&flag&q=second"));
    CHECK(request.path() == "/x");
    CHECK(request.query("q") == "hộ tịch");
    CHECK(request.query("empty") == "");
    CHECK(request.query("flag") == "");
    CHECK_FALSE(request.query("none"));
}

TEST_CASE("a target that is broken is not taken")
{
    request request;
    for (const auto* target :
         {"", "x", "*", "http://host/x", "/%", "/%2", "/%zz", "/%ff", "/%c0%af", "/%ed%a0%80", "/?a=%"}) {
        INFO(target);
        CHECK_FALSE(request.set_target(target));
        CHECK_FALSE(request.target_fault().empty());
    }
    REQUIRE(request.set_target("/a"));
    CHECK(request.target_fault().empty());
}

TEST_CASE("a query has at most 32 parameters")
{
    std::string target = "/a?x";
    for (int i = 1; i < 32; ++i) {
        target += "&x";
    }
    request request;
    CHECK(request.set_target(target));
    CHECK_FALSE(request.set_target(target += "&x"));
    CHECK(request.target_fault() == "The query has more than 32 parameters.");
}

TEST_CASE("a path of more segments than any route has is one where nothing is")
{
    std::string target;
    for (int i = 0; i < 100; ++i) {
        target += "/tickets";
    }
    request request;
    REQUIRE(request.set_target(target));
    CHECK(request.path() == target);
    CHECK(ask(request).status == 404);
}
