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
    reporting_device() { world.answers["/api/v1/whoami"] = response(404); }

    scripted_world world;
    connection server{world, world, random_engine{1}};
    std::chrono::sys_seconds machine{std::chrono::sys_days{2026y / 11 / 23} + 2h + 5min};
    device_reports reports{server, [](int) {}, [this] { return machine; }};
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
    d.reports.printer(motcua::protocol::printer_state::offline);
    d.world.pass(6s);
    CHECK(d.world.count(report_path) == 2);
    CHECK(d.world.sent.back().body.find(R"("printer":"offline")") != std::string::npos);
    CHECK(d.world.sent.back().body.find(R"("uptime_s":10)") != std::string::npos);
}

TEST_CASE("a device reports how far its clock is from the server's, and looks again after an hour")
{
    reporting_device d;
    d.world.answers[report_path] = response(204);
    d.world.answers["/api/v1/whoami"] =
        response(200, R"({"role":"kiosk","site":"demo","site_name":"x","site_name_en":"x","counter":null,)"
                      R"("staff":null,"time":"2026-11-23T09:00:00+07:00"})");
    d.reports.start("secret");
    d.world.pass(1min);
    CHECK(d.world.sent.back().body.find(R"("clock_offset_s":300)") != std::string::npos);
    CHECK(d.world.count("/api/v1/whoami") == 1);
    d.machine -= 10min;
    d.world.pass(1h);
    CHECK(d.world.sent.back().body.find(R"("clock_offset_s":-300)") != std::string::npos);
    CHECK(d.world.count("/api/v1/whoami") == 2);
}

TEST_CASE("what went wrong last is reported as one line of whole letters")
{
    reporting_device d;
    d.world.answers[report_path] = response(204);
    d.reports.start("secret");
    std::string text = "máy in\n";
    while (text.size() < 299) {
        text += "x";
    }
    d.reports.error(text + "ế");
    d.world.pass(11s);
    CHECK(d.world.sent.back().body.find(R"("last_error":"máy in xxx)") != std::string::npos);
    CHECK(d.world.sent.back().body.find("ế") == std::string::npos);
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
