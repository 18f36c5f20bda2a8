#include "client/request_queue.hpp"
#include "tests/unit/client/world.hpp"

#include <catch2/catch.hpp>
#include <set>

using namespace motcua::client;
using namespace motcua::client::test;
using namespace std::chrono_literals;

namespace {

struct served_queue
{
    virtual_timers clock;
    scripted_transport net{clock};
    random_engine random{7};
    motcua::logging::line_function log = motcua::logging::no_log;
    std::optional<request_queue> requests{std::in_place, net, clock, random, log};
    std::vector<result<http_response>> answers;
    std::vector<time_point> answered_at;

    void post(std::string target = "/tickets", request_options options = {})
    {
        send({verb::post, std::move(target), R"({"service":"A"})", {}}, std::move(options));
    }
    void send(http_request request, request_options options = {})
    {
        requests->send(
            std::move(request),
            [this](result<http_response> answer) {
                answers.push_back(std::move(answer));
                answered_at.push_back(clock.now());
            },
            std::move(options));
    }
    /// The pauses from the end of each try to the beginning of the next.
    std::vector<milliseconds> pauses(milliseconds try_length) const
    {
        std::vector<milliseconds> found;
        for (std::size_t i = 1; i < net.tries.size(); ++i) {
            found.push_back(std::chrono::duration_cast<milliseconds>(net.tries[i].first -
                                                                     net.tries[i - 1].first - try_length));
        }
        return found;
    }
};

http_response status(int code) { return {code, "{}", {}, false}; }

} // namespace

TEST_CASE("a change has the same key on every try, and another change another one")
{
    served_queue f;
    f.net.server = [&](const http_request&) -> result<http_response> {
        if (f.net.tries.size() % 4 != 0) {
            return unreachable;
        }
        return status(201);
    };
    f.post();
    f.clock.advance(10s);
    f.post();
    f.clock.advance(10s);

    REQUIRE(f.answers.size() == 2);
    CHECK(f.answers[0].value().status == 201);
    REQUIRE(f.net.tries.size() == 8);
    std::set<std::string> keys;
    for (const auto& [at, request] : f.net.tries) {
        CHECK(request.idempotency_key.size() == limits::idempotency_key_length);
        CHECK(request.body == R"({"service":"A"})");
        keys.insert(request.idempotency_key);
    }
    CHECK(keys.size() == 2);
    CHECK(f.net.tries[0].second.idempotency_key == f.net.tries[3].second.idempotency_key);
}

TEST_CASE("a request that only reads is tried again without a key")
{
    served_queue f;
    f.net.server = [&](const http_request&) -> result<http_response> {
        if (f.net.tries.size() < 2) {
            return unreachable;
        }
        return status(200);
    };
    f.send({verb::get, "/board", {}, {}});
    f.clock.advance(1s);
    REQUIRE(f.answers.size() == 1);
    CHECK(f.net.tries.size() == 2);
    CHECK(f.net.tries[1].second.idempotency_key.empty());
}

TEST_CASE("a key given with the request is used")
{
    served_queue f;
    f.net.server = [](const http_request&) -> result<http_response> { return status(201); };
    f.post("/tickets", {30s, "from the outbox"});
    CHECK(f.net.tries.at(0).second.idempotency_key == "from the outbox");
}

TEST_CASE("an answer lost after the server did the work gives the first answer again")
{
    served_queue f;
    std::map<std::string, int> tickets; // by key
    bool is_lost = true;
    f.net.server = [&](const http_request& request) -> std::optional<result<http_response>> {
        const auto [place, is_new] = tickets.emplace(request.idempotency_key, 1 + int(tickets.size()));
        if (std::exchange(is_lost, false)) {
            return std::nullopt;
        }
        return http_response{201, "A00" + std::to_string(place->second), {}, !is_new};
    };
    f.post();
    f.clock.advance(10s);
    REQUIRE(f.answers.size() == 1);
    CHECK(f.answers[0].value().body == "A001");
    CHECK(f.answers[0].value().replayed);
    CHECK(tickets.size() == 1);
}

TEST_CASE("any status but 429 and 503 is final")
{
    const int code = GENERATE(200, 204, 301, 400, 401, 403, 404, 409, 413, 415, 422, 500, 502, 504);
    served_queue f;
    f.net.server = [&](const http_request&) -> result<http_response> { return status(code); };
    f.post();
    f.clock.advance(60s);
    CHECK(f.net.tries.size() == 1);
    REQUIRE(f.answers.size() == 1);
    CHECK(f.answers[0].value().status == code);
}

TEST_CASE("Retry-After is waited for")
{
    const int code = GENERATE(429, 503);
    served_queue f;
    f.net.server = [&](const http_request&) -> result<http_response> {
        if (f.net.tries.size() > 1) {
            return status(201);
        }
        return http_response{code, "{}", 7s, false};
    };
    f.post();
    f.clock.advance(30s);
    CHECK(f.answers.at(0).value().status == 201);
    const auto pause = f.pauses(1ms).at(0);
    CHECK(pause >= 7s);
    CHECK(pause <= 7s + limits::pause_first);
}

TEST_CASE("an answer that asks to wait beyond the deadline is the outcome at once")
{
    served_queue f;
    f.net.server = [&](const http_request&) -> result<http_response> {
        return http_response{429, "{}", 600s, false};
    };
    f.post();
    f.clock.advance(1ms);
    CHECK(f.answers.at(0).value().status == 429);
    CHECK(f.net.tries.size() == 1);
}

TEST_CASE("a deadline ends a request on time with its last outcome")
{
    served_queue f;
    const auto start = f.clock.now();
    SECTION("the server is silent")
    {
        f.net.server = [](const http_request&) { return std::nullopt; };
        f.post("/tickets", {3s, {}});
        f.clock.advance(10s);
        CHECK(f.answers.at(0).error() == error::deadline_passed);
    }
    SECTION("the server is unreachable")
    {
        f.net.server = [](const http_request&) -> result<http_response> { return unreachable; };
        f.post("/tickets", {3s, {}});
        f.clock.advance(10s);
        CHECK(f.answers.at(0).error() == unreachable);
    }
    SECTION("the server refuses for a while")
    {
        f.net.server = [](const http_request&) -> result<http_response> { return status(503); };
        f.post("/tickets", {3s, {}});
        f.clock.advance(10s);
        CHECK(f.answers.at(0).value().status == 503);
    }
    CHECK(f.answers.size() == 1);
    CHECK(f.answered_at.at(0) == start + 3s);
    CHECK(f.clock.is_idle());
}

TEST_CASE(
    "tries are never more than 2 seconds apart, the first pause is short and no two clients pause alike")
{
    std::set<std::vector<milliseconds>> seen;
    for (std::uint64_t seed = 0; seed < 50; ++seed) {
        CAPTURE(seed);
        served_queue f;
        f.random.seed(seed);
        f.net.server = [](const http_request&) -> result<http_response> { return unreachable; };
        f.post("/tickets", {60s, {}});
        f.clock.advance(60s);
        const auto pauses = f.pauses(1ms);
        REQUIRE(pauses.size() > 30);
        CHECK(pauses[0] >= 100ms);
        CHECK(pauses[0] <= 200ms);
        CHECK(*std::max_element(pauses.begin(), pauses.end()) <= 2s);
        CHECK(*std::min_element(pauses.begin() + 4, pauses.end()) >= 800ms);
        seen.insert(pauses);
    }
    CHECK(seen.size() == 50);
}

TEST_CASE("the same seed gives the same run")
{
    const auto run = [] {
        served_queue f;
        f.net.server = [](const http_request&) -> result<http_response> { return unreachable; };
        f.post();
        f.clock.advance(60s);
        return std::pair{f.pauses(1ms), f.net.tries[0].second.idempotency_key};
    };
    CHECK(run() == run());
}

TEST_CASE("requests are answered in order, one at a time")
{
    served_queue f;
    f.net.server = [&](const http_request& request) -> result<http_response> {
        if (f.net.tries.size() < 3) {
            return unreachable;
        }
        return http_response{200, request.target, {}, false};
    };
    for (const auto* target : {"/1", "/2", "/3"}) {
        f.requests->send({verb::post, target, {}, {}},
                         [&](result<http_response> answer) { f.answers.push_back(std::move(answer)); });
    }
    f.clock.advance(10s);
    REQUIRE(f.answers.size() == 3);
    CHECK(f.answers[0].value().body == "/1");
    CHECK(f.answers[1].value().body == "/2");
    CHECK(f.answers[2].value().body == "/3");
    std::string tried;
    for (const auto& [at, request] : f.net.tries) {
        tried += request.target;
    }
    CHECK(tried == "/1/1/1/2/3");
}

TEST_CASE("a request that waits behind another keeps its own deadline")
{
    served_queue f;
    f.net.server = [](const http_request&) { return std::nullopt; };
    f.post("/1", {20s, {}});
    f.post("/2", {2s, {}});
    f.clock.advance(2s);
    REQUIRE(f.answers.size() == 1);
    CHECK(f.answers[0].error() == error::deadline_passed);
    f.clock.advance(18s);
    CHECK(f.answers.size() == 2);
    for (const auto& [at, request] : f.net.tries) {
        CHECK(request.target == "/1");
    }
}

TEST_CASE("a full queue refuses at once and loses nothing that waits")
{
    served_queue f;
    f.net.server = [](const http_request&) -> result<http_response> { return status(200); };
    for (std::size_t i = 0; i < limits::queued_requests; ++i) {
        f.post();
    }
    CHECK(f.answers.empty());
    f.post();
    REQUIRE(f.answers.size() == 1);
    CHECK(f.answers[0].error() == error::queue_full);
    f.clock.advance(1s);
    CHECK(f.answers.size() == limits::queued_requests + 1);
}

TEST_CASE("a target that would break the request is refused at once")
{
    const auto* target = GENERATE("", "tickets", "/a b", "/a\r\nX: y", "/ti\xe1\xba\xbfng");
    served_queue f;
    f.post(target);
    REQUIRE(f.answers.size() == 1);
    CHECK(f.answers[0].error() == error::wrong_target);
    CHECK(f.net.tries.empty());
}

TEST_CASE("a request whose answer is too large is not sent again")
{
    served_queue f;
    f.net.server = [](const http_request&) -> result<http_response> { return error::answer_too_large; };
    f.post();
    f.clock.advance(10s);
    CHECK(f.answers.at(0).error() == error::answer_too_large);
    CHECK(f.net.tries.size() == 1);
}

TEST_CASE("a destroyed queue forgets its requests and leaves nothing behind")
{
    served_queue f;
    SECTION("while a try is under way")
    {
        f.net.server = [](const http_request&) { return std::nullopt; };
    }
    SECTION("while it pauses")
    {
        f.net.server = [](const http_request&) -> result<http_response> { return unreachable; };
    }
    f.post();
    f.post();
    f.clock.advance(10ms);
    f.requests.reset();
    CHECK(f.clock.is_idle());
    f.clock.advance(60s);
    CHECK(f.answers.empty());
}

TEST_CASE("a completion may send again, and may destroy the queue")
{
    served_queue f;
    f.net.server = [](const http_request&) -> result<http_response> { return status(200); };
    f.requests->send({verb::get, "/1", {}, {}}, [&](const result<http_response>&) {
        f.requests->send({verb::get, "/2", {}, {}},
                         [&](const result<http_response>&) { f.requests.reset(); });
        f.post();
    });
    f.clock.advance(1s);
    CHECK_FALSE(f.requests);
    CHECK(f.clock.is_idle());
    CHECK(f.answers.empty());
}
