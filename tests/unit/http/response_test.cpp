#include "server/http/answer_text.hpp"
#include "server/http/response.hpp"

#include <catch2/catch.hpp>
#include <stdexcept>

using namespace motcua::http;

TEST_CASE("a problem is RFC 9457 JSON, whatever its detail holds")
{
    const auto answer = problem(409, "wrong_state", "it is \"called\"\\\n\x01", "state");
    CHECK(answer.status == 409);
    CHECK(answer.content_type == "application/problem+json");
    CHECK(answer.body ==
          R"({"type":"about:blank","title":"Conflict","status":409,)"
          R"("detail":"it is \"called\"\\\u000a\u0001","code":"wrong_state","field":"state"})");
}

TEST_CASE("the title of a problem is its status as RFC 9110 names it")
{
    CHECK(reason(404) == "Not Found");
    CHECK(reason(413) == "Content Too Large");
    CHECK(reason(415) == "Unsupported Media Type");
    CHECK(reason(422) == "Unprocessable Content");
    CHECK(reason(429) == "Too Many Requests");
    CHECK(reason(299) == "Unknown");
}

TEST_CASE("a header cannot carry a second one")
{
    response answer;
    const std::string_view values[]{"a\r\nSet-Cookie: x", "a\nb", "a\rb", {"a\0b", 3}, "a\x7f"};
    for (const auto value : values) {
        CHECK_THROWS_AS(answer.set_header("Location", value), std::invalid_argument);
    }
    for (const auto* name :
         {"", "a b", "a:", "a\r\nb", "Content-Length", "transfer-encoding", "Connection"}) {
        CHECK_THROWS_AS(answer.set_header(name, "1"), std::invalid_argument);
    }
    CHECK(answer.headers.empty());
}

TEST_CASE("every answer has the protective headers, and a page may have its own policy")
{
    std::string out;
    auto answer = json(200, "{}");
    format_header(answer, {.date = "now"}, out);
    CHECK(
        out ==
        "HTTP/1.1 200 OK\r\nDate: now\r\nX-Content-Type-Options: nosniff\r\nReferrer-Policy: no-referrer\r\n"
        "Cache-Control: no-store\r\nContent-Security-Policy: default-src 'none'; frame-ancestors 'none'\r\n"
        "Content-Type: application/json\r\nContent-Length: 2\r\n\r\n");
    answer.set_header("content-security-policy", "default-src 'self'")
        .set_header("Cache-Control", "max-age=60");
    format_header(answer, {.date = "now", .close = true}, out);
    CHECK(
        out ==
        "HTTP/1.1 200 OK\r\nDate: now\r\nX-Content-Type-Options: nosniff\r\nReferrer-Policy: no-referrer\r\n"
        "content-security-policy: default-src 'self'\r\nCache-Control: max-age=60\r\n"
        "Content-Type: application/json\r\nContent-Length: 2\r\nConnection: close\r\n\r\n");
}

TEST_CASE("a date is written as RFC 9110 wants it")
{
    CHECK(http_date(784111777) == "Sun, 06 Nov 1994 08:49:37 GMT");
}
