#include "logging/background_log.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <future>
#include <string>
#include <vector>

using namespace motcua::logging;

namespace {

constexpr kind printer{"printer"};

/// What a log wrote, read once the log has ended.
struct output
{
    std::vector<std::string> lines;
    /// The writing thread stands still until it is set.
    std::promise<void> may_write;
    std::promise<void> has_begun;

    std::unique_ptr<motcua::logging::log> log()
    {
        return std::make_unique<motcua::logging::log>(
            [this, gate = may_write.get_future().share(), begun = false](level,
                                                                         std::string_view text) mutable {
                if (!std::exchange(begun, true)) {
                    has_begun.set_value();
                }
                gate.wait();
                lines.emplace_back(text);
            },
            std::chrono::steady_clock::now);
    }
};

line line_of(std::string text) { return {.level = level::info, .kind = printer, .text = std::move(text)}; }

} // namespace

TEST_CASE("the lines of all threads are written before the log ends, those of one thread in order")
{
    output out;
    out.may_write.set_value();
    {
        background_log log(out.log());
        std::thread other([write = log.writer()] { write(line_of("other")); });
        log.write(line_of("one"));
        log.write(line_of("two"));
        other.join();
    }
    CHECK(out.lines.size() == 3);
    std::erase(out.lines, "printer: other");
    CHECK(out.lines == std::vector<std::string>{"printer: one", "printer: two"});
}

TEST_CASE("nobody waits for an output that hangs, and what it could not take is counted")
{
    output out;
    {
        background_log log(out.log());
        log.write(line_of("first"));
        out.has_begun.get_future().wait();
        for (std::size_t count = 0; count < limits::waiting + 5; ++count) {
            log.write(line_of("more"));
        }
        out.may_write.set_value();
    }
    CHECK(std::ranges::count(out.lines, "log: 5 lines were lost: nobody took them") == 1);
}

TEST_CASE("a writer may outlive its log")
{
    output out;
    out.may_write.set_value();
    line_function write;
    {
        background_log log(out.log());
        write = log.writer();
    }
    write(line_of("too late"));
    CHECK(out.lines.empty());
}
