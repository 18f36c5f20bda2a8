#include "logging/log.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

using namespace motcua::logging;
using namespace std::chrono_literals;

namespace {

constexpr kind refusal{"refusal"};
constexpr kind store{"store"};

/// A log whose lines are kept, on a clock set by hand.
struct kept_log
{
    line_limit::time now{100s};
    std::vector<std::string> lines;
    motcua::logging::log log{[this](level, std::string_view text) { lines.emplace_back(text); },
                             [this] { return now; }};

    void write(kind kind, const std::string& text, std::size_t times = 1)
    {
        for (std::size_t count = 0; count < times; ++count) {
            log.write({.level = level::warning, .kind = kind, .text = text});
        }
    }
};

} // namespace

TEST_CASE("a line begins with its kind")
{
    kept_log kept;
    kept.write(refusal, "a token that is not valid");
    CHECK(kept.lines == std::vector<std::string>{"refusal: a token that is not valid"});
}

TEST_CASE("a flood of one kind is cut, counted, and leaves the other kinds alone")
{
    kept_log kept;
    kept.write(refusal, "no", limits::lines + 7);
    CHECK(kept.lines.size() == limits::lines);
    kept.write(store, "full");
    CHECK(kept.lines.back() == "store: full");
    kept.now += limits::window;
    kept.log.tick();
    CHECK(kept.lines.back() == "refusal: 7 more lines of this kind were left out");
    const auto reported = kept.lines.size();
    kept.now += limits::window;
    kept.log.tick();
    CHECK(kept.lines.size() == reported);
}

TEST_CASE("after its window a kind may fill another one")
{
    kept_log kept;
    kept.write(refusal, "no", limits::lines);
    kept.now += limits::window;
    kept.log.tick();
    kept.write(refusal, "no", limits::lines + 1);
    CHECK(kept.lines.size() == 2 * limits::lines);
}

TEST_CASE("lines that were left out are reported even if the flood goes on over the end of the window")
{
    kept_log kept;
    kept.write(refusal, "no", limits::lines + 1);
    kept.now += limits::window;
    kept.write(refusal, "no", 2);
    kept.log.tick();
    CHECK(kept.lines.back() == "refusal: 3 more lines of this kind were left out");
    kept.write(refusal, "again");
    CHECK(kept.lines.back() == "refusal: again");
}

TEST_CASE("at the end all lines that were left out are reported")
{
    kept_log kept;
    kept.write(refusal, "no", limits::lines + 2);
    kept.log.finish();
    CHECK(kept.lines.back() == "refusal: 2 more lines of this kind were left out");
}

TEST_CASE("a text cannot begin another line or steer a terminal")
{
    kept_log kept;
    kept.write(kinds::request, "one\ntwo\x1b[31m");
    CHECK(kept.lines.back() == "request: one?two?[31m");
}
