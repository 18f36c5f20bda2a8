// The journal and the reader of its log on the simulated disk.

#include "tests/simulation/disk/witness.hpp"

#include "server/reports/log_reader.hpp"
#include "tests/support/made_up_site.hpp"

#include <catch2/catch.hpp>
#include <cstdio>
#include <ctime>

using namespace motcua;
using namespace motcua::simulation;

namespace {

std::unique_ptr<journal::journal> open_on(const simulated_disk& disk) { return open_journal(disk).value(); }

const script& some_days()
{
    static const script days(1, 20);
    return days;
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
    auto log = std::move(reports::log_reader::open(disk.uri(database_path), "demo")).value();
    const reports::visit_filter all{
        .from = {}, .to = *state.day(), .service = {}, .counter = {}, .staff = {}, .priority = {}};
    CHECK(log.read(all, std::nullopt, 10).value().size() == 10);
}

TEST_CASE("what a start has reported is there after a power loss, even if another process wrote it")
{
    for (std::uint64_t operations = 1; operations <= 100; ++operations) {
        simulated_disk disk(draws{operations});
        witness user(some_days());
        auto store = open_on(disk);
        disk.crash_after(operations);
        while (user.append(*store).has_value()) {
        }
        disk.process_crash();
        store = open_on(disk);
        const auto reported = store->last_seq();
        disk.power_loss();
        CHECK(open_on(disk)->last_seq() == reported);
    }
}

TEST_CASE("after an error of fsync and a new start nothing is lost by a power loss")
{
    for (std::uint64_t seed = 0; seed < 50; ++seed) {
        simulated_disk disk(draws{seed});
        witness user(some_days());
        auto store = open_on(disk);
        REQUIRE(user.append(*store).has_value());
        disk.fail_after(1, disk_fault::sync_error);
        REQUIRE(user.append(*store).error().what == journal::fault::lost);
        disk.process_crash();
        store = open_on(disk);
        REQUIRE(user.what_is_wrong(*store, disk).empty());
        REQUIRE(user.append(*store).has_value());
        disk.power_loss();
        CHECK(user.what_is_wrong(*open_on(disk), disk).empty());
    }
}

TEST_CASE("a full disk takes no batch, says so, and takes it when there is room")
{
    simulated_disk disk(draws{1});
    witness user(some_days());
    auto store = open_on(disk);
    disk.full(100'000);
    while (user.append(*store).has_value()) {
    }
    const auto taken = user.taken();
    CHECK(taken > 0);
    CHECK(user.append(*store).error().what == journal::fault::full);
    disk.heal();
    CHECK(store->probe().has_value());
    REQUIRE(user.append(*store).has_value());
    disk.power_loss();
    CHECK(user.what_is_wrong(*open_on(disk), disk).empty());
    CHECK(user.taken() == taken + 1);
}

TEST_CASE("a database with a page that cannot be read is not reported as damaged")
{
    simulated_disk disk(draws{1});
    testing::fill_journal(*open_on(disk), 100);
    std::uint64_t failures = 0;
    for (std::uint64_t read = 1; disk.counts().faults == read - 1; ++read) {
        disk.fail_after(read, disk_fault::read_error);
        if (const auto opened = open_journal(disk); !opened) {
            ++failures;
            CHECK(opened.error().what == journal::fault::failed);
        }
    }
    CHECK(failures > 10);
}

TEST_CASE("a journal is not opened where turning the write-ahead log on fails")
{
    for (std::uint64_t sync = 1;; ++sync) {
        simulated_disk disk(draws{1});
        disk.fail_after(sync, disk_fault::sync_error);
        const auto opened = open_journal(disk);
        if (disk.counts().faults == 0) {
            CHECK(sync > 4);
            break;
        }
        REQUIRE(opened.has_error());
        CHECK(opened.error().what == journal::fault::lost);
    }
}

TEST_CASE("what the simulated disk costs", "[.bench]")
{
    constexpr int commits = 20'000;
    constexpr int opens = 1'000;
    const auto microseconds_since = [](std::clock_t start) {
        return 1e6 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    };
    testing::made_up_site site(1);
    std::vector<journal::batch> batches;
    while (batches.size() < commits) {
        journal::batch made;
        site.step(made);
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
