#include "base/text.hpp"

#include <catch2/catch.hpp>

using namespace motcua::base;

namespace {

enum class colour
{
    red,
    green
};
BOOST_DESCRIBE_ENUM(colour, red, green)

struct part
{
    int size{};
};
BOOST_DESCRIBE_STRUCT(part, (), (size))

struct message
{
    std::string name;
    std::optional<std::string> note;
    colour paint{};
    std::vector<part> parts;
    bool ready{};
    std::optional<text<1, 4>> code;
};
BOOST_DESCRIBE_STRUCT(message, (), (name, note, paint, parts, ready, code))

field_error fault_of(std::string_view json)
{
    const auto read = from_json<message>(json);
    REQUIRE(read.has_error());
    const auto& why = read.error().detail;
    INFO(why);
    CHECK((why.front() >= 'A' && why.front() <= 'Z' && why.back() == '.'));
    return read.error();
}

std::string with(const std::string& members)
{
    return R"({"name":"n","paint":"red","parts":[],"ready":true)" + members + "}";
}

} // namespace

TEST_CASE("a message goes over the wire and back under its members' names")
{
    const message sent{.name = "hộ tịch \"A\"\n",
                       .note = {},
                       .paint = colour::green,
                       .parts = {{1}, {2}},
                       .ready = true,
                       .code = text<1, 4>("đủ")};
    const auto wire = to_json(sent);
    CHECK(
        wire ==
        R"({"name":"hộ tịch \"A\"\n","note":null,"paint":"green","parts":[{"size":1},{"size":2}],"ready":true,"code":"đủ"})");
    const auto received = from_json<message>(wire);
    REQUIRE(received.has_value());
    CHECK(to_json(*received) == wire);
}

TEST_CASE("control characters and quotes never leave a string")
{
    std::string out;
    write_string(out, std::string_view("\x01\x1f\\\"\t\0", 6));
    CHECK(out == "\"\\u0001\\u001f\\\\\\\"\\t\\u0000\"");
}

TEST_CASE("a faulty message names the field and the fault")
{
    CHECK(fault_of("{").fault == field_fault::malformed);
    CHECK(fault_of("[]").fault == field_fault::wrong_type);
    CHECK(fault_of(R"({"name":"n"})").field == "paint");
    CHECK(fault_of(R"({"name":"n"})").fault == field_fault::missing);
    CHECK(fault_of(R"({"name":null})").fault == field_fault::missing);
    CHECK(fault_of(R"({"name":7})").fault == field_fault::wrong_type);
    CHECK(fault_of(R"({"name":"n","paint":"blue"})").fault == field_fault::not_allowed);
    CHECK(fault_of(R"({"name":"n","paint":"red","parts":[{"size":1},{}]})").field == "parts[1].size");
    CHECK(fault_of(R"({"name":"n","paint":"red","parts":[{"size":1e99}]})").fault ==
          field_fault::out_of_range);
    CHECK(fault_of(R"({"name":"n","paint":"red","parts":[{"size":1.5}]})").field == "parts[0].size");
}

TEST_CASE("a word is one of those of its enum from the first to the last character")
{
    const auto painted = [](const std::string& word) {
        return from_json<message>(R"({"name":"n","paint":")" + word + R"(","parts":[],"ready":true})");
    };
    CHECK(painted("red").has_value());
    for (const std::string word : {R"(red\u0000)", R"(red\u0000x)", "red ", "Red", "re", ""}) {
        INFO(word);
        const auto read = painted(word);
        REQUIRE(read.has_error());
        CHECK(read.error().fault == field_fault::not_allowed);
        CHECK(read.error().field == "paint");
    }
}

TEST_CASE("a text counts characters, not bytes, and holds no control character")
{
    CHECK(from_json<message>(with(R"(,"code":"ộộộộ")")).has_value());
    CHECK(fault_of(with(R"(,"code":"ộộộộộ")")).fault == field_fault::too_long);
    CHECK(fault_of(with(R"(,"code":"")")).fault == field_fault::too_short);
    CHECK(fault_of(with(R"(,"code":"a\u0000")")).fault == field_fault::not_allowed);
    CHECK(fault_of(with(R"(,"code":"a\u0000")")).field == "code");
}

TEST_CASE("JSON that is too deep or not UTF-8 is malformed")
{
    CHECK(fault_of(std::string(40, '[') + std::string(40, ']')).fault == field_fault::malformed);
    CHECK(fault_of("{\"name\":\"\xff\"}").fault == field_fault::malformed);
}

TEST_CASE("unknown members are left aside, so that a newer client may speak to an older server")
{
    CHECK(from_json<message>(with(R"(,"later":{"a":[1]})")).has_value());
}
