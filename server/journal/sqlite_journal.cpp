#include "server/journal/sqlite_journal.hpp"

#include "server/journal/answer_table.hpp"
#include "server/journal/event_table.hpp"
#include "server/journal/limits.hpp"
#include "server/journal/migrations.hpp"
#include "server/journal/projection_tables.hpp"
#include "server/journal/snapshot_table.hpp"

#include <filesystem>
#include <sqlite3.h>
#include <SQLiteCpp/Transaction.h>

namespace motcua::journal {

namespace {

class sqlite_journal : public journal
{
public:
    sqlite_journal(const std::string& path, std::string site)
        : database_(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE), site_(std::move(site))
    {}

    ~sqlite_journal() override
    {
        if (!writers_) {
            return;
        }
        // An orderly end leaves everything in the database file and no write-ahead log.
        sqlite3_db_config(database_.getHandle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, nullptr);
        sqlite3_wal_checkpoint_v2(database_.getHandle(), nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr,
                                  nullptr);
    }

    result<void> prepare(bool check_whole)
    {
        // A file that is refused stays as it is, its write-ahead log too.
        sqlite3_db_config(database_.getHandle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
        if (check_whole && database_.execAndGet("PRAGMA quick_check(1)").getString() != "ok") {
            return journal_error{fault::corrupt, "the database file is damaged"};
        }
        if (auto migrated = migrate(database_); !migrated) {
            return migrated;
        }
        database_.exec("PRAGMA journal_mode = WAL");
        database_.exec("PRAGMA synchronous = FULL");
        // Only this connection checkpoints, between commits: two that do so at once may damage the file in
        // this SQLite.
        database_.exec("PRAGMA wal_autocheckpoint = 0");
        database_.exec("PRAGMA mmap_size = 0");
        sqlite3_wal_hook(database_.getHandle(), note_wal_pages, this);
        last_seq_ = last_seq_of(database_, site_);
        auto head = hash_at(database_, site_, last_seq_);
        if (!head) {
            return head.error();
        }
        head_ = *head;
        writers_.emplace(database_, site_);
        return {};
    }

    std::int64_t last_seq() const override { return last_seq_; }

    void append(const batch& events, const appended& done) override
    {
        done(guarded([&] { return store(events); }));
    }

    result<std::optional<snapshot>> load_snapshot() override
    {
        return guarded([&]() -> result<std::optional<snapshot>> {
            auto found = newest_snapshot(database_, site_);
            if (found && found->seq > last_seq_) {
                return broken(last_seq_ + 1);
            }
            return found;
        });
    }

    result<void> save_snapshot(const snapshot& taken) override
    {
        return guarded([&]() -> result<void> {
            replace_snapshot(database_, site_, taken);
            checkpoint();
            return {};
        });
    }

    result<void> replay(std::int64_t seq, const std::function<void(domain::event)>& visit) override
    {
        return guarded([&]() -> result<void> {
            const auto before = hash_at(database_, site_, seq);
            if (!before) {
                return before.error();
            }
            const auto walked = walk(database_, site_, seq, *before, visit);
            if (!walked) {
                return walked.error();
            }
            return {};
        });
    }

    result<std::optional<answer>> find_answer(std::int64_t seq) override
    {
        return guarded(
            [&]() -> result<std::optional<answer>> { return find_answer_of(database_, site_, seq); });
    }

    result<void> forget_answers(instant before) override
    {
        return guarded([&]() -> result<void> {
            forget_answers_of(database_, site_, before);
            return {};
        });
    }

    bool probe() override
    {
        const auto written = guarded([&]() -> result<void> {
            database_.exec("INSERT INTO probe VALUES (1, 1) ON CONFLICT(id) DO UPDATE SET count = count + 1");
            return {};
        });
        return written.has_value();
    }

private:
    struct writers
    {
        writers(SQLite::Database& database, const std::string& site)
            : events(database, site), rows(database, site), answers(database, site)
        {}

        event_writer events;
        projection_writer rows;
        answer_writer answers;
    };

    static int note_wal_pages(void* self, sqlite3*, const char*, int pages)
    {
        static_cast<sqlite_journal*>(self)->wal_pages_ = pages;
        return SQLITE_OK;
    }

    result<std::int64_t> store(const batch& events)
    {
        auto head = head_;
        auto seq = last_seq_;
        SQLite::Transaction transaction(database_);
        for (const auto& happened : events.events) {
            if (happened.seq != seq + 1) {
                return journal_error{fault::out_of_order, "event " + std::to_string(happened.seq) +
                                                              " after event " + std::to_string(seq)};
            }
            head = writers_->events.insert(happened, head);
            seq = happened.seq;
        }
        for (const auto& row : events.visits) {
            writers_->rows.write(row);
        }
        for (const auto& given : events.answers) {
            writers_->answers.insert(given, events.events.back().at);
        }
        transaction.commit();
        head_ = head;
        last_seq_ = seq;
        if (wal_pages_ >= checkpoint_pages) {
            checkpoint();
        }
        return seq;
    }

    /// Failing is no loss: the log goes on growing and the next one tries again.
    void checkpoint()
    {
        sqlite3_wal_checkpoint_v2(database_.getHandle(), nullptr, SQLITE_CHECKPOINT_PASSIVE, nullptr,
                                  nullptr);
        wal_pages_ = 0;
    }

    SQLite::Database database_;
    std::string site_;
    std::int64_t last_seq_ = 0;
    hash head_{};
    /// How far the write-ahead log had grown at the last commit.
    int wal_pages_ = 0;
    /// From the moment when the file was accepted.
    std::optional<writers> writers_;
};

} // namespace

result<std::unique_ptr<journal>> open_sqlite_journal(const std::string& path, const std::string& site)
{
    return guarded([&]() -> result<std::unique_ptr<journal>> {
        std::error_code no_file;
        const auto size = std::filesystem::file_size(path, no_file);
        auto opened = std::make_unique<sqlite_journal>(path, site);
        const auto prepared = opened->prepare(!no_file && size <= check_whole_bytes_max);
        if (!prepared) {
            return prepared.error();
        }
        return std::unique_ptr<journal>(std::move(opened));
    });
}

result<std::int64_t> verify_sqlite_journal(const std::string& path, const std::string& site)
{
    return guarded([&]() -> result<std::int64_t> {
        SQLite::Database database(path, SQLite::OPEN_READONLY);
        return walk(database, site, 0, {}, [](const domain::event&) {});
    });
}

} // namespace motcua::journal
