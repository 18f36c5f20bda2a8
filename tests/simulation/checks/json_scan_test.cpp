#include "tests/simulation/checks/json_scan.hpp"

#include <catch2/catch.hpp>
#include <vector>

namespace motcua::simulation {

TEST_CASE("a member is found behind whatever comes before it")
{
    const auto* text =
        R"( { "a" : "x\"}y\\" , "b":[{"c":1},"]"], "n" : -12 ,"t":true,"z":null, "c":"last" } )";
    CHECK(json_word(text, "a") == R"(x\"}y\\)");
    CHECK(json_member(text, "b") == R"([{"c":1},"]"])");
    CHECK(json_number(json_member(text, "n")) == -12);
    CHECK(json_member(text, "t") == "true");
    CHECK(json_word(text, "z").empty());
    CHECK(json_word(text, "c") == "last");
    CHECK(json_member(text, "d").empty());
}

TEST_CASE("items are read one by one")
{
    json_scan scan(R"([1, 22 ,[3],{}, "x"] rest)");
    std::vector<std::string_view> items;
    scan.items([&] { items.push_back(scan.raw()); });
    CHECK(items == std::vector<std::string_view>{"1", "22", "[3]", "{}", R"("x")"});
}

TEST_CASE("text that breaks off, or is not JSON, ends the walk")
{
    const std::string whole = R"({"a":{"b":[1,"c\""]},"d":12,"e":"f"})";
    for (std::size_t length = 0; length < whole.size(); ++length) {
        CHECK(json_member(std::string_view(whole).substr(0, length), "g").empty());
    }
    for (const auto* text : {"", "[", "{1:2}", "{,,}", "}", "{\"a\"}", "[,]", "nonsense"}) {
        CHECK(json_member(text, "a").empty());
    }
}

} // namespace motcua::simulation
