// Which files the journal opens, and that a refused one stays as it is.

#include "faulty_disk.hpp"
#include "store_file.hpp"

#include "server/journal/acceptance.hpp"

#include <sys/wait.h>
#include <unistd.h>

using namespace motcua;
using namespace motcua::journal;

namespace {

/// Why the file is not opened. Nothing is written, neither to it nor beside it, and the reason is one line
/// that begins with its name.
fault refused_untouched(const store_file& file)
{
    const auto before = file.all_files();
    const auto opened = open_sqlite_journal(file.path(), "demo");
    REQUIRE(opened.has_error());
    CHECK(file.all_files() == before);
    CHECK(opened.error().detail.starts_with(file.path() + ": "));
    CHECK(std::ranges::count(opened.error().detail, '\n') == 0);
    return opened.error().what;
}

void cut(const std::string& path, std::uintmax_t bytes) { std::filesystem::resize_file(path, bytes); }

void overwrite(const std::string& path, std::streamoff at, const std::string& with)
{
    std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(at);
    file << with;
}

/// A whole database without lock file, as it comes from a backup.
void fill(const store_file& file)
{
    append(*file.open(), events(1, 400)).value();
    std::filesystem::remove(file.path() + ".lock");
}

} // namespace

TEST_CASE("a file of another program, a newer or a damaged one is refused and nothing is written")
{
    const store_file file;
    SECTION("another program's")
    {
        SQLite::Database(file.path(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
            .exec("CREATE TABLE theirs(id)");
        CHECK(refused_untouched(file) == fault::not_ours);
    }
    SECTION("newer")
    {
        fill(file);
        file.tamper("PRAGMA user_version = 99");
        CHECK(refused_untouched(file) == fault::newer_version);
    }
    SECTION("newer, as only the log of a crash shows")
    {
        const auto journal = file.open();
        append(*journal, events(1, 1)).value();
        file.tamper("PRAGMA user_version = 99");
        const store_file left;
        file.leave_to(left);
        std::filesystem::remove(left.path() + ".lock");
        CHECK(refused_untouched(left) == fault::newer_version);
    }
    SECTION("a text")
    {
        std::ofstream(file.path()) << std::string(8192, 'x');
        CHECK(refused_untouched(file) == fault::not_ours);
    }
    SECTION("a short text")
    {
        std::ofstream(file.path()) << "x";
        CHECK(refused_untouched(file) == fault::not_ours);
    }
    SECTION("a folder")
    {
        std::filesystem::create_directory(file.path());
        CHECK(open_sqlite_journal(file.path(), "demo").error().what == fault::not_ours);
        CHECK_FALSE(std::filesystem::exists(file.path() + ".lock"));
    }
    SECTION("cut short at a page")
    {
        fill(file);
        cut(file.path(), std::filesystem::file_size(file.path()) - 4096);
        CHECK(refused_untouched(file) == fault::corrupt);
    }
    SECTION("cut short within its first page")
    {
        fill(file);
        cut(file.path(), 2000);
        CHECK(refused_untouched(file) == fault::corrupt);
    }
    SECTION("cut short to nothing")
    {
        fill(file);
        cut(file.path(), 0);
        CHECK(refused_untouched(file) == fault::corrupt);
    }
    SECTION("without its table of events")
    {
        fill(file);
        file.tamper("DROP TABLE event");
        CHECK(refused_untouched(file) == fault::corrupt);
    }
    SECTION("gone, but for the log of a crash")
    {
        const auto journal = file.open();
        append(*journal, events(1, 1)).value();
        const store_file left;
        file.leave_to(left);
        std::filesystem::remove(left.path());
        CHECK(refused_untouched(left) == fault::corrupt);
    }
    SECTION("damaged in the middle")
    {
        fill(file);
        overwrite(file.path(), 4096 * 4, std::string(4096, '\x55'));
        CHECK(refused_untouched(file) == fault::corrupt);
    }
    SECTION("damaged, with the log of a crash")
    {
        const auto journal = file.open();
        append(*journal, events(1, 400)).value();
        REQUIRE(journal->tidy().has_value());
        append(*journal, events(401, 401)).value();
        const store_file left;
        file.leave_to(left);
        std::filesystem::remove(left.path() + ".lock");
        overwrite(left.path(), 4096 * 4, std::string(4096, '\x55'));
        SECTION("and its index") { CHECK(refused_untouched(left) == fault::corrupt); }
        SECTION("without its index")
        {
            std::filesystem::remove(left.path() + "-shm");
            CHECK(refused_untouched(left) == fault::corrupt);
        }
    }
}

TEST_CASE("what a killed server leaves is opened with all that it had confirmed")
{
    const store_file file;
    const auto journal = file.open();
    append(*journal, events(1, 10)).value();
    const store_file left;
    file.leave_to(left);
    SECTION("with the log's index") {}
    SECTION("without the log's index") { std::filesystem::remove(left.path() + "-shm"); }
    CHECK(replayed(*left.open(), 0).size() == 10);
}

TEST_CASE("half of a new database, left by a crash, is replaced by a whole one")
{
    const store_file file;
    std::ofstream(file.path() + ".new") << "half";
    append(*file.open(), events(1, 1)).value();
    CHECK(file.all_files().size() == 2);
    CHECK(file.open()->last_seq() == 1);
}

TEST_CASE("a database may have any name that a file may have")
{
    const store_file file;
    fill(file);
    const auto odd = file.path() + " a?b#c%20d.db";
    std::filesystem::copy(file.path(), odd);
    CHECK(open_sqlite_journal(odd, "demo").value()->last_seq() == 400);
}

TEST_CASE("a second server is refused while the first lives, under any name of the file")
{
    const store_file file;
    auto first = file.open();
    CHECK(open_sqlite_journal(file.path(), "demo").error().what == fault::in_use);
    const auto other_name = file.path() + "-link";
    std::filesystem::create_symlink(file.path(), other_name);
    CHECK(open_sqlite_journal(other_name, "demo").error().what == fault::in_use);
    REQUIRE(append(*first, events(1, 1)).has_value());
    first.reset();
    CHECK(open_sqlite_journal(other_name, "demo").value()->last_seq() == 1);
}

TEST_CASE("a killed server lets its lock go")
{
    const store_file file;
    int ready[2];
    REQUIRE(pipe(ready) == 0);
    const pid_t child = fork();
    if (child == 0) {
        const auto opened = open_sqlite_journal(file.path(), "demo");
        const char result = opened ? 'o' : 'e';
        if (write(ready[1], &result, 1) == 1) {
            pause();
        }
        _exit(1);
    }
    char result = 0;
    REQUIRE(read(ready[0], &result, 1) == 1);
    CHECK(result == 'o');
    CHECK(open_sqlite_journal(file.path(), "demo").error().what == fault::in_use);
    kill(child, SIGKILL);
    REQUIRE(waitpid(child, nullptr, 0) == child);
    CHECK(open_sqlite_journal(file.path(), "demo").has_value());
    close(ready[0]);
    close(ready[1]);
}

TEST_CASE("readers read beside a running server")
{
    const store_file file;
    const auto journal = file.open();
    append(*journal, events(1, 3)).value();
    auto reader = open_untouched(file.path());
    CHECK(reader.execAndGet("SELECT count(*) FROM event").getInt() == 3);
    append(*journal, events(4, 4)).value();
    CHECK(reader.execAndGet("SELECT count(*) FROM event").getInt() == 4);
}

TEST_CASE("without a write-ahead log nothing is opened")
{
    faulty_disk disk;
    disk.without_shared_memory = true;
    const store_file file;
    const auto opened = open_sqlite_journal(file.path(), "demo");
    CHECK(opened.error().what == fault::failed);
    CHECK(opened.error().detail.ends_with("allows no write-ahead log (SQLite stays with 'delete')"));
    CHECK_FALSE(std::filesystem::exists(file.path()));
}
