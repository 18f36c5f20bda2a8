#include "tests/bench/options.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <iostream>
#include <sstream>
#include <vector>

using namespace motcua::bench;

namespace {

/// Takes what is written to `stream` while it lives.
class captured
{
public:
    explicit captured(std::ostream& stream) : stream_(stream), before_(stream.rdbuf(text_.rdbuf())) {}
    ~captured() { stream_.rdbuf(before_); }
    captured(const captured&) = delete;
    captured& operator=(const captured&) = delete;

    std::string text() const { return text_.str(); }

private:
    std::ostringstream text_;
    std::ostream& stream_;
    std::streambuf* before_;
};

std::variant<options, int> parse(std::vector<const char*> words)
{
    words.insert(words.begin(), "motcua-bench");
    return parse_options(static_cast<int>(words.size()), words.data(), "/build/bin");
}

} // namespace

TEST_CASE("without options everything is measured, of the server beside the program")
{
    const auto parsed = parse({});
    const auto& chosen = std::get<options>(parsed);
    CHECK(chosen.server == "/build/bin/motcua-server");
    CHECK(chosen.json == "/build/bench.json");
    CHECK(chosen.parts.empty());
    CHECK_FALSE(chosen.quick);
}

TEST_CASE("parts are chosen by name")
{
    const auto parsed = parse({"--quick", "--only", "feed", "--only", "memory"});
    const auto& chosen = std::get<options>(parsed);
    CHECK(chosen.quick);
    CHECK(chosen.parts == std::set<std::string>{"feed", "memory"});
}

TEST_CASE("rules are measured instead of the server, for as many days as are wanted")
{
    CHECK_FALSE(std::get<options>(parse({})).rules);
    const auto parsed = parse({"rules", "--days", "12", "--seed", "3"});
    const auto& rules = std::get<options>(parsed).rules;
    REQUIRE(rules);
    CHECK(rules->days == 12);
    CHECK(rules->seed == 3);
}

TEST_CASE("help is a success and names the options")
{
    const captured said(std::cout);
    CHECK(std::get<int>(parse({"--help"})) == 0);
    CHECK_THAT(said.text(),
               Catch::Contains("--json") && Catch::Contains("--quick") && Catch::Contains("--only"));
}

TEST_CASE("a wrong option gives exit code 2 and one line")
{
    const auto* wrong = GENERATE("--fast", "--only=nothing");
    const captured said(std::cerr);
    CHECK(std::get<int>(parse({wrong})) == 2);
    CHECK_THAT(said.text(), Catch::StartsWith("motcua-bench: "));
    CHECK(std::ranges::count(said.text(), '\n') == 1);
}
