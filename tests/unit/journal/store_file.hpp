#pragma once
// A database file for one test, and batches to fill it with.

#include "server/journal/sqlite_journal.hpp"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <SQLiteCpp/SQLiteCpp.h>

namespace motcua::journal {

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

    std::unique_ptr<journal> open() const { return open_sqlite_journal(path(), "demo").value(); }

    /// Every file of the folder with its bytes.
    std::map<std::string, std::string> all_files() const
    {
        std::map<std::string, std::string> found;
        for (const auto& entry : std::filesystem::directory_iterator(folder_)) {
            std::ifstream file(entry.path(), std::ios::binary);
            found[entry.path().filename()] = std::string(std::istreambuf_iterator<char>(file), {});
        }
        return found;
    }

    /// Gives `other` what a process leaves that is killed with this file open: the files as they are now.
    void leave_to(const store_file& other) const
    {
        for (const auto& entry : std::filesystem::directory_iterator(folder_)) {
            std::filesystem::copy(entry.path(), other.folder_ / entry.path().filename());
        }
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

inline domain::event event_at(std::int64_t seq)
{
    return {.seq = seq,
            .at = instant{std::chrono::seconds{1'800'000'000 + seq}},
            .actor = "counter:1",
            .key = std::nullopt,
            .body = domain::ticket_started{domain::ticket_id{seq}}};
}

inline batch events(std::int64_t first, std::int64_t last)
{
    batch made;
    for (auto seq = first; seq <= last; ++seq) {
        made.events.push_back(event_at(seq));
    }
    return made;
}

inline result<std::int64_t> append(journal& to, const batch& made)
{
    result<std::int64_t> stored = std::int64_t{-1};
    to.append(made, [&](auto outcome) { stored = std::move(outcome); });
    return stored;
}

inline std::vector<std::int64_t> replayed(journal& from, std::int64_t after)
{
    std::vector<std::int64_t> seqs;
    REQUIRE(
        from.replay(after, [&](const domain::event& happened) { seqs.push_back(happened.seq); }).has_value());
    return seqs;
}

} // namespace motcua::journal
