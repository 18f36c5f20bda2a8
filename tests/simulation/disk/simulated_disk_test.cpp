// What the simulated disk keeps, loses and refuses, as bare SQLite sees it.

#include "tests/simulation/disk/simulated_disk.hpp"

#include <catch2/catch.hpp>
#include <set>
#include <SQLiteCpp/SQLiteCpp.h>

using namespace motcua::simulation;

namespace {

constexpr auto path = "/some.db";

SQLite::Database open(const simulated_disk& disk, const std::string& file = path)
{
    return {file, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, 0, disk.name()};
}

/// A database with one row, of which all is durable.
void fill(const simulated_disk& disk)
{
    auto database = open(disk);
    database.exec("PRAGMA journal_mode = WAL; CREATE TABLE t(x); INSERT INTO t VALUES (1)");
}

int rows(const simulated_disk& disk) { return open(disk).execAndGet("SELECT count(*) FROM t").getInt(); }

} // namespace

TEST_CASE("what was synced survives a power loss")
{
    simulated_disk disk(draws{1});
    fill(disk);
    auto database = open(disk);
    database.exec("INSERT INTO t VALUES (2)");
    disk.power_loss();
    CHECK(rows(disk) == 2);
}

TEST_CASE("what was not synced survives a power loss sometimes and a crash of the process always")
{
    std::set<int> after_power_loss;
    std::set<int> after_crash;
    for (std::uint64_t seed = 0; seed < 50; ++seed) {
        simulated_disk disk(draws{seed});
        fill(disk);
        auto database = open(disk);
        database.exec("PRAGMA synchronous = OFF; INSERT INTO t VALUES (2)");
        if (seed % 2 == 0) {
            disk.power_loss();
            after_power_loss.insert(rows(disk));
        } else {
            disk.process_crash();
            after_crash.insert(rows(disk));
        }
    }
    CHECK(after_power_loss == std::set{1, 2});
    CHECK(after_crash == std::set{2});
}

TEST_CASE("a handle from before a power loss does nothing any more")
{
    simulated_disk disk(draws{1});
    fill(disk);
    {
        auto old = open(disk);
        SQLite::Statement insert(old, "INSERT INTO t VALUES (2)");
        disk.power_loss();
        CHECK(rows(disk) == 1);
        CHECK_THROWS_AS(insert.exec(), SQLite::Exception);
    }
    CHECK(rows(disk) == 1);
}

TEST_CASE("the ordered operation is the last one and the disk is dead from then on")
{
    simulated_disk disk(draws{1});
    fill(disk);
    auto database = open(disk);
    const auto before = disk.operations();
    disk.crash_after(2);
    CHECK_THROWS_AS(database.exec("INSERT INTO t VALUES (2)"), SQLite::Exception);
    CHECK(disk.is_dead());
    CHECK(disk.operations() == before + 2);
    CHECK_THROWS_AS(rows(disk), SQLite::Exception);
    disk.power_loss();
    CHECK_FALSE(disk.is_dead());
    CHECK(rows(disk) == 1);
}

TEST_CASE("a fault meets the ordered request and passes, or stays until it is healed")
{
    simulated_disk disk(draws{1});
    fill(disk);
    auto database = open(disk);
    const auto code_of = [&](const char* sql) {
        database.tryExec(sql);
        return database.getExtendedErrorCode();
    };
    disk.fail_after(1, disk_fault::sync_error);
    CHECK(code_of("INSERT INTO t VALUES (2)") == SQLITE_IOERR_FSYNC);
    CHECK(code_of("INSERT INTO t VALUES (3)") == SQLITE_OK);
    disk.fail_after(1, disk_fault::write_error, lasting::until_healed);
    CHECK(code_of("INSERT INTO t VALUES (4)") == SQLITE_IOERR_WRITE);
    CHECK(code_of("INSERT INTO t VALUES (4)") == SQLITE_IOERR_WRITE);
    CHECK(disk.counts().faults == 3);
    disk.heal();
    CHECK(code_of("INSERT INTO t VALUES (4)") == SQLITE_OK);
}

TEST_CASE("a full disk takes what fits and nothing more until there is room")
{
    simulated_disk disk(draws{1});
    fill(disk);
    auto database = open(disk);
    disk.full(20'000);
    REQUIRE(database.tryExec("INSERT INTO t VALUES (2)") == SQLITE_OK);
    CHECK(database.tryExec("INSERT INTO t VALUES (zeroblob(20000))") == SQLITE_FULL);
    disk.heal();
    CHECK(database.tryExec("INSERT INTO t VALUES (zeroblob(20000))") == SQLITE_OK);
    CHECK(rows(disk) == 3);
}

TEST_CASE("what a sync that failed did not write is seen until the power is gone and lost with it")
{
    std::set<int> after_power_loss;
    for (std::uint64_t seed = 0; seed < 50; ++seed) {
        simulated_disk disk(draws{seed});
        fill(disk);
        auto database = open(disk);
        database.exec("PRAGMA wal_checkpoint(TRUNCATE)");
        disk.fail_after(1, disk_fault::sync_error);
        database.tryExec("INSERT INTO t VALUES (2)");
        disk.process_crash();
        disk.power_loss();
        after_power_loss.insert(rows(disk));
    }
    CHECK(after_power_loss.contains(1));
}

TEST_CASE("two connections lock each other out and see each other's rows")
{
    simulated_disk disk(draws{1});
    fill(disk);
    auto writer = open(disk);
    auto reader = open(disk);
    writer.exec("BEGIN IMMEDIATE; INSERT INTO t VALUES (2)");
    CHECK(reader.execAndGet("SELECT count(*) FROM t").getInt() == 1);
    CHECK(reader.tryExec("INSERT INTO t VALUES (3)") == SQLITE_BUSY);
    writer.exec("COMMIT");
    CHECK(reader.execAndGet("SELECT count(*) FROM t").getInt() == 2);
    CHECK(reader.tryExec("INSERT INTO t VALUES (3)") == SQLITE_OK);
    CHECK(reader.tryExec("PRAGMA journal_mode = DELETE") == SQLITE_BUSY);
}

TEST_CASE("without a log too two connections lock each other out")
{
    simulated_disk disk(draws{1});
    auto writer = open(disk);
    writer.exec("CREATE TABLE t(x)");
    auto reader = open(disk);
    SQLite::Statement look(reader, "SELECT 1 FROM t UNION ALL SELECT 2");
    look.executeStep();
    CHECK(writer.tryExec("INSERT INTO t VALUES (1)") == SQLITE_BUSY);
    look.reset();
    CHECK(writer.tryExec("INSERT INTO t VALUES (1)") == SQLITE_OK);
}

TEST_CASE("a wait for a lock takes the disk's time and none of the machine's")
{
    simulated_disk disk(draws{1});
    fill(disk);
    std::chrono::microseconds slept{};
    disk.use_clock({[&] { return slept; }, [&](std::chrono::microseconds by) { slept += by; }});
    auto writer = open(disk);
    auto other = open(disk);
    writer.exec("BEGIN IMMEDIATE");
    other.setBusyTimeout(3'600'000);
    CHECK(other.tryExec("INSERT INTO t VALUES (2)") == SQLITE_BUSY);
    CHECK(slept >= std::chrono::minutes{59});
    CHECK(other.execAndGet("SELECT date('now')").getString() == "1970-01-01");
}

TEST_CASE("the same seed gives the same run to the last byte")
{
    const auto run = [] {
        simulated_disk disk(draws{7});
        fill(disk);
        auto database = open(disk);
        database.exec("PRAGMA synchronous = OFF; INSERT INTO t VALUES (random())");
        disk.crash_after(5);
        database.tryExec("INSERT INTO t VALUES (randomblob(50000))");
        disk.power_loss();
        auto left = open(disk);
        return std::pair{disk.operations(),
                         left.execAndGet("SELECT group_concat(hex(x)) FROM t").getString()};
    };
    CHECK(run() == run());
}
