#include "tests/bench/failure.hpp"
#include "tests/bench/filler.hpp"
#include "tests/bench/office.hpp"
#include "tests/bench/parts.hpp"
#include "tests/bench/statistics.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <functional>
#include <iostream>

namespace motcua::bench {

namespace {

constexpr double seconds_goal = 1;

/// The one database in a data folder.
std::filesystem::path database_in(const std::filesystem::path& folder)
{
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().extension() == ".db") {
            return entry.path();
        }
    }
    throw failure("no database in " + folder.string());
}

void remove_database(const std::filesystem::path& file)
{
    for (const auto* suffix : {"", "-wal", "-shm"}) {
        std::filesystem::remove(file.string() + suffix);
    }
}

double start_seconds(const surroundings& around, const std::filesystem::path& data)
{
    office server(around.server, data);
    const auto took = std::chrono::duration<double>(server.start_time()).count();
    server.stop();
    return took;
}

/// `rounds` starts, each after `prepare`.
std::vector<double> starts(const surroundings& around, const std::filesystem::path& data, std::size_t rounds,
                           const std::function<void()>& prepare)
{
    std::vector<double> seconds(rounds);
    std::ranges::generate(seconds, [&] {
        prepare();
        return start_seconds(around, data);
    });
    return seconds;
}

} // namespace

void measure_start(const surroundings& around, report& results)
{
    const std::int64_t events = around.quick ? 100'000 : 1'000'000;
    const temporary_folder folder(around.folder);
    const auto data = folder.path() / "data";
    const auto demo = make_office(around.server, data);
    const auto file = database_in(data);
    const auto settings = configured_settings(file, demo.site);
    remove_database(file);
    std::cerr << "writing a journal of " << events << " events\n";
    const auto now =
        std::chrono::time_point_cast<std::chrono::microseconds>(std::chrono::system_clock::now());
    const auto tail = fill_journal(file, demo.site, settings, events, now);

    const auto add = [&](const char* how, std::vector<double> samples, std::optional<goal> aim,
                         std::string detail) {
        results.figures.push_back({.part = "start",
                                   .what = fmt::format("start with {} events, {}", events, how),
                                   .value = median(samples),
                                   .unit = "s",
                                   .goal = aim,
                                   .detail = std::move(detail),
                                   .samples = samples});
    };
    // The first start closes the last day and opens this one; what it appends is the next one's tail.
    const auto usual = starts(around, data, 5, [] {});
    add("snapshot", usual, goal{goal_kind::below, seconds_goal},
        fmt::format("{} starts, first {:.2f} s with {} events after the snapshot", usual.size(),
                    usual.front(), tail));
    const auto replays = starts(around, data, around.quick ? 1 : 3, [&] { spoil_snapshot(file, demo.site); });
    add("no snapshot", replays, {}, "every event replayed, every hash checked");
    results.notes.emplace_back("Start: from exec until `listening on`, the file in the page cache.");
}

} // namespace motcua::bench
