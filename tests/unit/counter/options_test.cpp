#include "counter/options.hpp"
#include "tests/unit/enrolment/scratch.hpp"

#include <catch2/catch.hpp>

using namespace motcua::counter;

namespace {

std::variant<options, int> parse(std::vector<const char*> arguments)
{
    arguments.insert(arguments.begin(), "motcua-counter");
    return parse_options(static_cast<int>(arguments.size()), arguments.data());
}

} // namespace

TEST_CASE("the commands of the counter's program are understood")
{
    const auto console = std::get<options>(
        parse({"console", "--server", "http://127.0.0.1:8080", "--token", "t", "--windowed", "1280x800"}));
    CHECK(console.command == command::console);
    CHECK(console.device.server == "http://127.0.0.1:8080");
    CHECK(console.place.windowed == motcua::ui::placement{{1280, 800}});
    CHECK(console.language == "vi");
    const auto hall =
        std::get<options>(parse({"hall", "--server", "http://h", "--token", "t", "--language", "en"}));
    CHECK(hall.command == command::board);
    CHECK(hall.device.token == "t");
    CHECK(hall.language == "en");
    CHECK_FALSE(hall.place.windowed);
}

TEST_CASE("windows that nobody has set up yet start without server and token, each with a file of its own")
{
    const motcua::test::scratch home;
    const auto folder = home.folder / "state/motcua";
    CHECK(std::get<options>(parse({"console"})).device.file == folder / "console.json");
    CHECK(std::get<options>(parse({"hall"})).device.file == folder / "board.json");
    CHECK(std::get<options>(parse({"hall"})).device.token.empty());
}

TEST_CASE("a wrong option or command of the counter's program is exit code 2")
{
    CHECK(std::get<int>(parse({})) == 2);
    CHECK(std::get<int>(parse({"sign", "--server", "http://h", "--token", "t"})) == 2);
    CHECK(std::get<int>(parse({"console", "--server", "h", "--token", "t"})) == 2);
    CHECK(std::get<int>(parse({"hall", "--server", "http://h", "--token", "t", "--windowed", "9"})) == 2);
    CHECK(std::get<int>(parse({"hall", "--server", "http://h", "--token", "t", "--language", "fr"})) == 2);
    CHECK(std::get<int>(parse({"--help"})) == 0);
    CHECK(std::get<int>(parse({"--version"})) == 0);
    CHECK(std::get<int>(parse({"hall", "--help"})) == 0);
}
