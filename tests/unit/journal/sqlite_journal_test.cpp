#include "server/journal/sqlite_journal.hpp"

#include "server/journal/migrations.hpp"

#include <catch2/catch.hpp>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <SQLiteCpp/SQLiteCpp.h>
#include <sys/resource.h>

using namespace motcua;
using namespace motcua::journal;

namespace {

/// A database file that is gone when the test is.
class store_file
{
public:
    store_file()
    {
        const auto folder = std::filesystem::temp_directory_path() / "motcua-journal-test-XXXXXX";
        auto name = folder.string();
        REQUIRE(mkdtemp(name.data()) != nullptr);
        folder_ = name;
    }
    ~store_file() { std::filesystem::remove_all(folder_); }
    store_file(const store_file&) = delete;
    store_file& operator=(const store_file&) = delete;

    std::string path() const { return (folder_ / "motcua.db").string(); }

    std::unique_ptr<motcua::journal::journal> open() const
    {
        return open_sqlite_journal(path(), "demo").value();
    }

    /// Does what nobody may do: changes the file behind the journal's back.
    void tamper(const std::string& sql) const
    {
        SQLite::Database database(path(), SQLite::OPEN_READWRITE);
        database.exec(sql);
    }

private:
    std::filesystem::path folder_;
};

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

domain::event event_at(std::int64_t seq)
{
    return {.seq = seq,
            .at = instant{std::chrono::seconds{1'800'000'000 + seq}},
            .actor = "counter:1",
            .key = std::nullopt,
            .body = domain::ticket_started{domain::ticket_id{seq}}};
}

batch events(std::int64_t first, std::int64_t last)
{
    batch made;
    for (auto seq = first; seq <= last; ++seq) {
        made.events.push_back(event_at(seq));
    }
    return made;
}

motcua::journal::result<std::int64_t> append(motcua::journal::journal& to, const batch& made)
{
    motcua::journal::result<std::int64_t> stored = std::int64_t{-1};
    to.append(made, [&](auto outcome) { stored = std::move(outcome); });
    return stored;
}

std::vector<std::int64_t> replayed(motcua::journal::journal& from, std::int64_t after)
{
    std::vector<std::int64_t> seqs;
    REQUIRE(
        from.replay(after, [&](const domain::event& happened) { seqs.push_back(happened.seq); }).has_value());
    return seqs;
}

} // namespace

TEST_CASE("what was appended is there after the next start, in order")
{
    const store_file file;
    {
        const auto journal = file.open();
        CHECK(append(*journal, events(1, 3)).value() == 3);
        auto with_key = events(4, 4);
        with_key.events[0].key = domain::request_key{{1, 2}, {3, 4}};
        CHECK(append(*journal, with_key).value() == 4);
    }
    const auto journal = file.open();
    CHECK(journal->last_seq() == 4);
    std::vector<domain::event> found;
    REQUIRE(journal->replay(2, [&](domain::event one) { found.push_back(std::move(one)); }).has_value());
    REQUIRE(found.size() == 2);
    CHECK(found[0].actor == "counter:1");
    CHECK(found[0].at == event_at(3).at);
    CHECK(std::get<domain::ticket_started>(found[0].body).ticket == domain::ticket_id{3});
    CHECK(found[1].key == domain::request_key{{1, 2}, {3, 4}});
}

TEST_CASE("a batch that does not follow the last event is refused whole")
{
    const store_file file;
    const auto journal = file.open();
    REQUIRE(append(*journal, events(1, 2)).has_value());
    CHECK(append(*journal, events(2, 3)).error().what == fault::out_of_order);
    auto with_gap = events(3, 3);
    with_gap.events.push_back(event_at(5));
    CHECK(append(*journal, with_gap).error().what == fault::out_of_order);
    CHECK(replayed(*journal, 0) == std::vector<std::int64_t>{1, 2});
    CHECK(append(*journal, events(3, 3)).value() == 3);
}

TEST_CASE("a second writer of the same event is refused by the store")
{
    const store_file file;
    const auto first = file.open();
    const auto second = file.open();
    REQUIRE(append(*first, events(1, 1)).has_value());
    CHECK(append(*second, events(1, 1)).has_error());
    CHECK(replayed(*first, 0) == std::vector<std::int64_t>{1});
}

TEST_CASE("the first answer to a change is found after the next start, until it is forgotten")
{
    const store_file file;
    {
        const auto journal = file.open();
        auto made = events(1, 2);
        made.answers = {{1, 201, R"({"number":"A001"})"}, {2, 200, "{}"}};
        REQUIRE(append(*journal, made).has_value());
    }
    const auto journal = file.open();
    const auto found = journal->find_answer(1).value();
    REQUIRE(found);
    CHECK(found->status == 201);
    CHECK(found->body == R"({"number":"A001"})");
    REQUIRE(journal->forget_answers(event_at(2).at + std::chrono::seconds{1}).has_value());
    CHECK_FALSE(journal->find_answer(1).value());
}

TEST_CASE("old answers are forgotten a bounded number a call, and no young one with them")
{
    const store_file file;
    const auto journal = file.open();
    auto made = events(1, 1502);
    for (const auto& happened : made.events) {
        made.answers.push_back({happened.seq, 200, "{}"});
    }
    for (auto& happened : made.events) {
        happened.at = event_at(1).at;
    }
    REQUIRE(append(*journal, made).has_value());
    auto young = events(1503, 1503);
    young.answers = {{1503, 200, "{}"}};
    REQUIRE(append(*journal, young).has_value());
    const auto between = event_at(2).at;
    REQUIRE(journal->forget_answers(between).has_value());
    CHECK_FALSE(journal->find_answer(1000).value());
    CHECK(journal->find_answer(1001).value());
    REQUIRE(journal->forget_answers(between).has_value());
    CHECK_FALSE(journal->find_answer(1502).value());
    CHECK(journal->find_answer(1503).value());
}

TEST_CASE("a snapshot and the tail after it are what a whole replay is")
{
    const store_file file;
    const auto journal = file.open();
    REQUIRE(append(*journal, events(1, 5)).has_value());
    CHECK_FALSE(journal->load_snapshot().value());
    REQUIRE(journal->save_snapshot({3, "state"}).has_value());
    const auto found = journal->load_snapshot().value();
    REQUIRE(found);
    CHECK(found->body == "state");
    CHECK(replayed(*journal, found->seq) == std::vector<std::int64_t>{4, 5});
}

TEST_CASE("a damaged snapshot is passed over")
{
    const store_file file;
    {
        const auto journal = file.open();
        REQUIRE(append(*journal, events(1, 1)).has_value());
        REQUIRE(journal->save_snapshot({1, "state"}).has_value());
    }
    file.tamper("UPDATE snapshot SET body = 'other'");
    CHECK_FALSE(file.open()->load_snapshot().value());
}

TEST_CASE("an event that was changed, removed or slipped in is named")
{
    const auto* sql =
        GENERATE("UPDATE event SET actor = 'counter:2' WHERE seq = 2",
                 "UPDATE event SET at_us = at_us + 1 WHERE seq = 2",
                 "UPDATE event SET body = '{\"ticket\":9}' WHERE seq = 2",
                 "UPDATE event SET key = x'00' WHERE seq = 2", "DELETE FROM event WHERE seq = 2",
                 "UPDATE event SET hash = zeroblob(32) WHERE seq = 2");
    INFO(sql);
    const store_file file;
    append(*file.open(), events(1, 4)).value();
    CHECK(verify_sqlite_journal(file.path(), "demo").value() == 4);
    file.tamper(sql);
    const auto verified = verify_sqlite_journal(file.path(), "demo");
    REQUIRE(verified.has_error());
    CHECK(verified.error().what == fault::corrupt);
    CHECK(verified.error().detail.starts_with("event 2 "));
    CHECK(file.open()->replay(0, [](const domain::event&) {}).has_error());
}

/// Why the file at `path` is not opened; its bytes stay as they are.
static fault refused_untouched(const std::string& path)
{
    const auto bytes = [&] {
        std::ifstream file(path, std::ios::binary);
        return std::string(std::istreambuf_iterator<char>(file), {});
    };
    const auto before = bytes();
    const auto why = open_sqlite_journal(path, "demo").error().what;
    CHECK(bytes() == before);
    return why;
}

TEST_CASE("a file of another program, a newer or a damaged one is refused and not written to")
{
    const store_file file;
    SECTION("another program's")
    {
        SQLite::Database(file.path(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
            .exec("CREATE TABLE theirs(id)");
        CHECK(refused_untouched(file.path()) == fault::not_ours);
    }
    SECTION("newer")
    {
        file.open();
        file.tamper("PRAGMA user_version = 99");
        CHECK(refused_untouched(file.path()) == fault::newer_version);
    }
    SECTION("no database at all")
    {
        std::ofstream(file.path()) << std::string(8192, 'x');
        CHECK(refused_untouched(file.path()) == fault::corrupt);
    }
}

TEST_CASE("a disk that takes no more stores nothing of a batch, and all goes on when there is room")
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
    CHECK(journal->probe());
    CHECK(append(*journal, events(2, 400)).value() == 400);
    CHECK(verify_sqlite_journal(file.path(), "demo").value() == 400);
}

TEST_CASE("after a row that the store refuses, the next batch goes in")
{
    const store_file file;
    const auto journal = file.open();
    REQUIRE(append(*journal, events(1, 1)).has_value());
    file.tamper(
        "CREATE TRIGGER refuse BEFORE INSERT ON event WHEN new.seq = 3 BEGIN SELECT RAISE(ABORT, 'no'); END");
    CHECK(append(*journal, events(2, 3)).error().what == fault::failed);
    file.tamper("DROP TRIGGER refuse");
    CHECK(append(*journal, events(2, 3)).value() == 3);
}

TEST_CASE("a tail that is missing behind its snapshot is found at the start")
{
    const store_file file;
    {
        const auto journal = file.open();
        REQUIRE(append(*journal, events(1, 5)).has_value());
        REQUIRE(journal->save_snapshot({5, "state"}).has_value());
    }
    file.tamper("DELETE FROM event WHERE seq > 3");
    CHECK(file.open()->load_snapshot().error().what == fault::corrupt);
}

TEST_CASE("an orderly end leaves no write-ahead log behind")
{
    const store_file file;
    append(*file.open(), events(1, 100)).value();
    CHECK_FALSE(std::filesystem::exists(file.path() + "-wal"));
}
