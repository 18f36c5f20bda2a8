#include "enrolment/device.hpp"
#include "tests/unit/enrolment/scratch.hpp"

#include <catch2/catch.hpp>

using namespace motcua;
using namespace motcua::enrolment;

namespace {

const std::string kept = R"({"server":"http://10.0.0.5:8080","token":"kept"})";

} // namespace

TEST_CASE(
    "the token is that of the option, then of the named file, then of the environment, then the kept one")
{
    test::scratch s;
    const auto named = s.file("named", "named").string();
    s.file("state/motcua/kiosk.json", kept);
    CHECK(find_device({}, "kiosk.json").token == "kept");
    s.set("MOTCUA_TOKEN", "environment");
    CHECK(find_device({}, "kiosk.json").token == "environment");
    CHECK(find_device({.token_file = named}, "kiosk.json").token == "named");
    CHECK(find_device({.token = "option", .token_file = named}, "kiosk.json").token == "option");
}

TEST_CASE("a token of the command line or the environment is given, one of a file is kept")
{
    test::scratch s;
    CHECK(find_device({.token = "option"}, "kiosk.json").token_is_given);
    CHECK_FALSE(find_device({.token_file = s.file("named", "named").string()}, "kiosk.json").token_is_given);
    s.set("MOTCUA_TOKEN", "environment");
    CHECK(find_device({}, "kiosk.json").token_is_given);
}

TEST_CASE("a new device knows nothing and keeps what it learns in the folder of its user's state")
{
    test::scratch s;
    const auto found = find_device({}, "board.json");
    CHECK(found.server.empty());
    CHECK(found.token.empty());
    CHECK(found.file == s.folder / "state/motcua/board.json");
    CHECK_FALSE(address_of(found));
    CHECK(server_text(found) == "not known yet");
    s.unset("XDG_STATE_HOME");
    s.set("HOME", "/home/kiosk");
    CHECK(find_device({}, "board.json").file == "/home/kiosk/.local/state/motcua/board.json");
}

TEST_CASE("the server of the command line comes before the kept one")
{
    test::scratch s;
    s.file("state/motcua/kiosk.json", kept);
    const auto found = find_device({}, "kiosk.json");
    REQUIRE(address_of(found));
    CHECK(address_of(found)->authority == "10.0.0.5:8080");
    CHECK_FALSE(found.server_is_given);
    const auto given = find_device({.server = "http://10.0.0.6:80"}, "kiosk.json");
    CHECK(server_text(given) == "10.0.0.6:80");
    CHECK(given.token == "kept");
    CHECK(given.server_is_given);
}

TEST_CASE("the kept fingerprint is that of the kept server, and a given one comes before it")
{
    test::scratch s;
    const std::string of_kept(64, 'a');
    const std::string of_option(64, 'b');
    s.file("state/motcua/kiosk.json",
           R"({"server":"https://10.0.0.5","token":"kept","fingerprint":")" + of_kept + R"("})");
    REQUIRE(address_of(find_device({}, "kiosk.json")));
    CHECK(address_of(find_device({}, "kiosk.json"))->pinned);
    CHECK(find_device({}, "kiosk.json").fingerprint == of_kept);
    CHECK(find_device({.fingerprint = of_option}, "kiosk.json").fingerprint == of_option);
    CHECK(find_device({.server = "https://10.0.0.6"}, "kiosk.json").fingerprint.empty());
    CHECK_THROWS_AS(find_device({.server = "http://x", .fingerprint = of_option}, "kiosk.json"),
                    device_error);
}

TEST_CASE("a wrong address, token or file is one line")
{
    test::scratch s;
    CHECK_THROWS_AS(find_device({.server = "ftp://x"}, "kiosk.json"), device_error);
    CHECK_THROWS_AS(find_device({.token = "two words"}, "kiosk.json"), device_error);
    s.file("state/motcua/kiosk.json", kept, 0644);
    CHECK_THROWS_WITH(find_device({}, "kiosk.json"), Catch::Contains("chmod 600"));
    CHECK(find_device({.server = "http://x", .token = "t"}, "kiosk.json").token == "t");
}
