#include "enrolment/memory.hpp"
#include "enrolment/session.hpp"
#include "tests/unit/client/wire_sample.hpp"
#include "tests/unit/enrolment/scratch.hpp"

#include <catch2/catch.hpp>

using namespace motcua;
using namespace motcua::enrolment;
using namespace std::chrono_literals;

namespace {

struct new_device
{
    new_device()
    {
        world.answers["/api/v1/enrol"] = test::response(
            201,
            R"({"device_code":"d","user_code":"482913","expires_at":"2026-11-23T09:56:00+07:00","interval_s":3})");
        world.answers["/api/v1/enrol/token"] = test::response(
            200, R"({"token":"secret","site":"demo","kind":"kiosk","name":"kiosk 2","counter":null})");
    }

    test::scripted_world world;
    client::connection connection{world, world, client::random_engine{1}};
    std::vector<event> events;
    enrolment::session session{connection, [this](event happened) { events.push_back(std::move(happened)); }};
};

} // namespace

TEST_CASE("token and server are kept before the window hears that the device is allowed")
{
    const test::scratch s;
    const auto file =
        s.file("console.json", R"({"officers":[{"login":"lan","name":"Lan","day":"2026-11-23"}]})");
    new_device d;
    d.session.enrol("kiosk", "http://10.0.0.5:80", file);
    d.world.pass(10ms);
    CHECK(d.events == std::vector<event>{code_came{"482913"}});
    CHECK(read_memory(file)->server == "http://10.0.0.5:80");
    CHECK_FALSE(read_memory(file)->token);
    d.world.pass(3s);
    REQUIRE(d.events.size() == 2);
    CHECK(d.events.back() == event{allowed{"secret", "kiosk 2"}});
    CHECK(read_memory(file)->token == "secret");
    CHECK(read_memory(file)->officers->size() == 1);
}

TEST_CASE("the fingerprint of the server that allowed the device is kept beside the token")
{
    const test::scratch s;
    const auto file = s.file("kiosk.json", R"({"server":"https://old","fingerprint":"00"})");
    new_device d;
    d.session.enrol("kiosk", "https://10.0.0.5", file);
    CHECK_FALSE(read_memory(file)->fingerprint);
    d.world.certificate.emplace().fill(0xAB);
    d.world.pass(4s);
    std::string digits;
    for (int byte = 0; byte < 32; ++byte) {
        digits += "ab";
    }
    CHECK(d.events.back() == event{allowed{"secret", "kiosk 2", digits}});
    CHECK(read_memory(file)->fingerprint == digits);
}

TEST_CASE("a device that cannot keep a token says so and asks for none")
{
    const test::scratch s;
    new_device d;
    d.session.enrol("kiosk", "http://10.0.0.5:80", s.file("in_the_way", "") / "kiosk.json");
    d.world.pass(1min);
    REQUIRE(d.events.size() == 1);
    CHECK(std::holds_alternative<not_kept>(d.events.front()));
    CHECK(d.world.sent.empty());
}
