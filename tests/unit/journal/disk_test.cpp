// What the journal says and does when the disk fails, and when it writes its log back.

#include "faulty_disk.hpp"
#include "store_file.hpp"

#include "server/journal/limits.hpp"

#include <csignal>
#include <sys/resource.h>

using namespace motcua;
using namespace motcua::journal;

namespace {

/// While it lives, no file of this process grows past `bytes`: writes fail as on a full disk.
class file_size_limit
{
public:
    explicit file_size_limit(std::uintmax_t bytes)
    {
        signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &before_);
        auto lowered = before_;
        lowered.rlim_cur = bytes;
        setrlimit(RLIMIT_FSIZE, &lowered);
    }
    ~file_size_limit() { setrlimit(RLIMIT_FSIZE, &before_); }
    file_size_limit(const file_size_limit&) = delete;
    file_size_limit& operator=(const file_size_limit&) = delete;

private:
    rlimit before_{};
};

std::uintmax_t size_of(const std::string& path) { return std::filesystem::file_size(path); }

} // namespace

TEST_CASE("a full disk stores nothing of a batch, and takes it when there is room")
{
    const store_file file;
    const auto journal = file.open();
    REQUIRE(append(*journal, events(1, 1)).has_value());
    {
        const file_size_limit full(std::filesystem::file_size(file.path() + "-wal") + 5000);
        CHECK(append(*journal, events(2, 400)).error().what == fault::failed);
        CHECK(journal->last_seq() == 1);
        CHECK(replayed(*journal, 0) == std::vector<std::int64_t>{1});
    }
    CHECK(journal->probe().has_value());
    CHECK(append(*journal, events(2, 400)).value() == 400);
    CHECK(replayed(*journal, 0).size() == 400);
}

TEST_CASE("an error of fsync in a commit is a loss, and nothing is written after it")
{
    faulty_disk disk;
    const store_file file;
    const auto journal = file.open();
    REQUIRE(append(*journal, events(1, 1)).has_value());
    disk.sync_fails_for = "-wal";
    CHECK(append(*journal, events(2, 2)).error().what == fault::lost);
    disk.sync_fails_for = nullptr;
    CHECK(append(*journal, events(2, 2)).error().what == fault::lost);
    CHECK(journal->probe().error().what == fault::lost);
    CHECK(journal->last_seq() == 1);
}

TEST_CASE("an error of fsync in a checkpoint is a loss, but not of what was stored")
{
    faulty_disk disk;
    const store_file file;
    {
        const auto journal = file.open();
        REQUIRE(append(*journal, events(1, 50)).has_value());
        disk.sync_fails_for = "motcua.db";
        CHECK(journal->tidy().error().what == fault::lost);
        disk.sync_fails_for = nullptr;
        CHECK(append(*journal, events(51, 51)).error().what == fault::lost);
    }
    CHECK(std::filesystem::exists(file.path() + "-wal"));
    CHECK(replayed(*file.open(), 0).size() == 50);
}

TEST_CASE("a batch is durable whose commit was followed by a checkpoint that failed")
{
    faulty_disk disk;
    const store_file file;
    const auto journal = file.open();
    auto large = events(1, 1);
    large.answers = {{1, answer_kind::done, std::string(std::size_t{checkpoint_pages} * 4096, 'x')}};
    disk.sync_fails_for = "motcua.db";
    CHECK(append(*journal, large).value() == 1);
    CHECK(append(*journal, events(2, 2)).error().what == fault::lost);
    CHECK(journal->tidy().error().what == fault::lost);
}

TEST_CASE("at a quiet moment the log goes back into the database, and then nothing is left to do")
{
    faulty_disk disk;
    const store_file file;
    const auto journal = file.open();
    REQUIRE(append(*journal, events(1, 500)).has_value());
    const auto before = size_of(file.path());
    REQUIRE(journal->tidy().has_value());
    CHECK(size_of(file.path()) > before);
    const auto syncs = disk.syncs;
    REQUIRE(journal->tidy().has_value());
    CHECK(disk.syncs == syncs);
}

TEST_CASE("what a reader holds back of the log is written back when it has gone")
{
    const store_file file;
    const auto journal = file.open();
    REQUIRE(append(*journal, events(1, 1)).has_value());
    {
        SQLite::Database reader(file.path(), SQLite::OPEN_READONLY);
        SQLite::Statement look(reader, "SELECT count(*) FROM event");
        look.executeStep();
        REQUIRE(append(*journal, events(2, 500)).has_value());
        REQUIRE(journal->tidy().has_value());
        CHECK(look.getColumn(0).getInt() == 1);
    }
    const auto before = size_of(file.path());
    REQUIRE(journal->tidy().has_value());
    CHECK(size_of(file.path()) > before);
}

TEST_CASE("the log does not grow for ever while there is no quiet moment")
{
    const store_file file;
    const auto journal = file.open();
    const std::string four_mebibytes(4U << 20U, 'x');
    for (std::int64_t seq = 1; seq <= 20; ++seq) {
        auto large = events(seq, seq);
        large.answers = {{seq, answer_kind::done, four_mebibytes}};
        REQUIRE(append(*journal, large).has_value());
        CHECK(size_of(file.path() + "-wal") < std::uintmax_t{2} * checkpoint_pages * 4096);
    }
}

TEST_CASE("an orderly end leaves no write-ahead log behind")
{
    const store_file file;
    append(*file.open(), events(1, 100)).value();
    CHECK_FALSE(std::filesystem::exists(file.path() + "-wal"));
}
