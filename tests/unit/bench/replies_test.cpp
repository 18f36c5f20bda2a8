#include "tests/bench/failure.hpp"
#include "tests/bench/http_wire.hpp"
#include "tests/bench/office.hpp"
#include "tests/bench/redis.hpp"

#include <catch2/catch.hpp>

using namespace motcua::bench;

namespace {

std::string answer(const std::string& status, const std::string& body)
{
    return "HTTP/1.1 " + status + "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
}

ticket_requests requests() { return {{"demo", {"secret", {}, {}}}, "AD"}; }

} // namespace

TEST_CASE("a reply counts only when it is whole")
{
    const auto whole = answer("201 Created", R"({"number":"A001"})");
    const auto issuing = requests();
    for (std::size_t length = 0; length < whole.size(); ++length) {
        CHECK(issuing.reply_length(std::string_view(whole).substr(0, length)) == 0);
    }
    CHECK(issuing.reply_length(whole) == whole.size());
    CHECK(issuing.reply_length(whole + "HTTP/1.1 2") == whole.size());
}

TEST_CASE("an answer without a body is whole at the end of its head")
{
    const auto reply = find_reply("HTTP/1.1 204 No Content\r\nDate: today\r\n\r\n");
    REQUIRE(reply);
    CHECK(reply->status == 204);
    CHECK(reply->body.empty());
}

TEST_CASE("a ticket that was refused or has no number ends the benchmark")
{
    const auto issuing = requests();
    CHECK_THROWS_AS(issuing.reply_length(answer("503 Service Unavailable", "{}")), failure);
    CHECK_THROWS_AS(issuing.reply_length(answer("201 Created", "{}")), failure);
}

TEST_CASE("each request has a key of its own and the next service")
{
    auto asks = requests();
    const std::string first(asks.next_request());
    const std::string second(asks.next_request());
    CHECK(first.size() == second.size());
    const auto key = [](const std::string& request) {
        return request.substr(request.find("Idempotency-Key: "), 41);
    };
    CHECK(key(first) != key(second));
    CHECK_THAT(first, Catch::Contains(R"("service":"A")"));
    CHECK_THAT(second, Catch::Contains(R"("service":"D")"));
}

TEST_CASE("what redis answers counts when it is a whole number")
{
    const increments counting;
    CHECK(counting.reply_length("") == 0);
    CHECK(counting.reply_length(":12\r") == 0);
    CHECK(counting.reply_length(":12\r\n:13\r\n") == 5);
    CHECK_THROWS_AS(counting.reply_length("-MISCONF the disk\r\n"), failure);
}
