#include "counter/sign_in/session.hpp"
#include "tests/unit/client/wire_sample.hpp"

#include <catch2/catch.hpp>

using namespace motcua;
using namespace motcua::counter::sign_in;
using namespace std::chrono_literals;
using test::response;

namespace {

const std::string sessions = "/api/v1/sessions";
const std::string change = "/api/v1/sessions/current/password";
const std::string open_1 = "/api/v1/sites/demo/counters/1/open";

std::string session_json(const std::string& more = {})
{
    return R"({"token":"officer","role":"clerk","staff":"lan","name":"Nguyễn Thị Lan","counter":"1",
        "expires_at":"2026-11-23T19:00:00+07:00")" +
           more + "}";
}

struct signing_in
{
    signing_in()
    {
        world.answers["/api/v1/whoami"] = response(200, test::who_json("counter", R"("1")"));
        world.answers[sessions] = response(201, session_json());
        world.answers[open_1] = response(200, "{}");
        session.start("device");
        world.pass(10ms);
        events.clear();
        world.sent.clear();
    }

    void enter_as_lan(std::vector<std::string> services = {})
    {
        session.send(
            enter{.login = "lan", .password = "secret", .counter = "1", .services = std::move(services)});
        world.pass(10ms);
    }

    test::scripted_world world;
    client::connection connection{world, world, client::random_engine{1}};
    std::vector<event> events;
    counter::sign_in::session session{connection,
                                      [this](event happened) { events.push_back(std::move(happened)); }};
};

} // namespace

TEST_CASE("an officer signs in, and the counter is opened with the officer's own token")
{
    signing_in s;
    std::string token_of_open;
    s.world.on_sent = [&](const client::http_request& request) {
        if (request.target == open_1) {
            token_of_open = s.world.token;
        }
    };
    s.enter_as_lan({"A", "D"});
    CHECK(s.events == std::vector<event>{entered{"officer", "Nguyễn Thị Lan"}});
    CHECK(s.world.sent.front().body.find(
              R"("login":"lan","password":"secret","counter":"1","take_over":false)") != std::string::npos);
    CHECK(s.world.sent.back().body == R"({"services":["A","D"]})");
    CHECK(token_of_open == "officer");
}

TEST_CASE("a counter that cannot be opened does not keep the officer out")
{
    signing_in s;
    s.world.answers[open_1] =
        response(422, R"({"type":"x","title":"x","status":422,"detail":"x","code":"x"})");
    s.enter_as_lan();
    CHECK(s.events == std::vector<event>{entered{"officer", "Nguyễn Thị Lan"}});
}

TEST_CASE("why an officer is not in is reported, and the device keeps its own token")
{
    const auto [answer, expected] = GENERATE(table<client::http_response, event>(
        {{response(401), refused{refusal::wrong}},
         {response(
              409,
              R"({"type":"x","title":"x","status":409,"detail":"x","code":"counter_taken","staff":"minh"})"),
          refused{refusal::taken, "minh"}},
         {response(403), refused{refusal::no_counter}},
         {client::http_response{.status = 429, .retry_after = 30s}, must_wait{30s}}}));
    signing_in s;
    s.world.answers[sessions] = answer;
    s.enter_as_lan();
    CHECK(s.events == std::vector<event>{expected});
    CHECK(s.world.token == "device");
}

TEST_CASE("a password for one time is changed before the counter is opened")
{
    signing_in s;
    s.world.answers[sessions] = response(201, session_json(R"(,"password_change_required":true)"));
    s.world.answers[change] =
        response(422, R"({"type":"x","title":"x","status":422,"detail":"x","code":"too_common"})");
    s.enter_as_lan();
    CHECK(s.world.count(open_1) == 0);
    s.session.send(change_password{"secret", "password1234"});
    s.world.pass(10ms);
    CHECK(s.world.token == "device");
    s.world.answers[change] = response(204);
    s.session.send(change_password{"secret", "a better password"});
    s.world.pass(10ms);
    CHECK(s.world.count(open_1) == 1);
    CHECK(s.events == std::vector<event>{must_change{}, change_refused{"too_common"},
                                         entered{"officer", "Nguyễn Thị Lan"}});
}
