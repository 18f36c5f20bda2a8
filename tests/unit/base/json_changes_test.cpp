#include "base/json_changes.hpp"

#include <catch2/catch.hpp>

using namespace motcua::base;

namespace {

/// "a: 1 -> 2" for each change.
std::vector<std::string> changes(const char* from, const char* to)
{
    std::vector<std::string> all;
    for (const auto& one : changes_between(parse_json(from).value(), parse_json(to).value())) {
        all.push_back(one.path + ": " + boost::json::serialize(one.from) + " -> " +
                      boost::json::serialize(one.to));
    }
    return all;
}

using lines = std::vector<std::string>;

} // namespace

TEST_CASE("values that are the same have no changes")
{
    CHECK(changes(R"({"a":1,"b":[{"c":[1,2]}]})", R"({"b":[{"c":[1,2]}],"a":1})").empty());
}

TEST_CASE("a change is named by its path, from what to what")
{
    CHECK(changes(R"({"a":{"b":1,"c":2}})", R"({"a":{"b":1,"c":3}})") == lines{"a.c: 2 -> 3"});
    CHECK(changes(R"({"a":1})", R"({"b":"x"})") == lines{"a: 1 -> null", "b: null -> \"x\""});
}

TEST_CASE("a list of texts or times changes as a whole")
{
    CHECK(changes(R"({"a":["x","y"]})", R"({"a":["y","x"]})") == lines{R"(a: ["x","y"] -> ["y","x"])"});
    CHECK(changes(R"({"a":[["07:30","11:30"]]})", R"({"a":[]})") == lines{R"(a: [["07:30","11:30"]] -> [])"});
}

TEST_CASE("a list of objects changes item by item")
{
    CHECK(changes(R"({"a":[{"n":1},{"n":2}]})", R"({"a":[{"n":1},{"n":3}]})") == lines{"a[1].n: 2 -> 3"});
}

TEST_CASE("an item that came or went is one change, wherever it stands")
{
    constexpr auto two = R"({"a":[{"n":1},{"n":3}]})";
    constexpr auto three = R"({"a":[{"n":1},{"n":2},{"n":3}]})";
    CHECK(changes(two, three) == lines{R"(a[1]: null -> {"n":2})"});
    CHECK(changes(three, two) == lines{R"(a[1]: {"n":2} -> null)"});
    CHECK(changes(R"({"a":[]})", R"({"a":[{"n":1}]})") == lines{R"(a[0]: null -> {"n":1})"});
}
