#include "client/device_reports.hpp"
#include "tests/unit/client/wire_sample.hpp"

#include <catch2/catch.hpp>

using namespace motcua::client;
using namespace motcua::test;
using namespace std::chrono_literals;

namespace {

const std::string report_path = "/api/v1/devices/current/report";

struct reporting_device
{
    scripted_world world;
    connection server{world, world, random_engine{1}};
    device_reports reports{server, [](int) {}};
};

} // namespace

TEST_CASE("a device reports every ten seconds, and what has changed with the next report")
{
    reporting_device d;
    d.world.answers[report_path] = response(204);
    d.reports.start("secret");
    d.world.pass(5s);
    CHECK(d.world.count(report_path) == 1);
    CHECK(d.world.token == "secret");
    CHECK(d.world.sent.back().body.find(R"("printer":null)") != std::string::npos);
    d.reports.printer("offline");
    d.world.pass(6s);
    CHECK(d.world.count(report_path) == 2);
    CHECK(d.world.sent.back().body.find(R"("printer":"offline")") != std::string::npos);
    CHECK(d.world.sent.back().body.find(R"("uptime_s":10)") != std::string::npos);
}

TEST_CASE("reports go on after a server that was away or refused, and end at one that does not know them")
{
    reporting_device d;
    d.reports.start("secret");
    d.world.pass(1min);
    d.world.answers[report_path] = response(401);
    d.world.pass(1min);
    const auto status = GENERATE(404, 405);
    d.world.answers[report_path] = response(status);
    d.world.pass(1min);
    const auto sent = d.world.count(report_path);
    d.world.pass(10min);
    CHECK(d.world.count(report_path) == sent);
    CHECK(sent >= 12);
}
