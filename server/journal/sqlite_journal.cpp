#include "server/journal/sqlite_journal.hpp"

#include "base/require.hpp"
#include "server/journal/acceptance.hpp"
#include "server/journal/answer_table.hpp"
#include "server/journal/batch_check.hpp"
#include "server/journal/erasable_table.hpp"
#include "server/journal/event_table.hpp"
#include "server/journal/migrations.hpp"
#include "server/journal/new_database.hpp"
#include "server/journal/projection_tables.hpp"
#include "server/journal/snapshot_table.hpp"
#include "server/journal/write_ahead_log.hpp"
#include "server/journal/writer_lock.hpp"

#include <filesystem>
#include <sqlite3.h>

namespace motcua::journal {

namespace {

class sqlite_journal : public journal
{
public:
    /// `database` was accepted; `lock` keeps other processes out, where there can be any.
    sqlite_journal(SQLite::Database database, std::string site, std::optional<writer_lock> lock)
        : lock_(std::move(lock)), database_(std::move(database)), site_(std::move(site))
    {}

    ~sqlite_journal() override
    {
        // Another fsync that succeeds must not hide that the disk has lost something.
        if (writers_ && !lost_) {
            log_->finish();
        }
    }

    /// Brings the database to the present schema and projections; `report` hears of what takes long.
    result<void> prepare(const progress& report)
    {
        if (auto logged = require_log(database_); !logged) {
            return logged;
        }
        database_.exec("PRAGMA synchronous = FULL");
        database_.exec("PRAGMA mmap_size = 0");
        log_.emplace(database_);
        migrate(database_);
        if (auto rewritten = log_->rewrite(); !rewritten) {
            return rewritten;
        }
        if (auto updated = update_projections(database_, site_, report); !updated) {
            return updated;
        }
        if (auto written = log_->committed(); !written) {
            return written;
        }
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
        done(writing([&] { return store(events); }));
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
        base::require(taken.seq >= 0 && taken.seq <= last_seq_, "a snapshot is of a state that is durable");
        return writing([&]() -> result<void> {
            replace_snapshot(database_, site_, taken);
            return log_->write_back();
        });
    }

    result<void> replay(std::int64_t seq, const std::function<void(domain::event)>& visit) override
    {
        return guarded([&]() -> result<void> {
            const auto before = hash_at(database_, site_, seq);
            if (!before) {
                return before.error();
            }
            auto next = seq;
            const auto walked = walk(database_, site_, seq, *before, [&](domain::event happened) {
                base::require(happened.seq == ++next, "a replay visits each event once, in order");
                visit(std::move(happened));
                return true;
            });
            if (!walked) {
                return walked.error();
            }
            base::require(walked->seq == next, "a replay ends with the last event that it visited");
            return {};
        });
    }

    result<std::optional<answer>> find_answer(std::int64_t seq) override
    {
        return guarded(
            [&]() -> result<std::optional<answer>> { return find_answer_of(database_, site_, seq); });
    }

    result<std::optional<offline_answer>> find_offline_answer(const offline_number& number) override
    {
        return guarded([&]() -> result<std::optional<offline_answer>> {
            return find_offline_answer_of(database_, site_, number);
        });
    }

    result<void> forget_answers(std::int64_t before) override
    {
        return writing([&]() -> result<void> {
            forget_answers_of(database_, site_, before);
            return {};
        });
    }

    result<std::optional<erasable_row>> find_erasable(const std::string& ref) override
    {
        return guarded([&] { return find_erasable_of(database_, site_, ref); });
    }

    result<void> erase(const std::string& ref) override
    {
        return writing([&]() -> result<void> {
            const std::array<erasable_change, 1> change{erasure{ref}};
            writers_->erasable.write(change);
            return {};
        });
    }

    result<void> tidy() override
    {
        return writing([&] { return log_->write_back(); });
    }

    result<void> probe() override
    {
        return writing([&]() -> result<void> {
            database_.exec("INSERT INTO probe VALUES (1, 1) ON CONFLICT(id) DO UPDATE SET count = count + 1");
            return {};
        });
    }

private:
    struct writers
    {
        writers(SQLite::Database& database, const std::string& site)
            : transactions(database), events(database, site), rows(database, site), answers(database, site),
              erasable(database, site)
        {}

        transaction_statements transactions;
        event_writer events;
        projection_writer rows;
        answer_writer answers;
        erasable_writer erasable;
    };

    /// Runs `work`, which may write. Nothing is written once the disk has lost something.
    template <class Work>
    auto writing(Work&& work) -> decltype(work())
    {
        if (lost_) {
            return *lost_;
        }
        auto done = guarded(work);
        if (!done && done.error().what == fault::lost) {
            lost_ = done.error();
        }
        return done;
    }

    result<std::int64_t> store(const batch& events)
    {
        const auto end = end_of_batch(events, last_seq_);
        if (!end) {
            return end.error();
        }
        transaction whole(writers_->transactions);
        const auto head = writers_->events.insert(events.events, head_);
        for (const auto& change : events.rows) {
            writers_->rows.write(change);
        }
        if (!events.answers.empty()) {
            writers_->answers.insert(events.answers, events.events.back().at);
        }
        for (const auto& given : events.offline_answers) {
            writers_->answers.insert(given);
        }
        writers_->erasable.write(events.erasable);
        if (last_seq_ == 0) {
            note_projections(database_, site_);
        }
        whole.commit();
        head_ = head;
        last_seq_ = *end;
        // The batch is durable, whatever becomes of the checkpoint; a lost disk shows with the next write.
        if (const auto written = log_->committed(); !written && written.error().what == fault::lost) {
            lost_ = written.error();
        }
        return last_seq_;
    }

    std::optional<writer_lock> lock_;
    SQLite::Database database_;
    std::string site_;
    std::int64_t last_seq_ = 0;
    hash head_{};
    std::optional<write_ahead_log> log_;
    std::optional<writers> writers_;
    std::optional<journal_error> lost_;
};

SQLite::Database open_database(const std::string& path, int flags = 0, const std::string& vfs = {})
{
    // On one strand SQLite's own mutex has nothing to guard.
    SQLite::Database opened(path, SQLite::OPEN_READWRITE | SQLite::OPEN_NOMUTEX | flags, 0, vfs);
    // The file and its write-ahead log stay as they are until the journal is ready.
    sqlite3_db_config(opened.getHandle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    return opened;
}

result<std::unique_ptr<journal>> prepared(SQLite::Database database, const std::string& site,
                                          std::optional<writer_lock> lock, const progress& report)
{
    auto opened = std::make_unique<sqlite_journal>(std::move(database), site, std::move(lock));
    if (auto done = opened->prepare(report); !done) {
        return done.error();
    }
    return std::unique_ptr<journal>(std::move(opened));
}

result<std::unique_ptr<journal>> open_at(const std::filesystem::path& path, const std::string& site,
                                         const progress& report)
{
    const bool absent = !std::filesystem::exists(path);
    if (auto accepted = absent ? accept_new(path) : accept(path); !accepted) {
        return accepted.error();
    }
    auto lock = writer_lock::take(path);
    if (!lock) {
        return lock.error();
    }
    if (absent && !std::filesystem::exists(path)) {
        if (auto made = make_database(path); !made) {
            return made.error();
        }
    }
    return prepared(open_database(path), site, *std::move(lock), report);
}

result<std::unique_ptr<journal>> open_on(const std::string& vfs, const std::string& path,
                                         const std::string& site, const progress& report)
{
    auto database = open_database(path, SQLite::OPEN_CREATE, vfs);
    const auto pages = database.execAndGet("PRAGMA page_count").getInt64();
    const auto bytes = pages * database.execAndGet("PRAGMA page_size").getInt64();
    auto ready =
        pages == 0 ? make_tables(database) : accept_content(database, static_cast<std::uintmax_t>(bytes));
    if (!ready) {
        return ready.error();
    }
    return prepared(std::move(database), site, std::nullopt, report);
}

/// `open` throws what SQLite and the file system throw.
template <class Open>
result<std::unique_ptr<journal>> opened_with(const std::string& path, Open&& open)
{
    auto opened = guarded([&]() -> result<std::unique_ptr<journal>> {
        try {
            return open();
        } catch (const std::filesystem::filesystem_error& thrown) {
            return journal_error{fault::failed, thrown.code().message()};
        }
    });
    if (!opened) {
        return journal_error{opened.error().what, path + ": " + opened.error().detail};
    }
    return opened;
}

} // namespace

result<std::unique_ptr<journal>> open_sqlite_journal(const std::string& path, const std::string& site,
                                                     const progress& report)
{
    return opened_with(path, [&] { return open_at(real_path(path), site, report); });
}

result<std::unique_ptr<journal>> open_sqlite_journal_on(const std::string& vfs, const std::string& path,
                                                        const std::string& site, const progress& report)
{
    return opened_with(path, [&] { return open_on(vfs, path, site, report); });
}

} // namespace motcua::journal
