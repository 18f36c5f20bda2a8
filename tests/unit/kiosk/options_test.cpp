#include "kiosk/options.hpp"
#include "tests/unit/enrolment/scratch.hpp"

#include <catch2/catch.hpp>

using namespace motcua::kiosk;

namespace {

std::variant<options, int> parse(std::vector<const char*> arguments)
{
    arguments.insert(arguments.begin(), "motcua-kiosk");
    return parse_options(static_cast<int>(arguments.size()), arguments.data());
}

} // namespace

TEST_CASE("the options of the kiosk are understood")
{
    const auto parsed = parse({"--server", "http://127.0.0.1:8080", "--token", "t", "--windowed", "540x960",
                               "--printer", "file:/tmp/slips.png"});
    REQUIRE(std::holds_alternative<options>(parsed));
    const auto& o = std::get<options>(parsed);
    CHECK(o.device.server == "http://127.0.0.1:8080");
    CHECK(o.device.token == "t");
    CHECK(o.place.windowed == motcua::ui::placement{{540, 960}});
    CHECK(o.printer.kind == printer_kind::file);
    CHECK(o.printer.where == "/tmp/slips.png");
}

TEST_CASE("a kiosk covers the monitor that is named, or stands in a window, not both")
{
    const motcua::test::scratch home;
    CHECK(std::get<options>(parse({})).place == motcua::ui::window_place{});
    CHECK(std::get<options>(parse({"--screen", "HDMI-1"})).place.monitor == "HDMI-1");
    CHECK(std::get<int>(parse({"--screen", "HDMI-1", "--windowed", "540x960"})) == 2);
}

TEST_CASE("a kiosk that nobody has set up yet starts without server and token")
{
    const motcua::test::scratch home;
    const auto o = std::get<options>(parse({}));
    CHECK(o.device.server.empty());
    CHECK(o.device.token.empty());
    CHECK(o.device.file == home.folder / "state/motcua/kiosk.json");
}

TEST_CASE("a token file that others may read is exit code 2")
{
    const motcua::test::scratch home;
    const auto file = home.file("token", "secret", 0644).string();
    CHECK(std::get<int>(parse({"--server", "http://x", "--token-file", file.c_str()})) == 2);
}

TEST_CASE("a wrong option is exit code 2")
{
    CHECK(std::get<int>(parse({"--server", "x", "--token", "t"})) == 2);
    CHECK(std::get<int>(parse({"--server", "http://x", "--token", "t", "--colour", "red"})) == 2);
    CHECK(std::get<int>(parse({"--server", "http://x", "--token", "t", "--windowed", "540"})) == 2);
    CHECK(std::get<int>(parse({"--server", "http://x", "--token", "t", "--printer", "tcp:printer"})) == 2);
    CHECK(std::get<int>(parse({"--server", "http://x", "--token", "t", "--printer", "cups:slips"})) == 2);
    CHECK(std::get<int>(parse({"--help"})) == 0);
    CHECK(std::get<int>(parse({"--version"})) == 0);
}

TEST_CASE("a file that no slip can be written into is exit code 2 at the start")
{
    const auto with = [](const char* printer) {
        return parse({"--server", "http://x", "--token", "t", "--printer", printer});
    };
    for (const auto* wrong : {"file:slip.bin", "file:slip", "file:slip.png.gz", "file:/nonexistent/slips/"}) {
        CHECK(std::get<int>(with(wrong)) == 2);
    }
    for (const auto* right : {"file:slip.png", "file:slip.PNG", "file:slip.jpg", "file:slip.bmp", "file:."}) {
        CHECK(std::holds_alternative<options>(with(right)));
    }
}

TEST_CASE("the places of a printer are known by their forms")
{
    CHECK(parse_printer("none")->kind == printer_kind::none);
    CHECK(parse_printer("file:slip.png")->where == "slip.png");
    CHECK(parse_printer("device:/dev/usb/lp0")->kind == printer_kind::device);
    CHECK(parse_printer("tcp:10.0.0.7:9100")->where == "10.0.0.7:9100");
    CHECK(parse_printer("cups:slips")->kind == printer_kind::cups);
    for (const auto* wrong : {"", "paper", "file:", "device:lp0", "tcp:host", "tcp:host:0", "tcp:host:70000",
                              "tcp::9100", "tcp:host:91x"}) {
        CHECK_FALSE(parse_printer(wrong));
    }
}
