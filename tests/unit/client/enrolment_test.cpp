#include "client/enrolment.hpp"
#include "tests/unit/client/wire_sample.hpp"

#include <catch2/catch.hpp>

using namespace motcua::client;
using namespace motcua::test;
namespace protocol = motcua::protocol;
using namespace std::chrono_literals;

namespace {

const std::string enrol = "/api/v1/enrol";
const std::string token = "/api/v1/enrol/token";

http_response code(const std::string& user_code)
{
    return response(201, R"({"device_code":"d-)" + user_code + R"(","user_code":")" + user_code +
                             R"(","expires_at":"2026-11-23T09:56:00+07:00","interval_s":3})");
}

struct new_device
{
    new_device()
    {
        world.answers[enrol] = code("482913");
        world.answers[token] = response(202, R"({"state":"pending"})");
    }

    void start()
    {
        device.start();
        world.pass(10ms);
    }

    void allow()
    {
        world.answers[token] = response(
            200, R"({"token":"secret","site":"demo","kind":"kiosk","name":"kiosk 2","counter":null})");
    }

    scripted_world world;
    connection server{world, world, random_engine{1}};
    std::vector<std::string> codes;
    std::vector<enrolment_trouble> troubles;
    std::vector<protocol::device_credential> allowed;
    enrolment device{server,
                     "kiosk",
                     {.on_code = [this](const auto& user_code) { codes.push_back(user_code); },
                      .on_trouble = [this](auto now) { troubles.push_back(now); },
                      .on_allowed = [this](const auto& given) { allowed.push_back(given); }}};
};

} // namespace

TEST_CASE("a new device shows a code and gets its token once it is allowed")
{
    new_device d;
    d.start();
    CHECK(d.codes == std::vector<std::string>{"482913"});
    CHECK(d.world.sent.front().body.find(R"("kind":"kiosk")") != std::string::npos);
    CHECK(d.world.token.empty());
    d.world.pass(10s);
    CHECK(d.world.count(token) == 3);
    CHECK(d.world.sent.back().body == R"({"device_code":"d-482913"})");
    CHECK(d.allowed.empty());
    d.allow();
    d.world.pass(3s);
    REQUIRE(d.allowed.size() == 1);
    CHECK(d.allowed.front().token == "secret");
    d.world.pass(1min);
    CHECK(d.allowed.size() == 1);
    CHECK(d.troubles.empty());
}

TEST_CASE("a code that the server does not know, or that has expired, is replaced by a new one")
{
    new_device d;
    d.start();
    d.world.answers[enrol] = code("111222");
    d.world.answers[token] = response(404);
    d.world.pass(3s + 10ms);
    CHECK(d.codes == std::vector<std::string>{"482913", "111222"});
    d.world.answers[enrol] = code("333444");
    d.world.answers[token] = response(202, R"({"state":"pending"})");
    d.world.pass(limits::code_life - 10s);
    CHECK(d.codes.size() == 2);
    d.world.pass(15s);
    CHECK(d.codes.back() == "333444");
}

TEST_CASE("a server that is away is reported once, asked slowly, and the code stays when it returns")
{
    new_device d;
    const auto away = d.world.answers.extract(enrol);
    d.device.start();
    d.world.pass(2s);
    CHECK(d.troubles == std::vector{enrolment_trouble::away});
    d.world.pass(1min);
    CHECK(d.world.count(enrol) < 60);
    d.world.answers[enrol] = away.mapped();
    d.world.pass(10s);
    CHECK(d.codes.size() == 1);
    const auto silent = d.world.answers.extract(token);
    d.world.pass(20s);
    d.world.answers[token] = silent.mapped();
    d.world.pass(10s);
    CHECK(d.troubles == std::vector{enrolment_trouble::away, enrolment_trouble::none, enrolment_trouble::away,
                                    enrolment_trouble::none});
    CHECK(d.codes.size() == 1);
}

TEST_CASE("a server that has too many new devices, or knows none, says so")
{
    new_device d;
    d.world.answers[enrol] = {.status = 429, .retry_after = 60s};
    d.device.start();
    d.world.pass(2s);
    d.world.answers[enrol] = response(404);
    d.world.pass(10s);
    CHECK(d.troubles == std::vector{enrolment_trouble::too_many, enrolment_trouble::too_old});
    CHECK(d.codes.empty());
}
