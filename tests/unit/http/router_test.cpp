#include "server/http/router.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/use_future.hpp>
#include <catch2/catch.hpp>

using namespace motcua::http;
using boost::asio::awaitable;

namespace {

awaitable<response> ticket(request& asked)
{
    co_return json(200, "ticket " + std::string{asked.parameter("id")});
}
awaitable<response> calendar(request& asked)
{
    co_return json(200, "calendar " + std::string{asked.parameter("code")});
}
awaitable<response> booking(request& asked)
{
    co_return json(200, "booking " + std::string{asked.parameter("code")});
}
awaitable<response> cancel(request&) { co_return json(200, "cancelled"); }
awaitable<feed_answer> live(request& asked)
{
    if (asked.bearer != "right") {
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

response ask(request& asked) { return wait(routes().handle(asked)); }

response ask(verb method, std::string_view target)
{
    request asked;
    asked.method = method;
    REQUIRE(asked.set_target(target));
    return ask(asked);
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
    request asked;
    asked.method = verb::post;
    asked.content_length = limits{}.body_bytes + 1;
    asked.content_type = "text/plain";
    asked.host = "hall.example";
    asked.origin = "https://evil.example";
    REQUIRE(asked.set_target("/nothing"));
    CHECK(ask(asked).status == 404);
    REQUIRE(asked.set_target("/tickets/1"));
    CHECK(ask(asked).status == 405);
    REQUIRE(asked.set_target("/tickets/1/cancel"));
    CHECK(ask(asked).status == 413);
    asked.content_length = 2;
    CHECK(ask(asked).status == 415);
    asked.content_type = "Application/JSON ; charset=utf-8";
    CHECK(ask(asked).status == 403);
    asked.origin = "https://HALL.example";
    CHECK(ask(asked).status == 200);
}

TEST_CASE("a POST without a body needs no content type")
{
    CHECK(ask(verb::post, "/tickets/1/cancel").body == "cancelled");
}

TEST_CASE("a foreign page may read nothing but is not refused for asking, and null is foreign")
{
    request asked;
    asked.host = "hall.example";
    asked.origin = "https://evil.example";
    REQUIRE(asked.set_target("/tickets/1"));
    CHECK(ask(asked).status == 200);
    asked.method = verb::post;
    asked.origin = "null";
    REQUIRE(asked.set_target("/tickets/1/cancel"));
    CHECK(ask(asked).status == 403);
}

TEST_CASE("a feed takes its credential from the header or the query, and refuses before the upgrade")
{
    request asked;
    REQUIRE(asked.set_target("/live?access_token=right"));
    CHECK(std::holds_alternative<feed_opened>(wait(routes().open(asked))));
    REQUIRE(asked.set_target("/live?access_token=wrong"));
    asked.bearer = "right";
    CHECK(std::holds_alternative<feed_opened>(wait(routes().open(asked))));
    asked.bearer = "wrong";
    CHECK(std::get<response>(wait(routes().open(asked))).status == 401);
    CHECK(ask(asked).status == 401);
    asked.bearer = "right";
    CHECK(ask(asked).status == 426);
}

TEST_CASE("query parameters are decoded and found by name")
{
    request asked;
    REQUIRE(asked.set_target("/x?q=h%E1%BB%99+t%E1%BB%8Bch&empty=&flag&q=second"));
    CHECK(asked.path() == "/x");
    CHECK(asked.query("q") == "hộ tịch");
    CHECK(asked.query("empty") == "");
    CHECK(asked.query("flag") == "");
    CHECK_FALSE(asked.query("none"));
}

TEST_CASE("a target that is broken is not taken")
{
    request asked;
    for (const auto* target :
         {"", "x", "*", "http://host/x", "/%", "/%2", "/%zz", "/%ff", "/%c0%af", "/%ed%a0%80", "/?a=%"}) {
        INFO(target);
        CHECK_FALSE(asked.set_target(target));
        CHECK_FALSE(asked.target_fault().empty());
    }
    REQUIRE(asked.set_target("/a"));
    CHECK(asked.target_fault().empty());
}

TEST_CASE("a query has at most 32 parameters")
{
    std::string target = "/a?x";
    for (int i = 1; i < 32; ++i) {
        target += "&x";
    }
    request asked;
    CHECK(asked.set_target(target));
    CHECK_FALSE(asked.set_target(target += "&x"));
    CHECK(asked.target_fault() == "The query has more than 32 parameters.");
}

TEST_CASE("a path of more segments than any route has is one where nothing is")
{
    std::string target;
    for (int i = 0; i < 100; ++i) {
        target += "/tickets";
    }
    request asked;
    REQUIRE(asked.set_target(target));
    CHECK(asked.path() == target);
    CHECK(ask(asked).status == 404);
}
