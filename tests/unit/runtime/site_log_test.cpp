#include "tests/unit/runtime/site_bench.hpp"

using namespace motcua;
using namespace motcua::runtime;
using namespace std::chrono_literals;

namespace {

/// The only line since `log` was cleared.
std::string only_line(const std::vector<std::string>& log)
{
    REQUIRE(log.size() == 1);
    return log.front();
}

} // namespace

TEST_CASE("the log says how much a start has recovered")
{
    site_bench bench;
    bench.answered(ticket);
    std::vector<std::string> log;
    site again(
        bench.store, bench.clock, [] {}, [](const std::string&) {}, events_between_snapshots,
        [&log](log_level level, std::string_view line) {
            CHECK(level == log_level::info);
            log.emplace_back(line);
        });
    REQUIRE(again.start().has_value());
    const auto events = std::to_string(bench.store.last_seq());
    CHECK(only_line(log) ==
          "recovered up to event " + events + " in 0 ms: " + events + " events after the snapshot at 0");
}

TEST_CASE("the log has a failed commit with the store's words and what it cost")
{
    site_bench bench;
    bench.answered(ticket);
    const auto last = std::to_string(bench.store.last_seq());
    bench.ask(ticket);
    bench.ask(ticket);
    bench.fail();
    bench.log.clear();
    bench.site.commit();
    CHECK(only_line(bench.log) == "the store failed: the disk is full; 2 events after event " + last +
                                      " are not stored, the outcome of 2 requests is unknown");
}

TEST_CASE("the log says when changes are accepted again, how long that took and how far the state is")
{
    site_bench bench;
    bench.answered(ticket);
    const auto last = std::to_string(bench.store.last_seq());
    bench.ask(ticket);
    bench.fail();
    bench.site.commit();
    bench.log.clear();
    bench.site.tick();
    CHECK(bench.log.empty());
    bench.store.fail_with(std::nullopt);
    bench.clock.passed += 3s;
    bench.site.tick();
    CHECK(only_line(bench.log) == "changes are accepted again after 3 s, from event " + last + " on");
}

TEST_CASE("the log has a clock jump with both times, and whether it was believed")
{
    site_bench bench;
    bench.site.tick();
    bench.log.clear();
    SECTION("accepted")
    {
        bench.clock.off = 1h;
        bench.site.tick();
        CHECK(only_line(bench.log) ==
              "the clock jumped from 2026-11-23T01:00:00+00:00 to 2026-11-23T02:00:00+00:00: accepted");
    }
    SECTION("doubtful, once, and then confirmed")
    {
        bench.clock.off = -1h;
        bench.site.tick();
        bench.site.tick();
        const std::string jump =
            "the clock jumped from 2026-11-23T01:00:00+00:00 to 2026-11-23T00:00:00+00:00: ";
        CHECK(only_line(bench.log) ==
              jump + "doubtful, not followed until the clock is synchronised or confirmed");
        bench.log.clear();
        bench.site.confirm_clock("staff:an", [](const outcome&) {});
        CHECK(only_line(bench.log) == jump + "accepted, confirmed by staff");
    }
}

TEST_CASE("the log says why a snapshot was not taken")
{
    site_bench bench;
    bench.answered(ticket);
    std::vector<std::string> log;
    site again(
        bench.store, bench.clock, [] {}, [](const std::string&) {}, 1,
        [&log](log_level, std::string_view line) { log.emplace_back(line); });
    REQUIRE(again.start().has_value());
    bench.fail();
    log.clear();
    again.tick();
    CHECK(only_line(log) ==
          "no snapshot at event " + std::to_string(bench.store.last_seq()) + ": the disk is full");
}

TEST_CASE("the log says why a snapshot was not used, and nothing is lost with it")
{
    site_bench bench;
    bench.answered(ticket);
    REQUIRE(bench.store.save_snapshot({.seq = 2, .body = R"({"of":"a later version"})"}).has_value());
    std::vector<std::string> log;
    site again(
        bench.store, bench.clock, [] {}, [](const std::string&) {}, events_between_snapshots,
        [&log](log_level, std::string_view line) { log.emplace_back(line); });
    REQUIRE(again.start().has_value());
    REQUIRE(log.size() == 2);
    CHECK(log[0].starts_with("the snapshot is not used: it is of another version ("));
    CHECK(again.state().seq() == bench.store.last_seq());
}

TEST_CASE("the log says when the day has turned")
{
    site_bench bench;
    bench.answered(ticket);
    bench.clock.passed += 24h;
    bench.log.clear();
    bench.site.tick();
    CHECK(only_line(bench.log) == "the business day is 2026-11-24; the day before had 1 tickets");
}

TEST_CASE("of one kind the log has a line every ten seconds, which counts those that it leaves out")
{
    std::vector<std::string> lines;
    site_log log([&lines](log_level, std::string_view line) { lines.emplace_back(line); });
    int made = 0;
    const auto write = [&](microseconds now) {
        log.write(log_level::error, log_kind::commit_failed, now, [&made] {
            ++made;
            return std::string("failed");
        });
    };
    write(0s);
    write(1s);
    write(9s);
    log.write(log_level::info, log_kind::recovered, 9s, [] { return std::string("recovered"); });
    write(10s);
    write(20s);
    CHECK(lines == std::vector<std::string>{"failed", "recovered",
                                            "failed (2 more of this kind since the last line)", "failed"});
    CHECK(made == 3);
}

TEST_CASE("a log without a sink makes no lines")
{
    site_log log({});
    log.write(log_level::error, log_kind::commit_failed, 0s, []() -> std::string { throw 1; });
}
