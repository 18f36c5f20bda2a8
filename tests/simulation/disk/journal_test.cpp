// The journal and the reader of its log on the simulated disk.

#include "tests/simulation/disk/simulated_disk.hpp"

#include "server/journal/sqlite_journal.hpp"
#include "server/reports/log_reader.hpp"
#include "tests/support/made_up_hall.hpp"

#include <catch2/catch.hpp>
#include <cstdio>
#include <ctime>

using namespace motcua;
using namespace motcua::simulation;

namespace {

constexpr auto path = "/motcua.db";

std::unique_ptr<journal::journal> open_on(const simulated_disk& disk)
{
    return journal::open_sqlite_journal_on(disk.name(), path, "demo").value();
}

} // namespace

TEST_CASE("a site lives on the simulated disk and its log is read from there")
{
    simulated_disk disk(draws{1});
    domain::site_state state;
    {
        const auto store = open_on(disk);
        state = testing::fill_journal(*store, 5000);
        testing::save_snapshot(*store, state);
    }
    const auto store = open_on(disk);
    CHECK(store->last_seq() == state.seq());
    auto log = std::move(reports::log_reader::open(disk.uri(path), "demo")).value();
    const reports::visit_filter all{
        .from = {}, .to = *state.day(), .service = {}, .counter = {}, .staff = {}, .priority = {}};
    CHECK(log.read(all, std::nullopt, 10).value().size() == 10);
}

TEST_CASE("what the simulated disk costs", "[.bench]")
{
    constexpr int commits = 20'000;
    constexpr int opens = 1'000;
    const auto microseconds_since = [](std::clock_t start) {
        return 1e6 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    };
    testing::made_up_hall hall(1);
    std::vector<journal::batch> batches;
    while (batches.size() < commits) {
        journal::batch made;
        hall.step(made);
        if (!made.empty()) {
            batches.push_back(std::move(made));
        }
    }
    {
        simulated_disk disk(draws{1});
        const auto store = open_on(disk);
        const auto start = std::clock();
        for (const auto& made : batches) {
            store->append(made, [](auto stored) { stored.value(); });
        }
        std::printf("a commit of one change: %.1f us\n", microseconds_since(start) / commits);
    }
    {
        const auto start = std::clock();
        for (int i = 0; i < opens; ++i) {
            simulated_disk disk(draws{1});
            open_on(disk);
        }
        std::printf("a new disk, a new journal and its end: %.0f us\n", microseconds_since(start) / opens);
    }
    simulated_disk disk(draws{1});
    testing::fill_journal(*open_on(disk), 100);
    const auto start = std::clock();
    for (int i = 0; i < opens; ++i) {
        open_on(disk);
    }
    std::printf("opening a journal of 600 events and its end: %.0f us\n", microseconds_since(start) / opens);
}
