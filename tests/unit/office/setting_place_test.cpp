#include "server/office/setting_place.hpp"

#include <catch2/catch.hpp>

using motcua::office::place_in_file;

namespace {

std::string place(std::string_view path)
{
    static const toml::table content = toml::parse(R"(name = "A"
[board]
voice = true
[[services]]
code = "A"
minutes = 8
[[services]]
code = "B"
minutes = 9
[[holidays]]
day = "2026-01-01"
)");
    return place_in_file(content, "s.toml", path);
}

} // namespace

TEST_CASE("a setting is found by its line and its name")
{
    CHECK(place("name") == "s.toml:1: name");
    CHECK(place("board.voice") == "s.toml:3: board.voice");
}

TEST_CASE("an entry of a list is named by its code, or counted where it has none")
{
    CHECK(place("services[1].minutes") == "s.toml:9: services \"B\": minutes");
    CHECK(place("holidays[0].day") == "s.toml:11: holidays 1: day");
}

TEST_CASE("a setting that is missing has the line of what lacks it")
{
    CHECK(place("services[0].name") == "s.toml:4: services \"A\": name");
    CHECK(place("colour") == "s.toml: colour");
}
