#include "server/journal/sqlite_journal.hpp"

#include "server/journal/acceptance.hpp"
#include "server/journal/answer_table.hpp"
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
    /// `database` was accepted; `lock` keeps others from it where others there are.
    sqlite_journal(SQLite::Database database, std::string site, std::optional<writer_lock> lock)
        : lock_(std::move(lock)), database_(std::move(database)), site_(std::move(site))
    {}

    ~sqlite_journal() override
    {
        // What the disk has lost is not to be covered up by another fsync that succeeds.
        if (writers_ && !lost_) {
            log_->finish();
        }
    }

    result<void> prepare()
    {
        if (auto logged = require_log(database_); !logged) {
            return logged;
        }
        database_.exec("PRAGMA synchronous = FULL");
        database_.exec("PRAGMA mmap_size = 0");
        log_.emplace(database_);
        if (auto migrated = migrate(database_); !migrated) {
            return migrated;
        }
        if (auto written = log_->write_anew(); !written) {
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
            const auto walked = walk(database_, site_, seq, *before, [&](domain::event happened) {
                visit(std::move(happened));
                return true;
            });
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
            : transactions(database), events(database, site), rows(database, site), answers(database, site)
        {}

        transaction_statements transactions;
        event_writer events;
        projection_writer rows;
        answer_writer answers;
    };

    /// Runs `work`, which may write. Once the disk has lost something nothing is written any more.
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
        auto seq = last_seq_;
        for (const auto& happened : events.events) {
            if (happened.seq != seq + 1) {
                return journal_error{fault::out_of_order, "event " + std::to_string(happened.seq) +
                                                              " after event " + std::to_string(seq)};
            }
            seq = happened.seq;
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
        whole.commit();
        head_ = head;
        last_seq_ = seq;
        // The batch is durable, whatever becomes of the checkpoint; a lost disk shows with the next write.
        if (const auto written = log_->committed(); !written && written.error().what == fault::lost) {
            lost_ = written.error();
        }
        return seq;
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
    // On one strand, SQLite's own mutex has nothing to guard.
    SQLite::Database opened(path, SQLite::OPEN_READWRITE | SQLite::OPEN_NOMUTEX | flags, 0, vfs);
    // Until all is well the file stays as it is, its write-ahead log too.
    sqlite3_db_config(opened.getHandle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    return opened;
}

result<std::unique_ptr<journal>> prepared(SQLite::Database database, const std::string& site,
                                          std::optional<writer_lock> lock)
{
    auto opened = std::make_unique<sqlite_journal>(std::move(database), site, std::move(lock));
    if (auto done = opened->prepare(); !done) {
        return done.error();
    }
    return std::unique_ptr<journal>(std::move(opened));
}

result<std::unique_ptr<journal>> open_at(const std::filesystem::path& path, const std::string& site)
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
    return prepared(open_database(path), site, *std::move(lock));
}

result<std::unique_ptr<journal>> open_on(const std::string& vfs, const std::string& path,
                                         const std::string& site)
{
    auto database = open_database(path, SQLite::OPEN_CREATE, vfs);
    const auto pages = database.execAndGet("PRAGMA page_count").getInt64();
    const auto bytes = pages * database.execAndGet("PRAGMA page_size").getInt64();
    auto ready =
        pages == 0 ? make_tables(database) : accept_content(database, static_cast<std::uintmax_t>(bytes));
    if (!ready) {
        return ready.error();
    }
    return prepared(std::move(database), site, std::nullopt);
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

result<std::unique_ptr<journal>> open_sqlite_journal(const std::string& path, const std::string& site)
{
    return opened_with(path, [&] { return open_at(real_path(path), site); });
}

result<std::unique_ptr<journal>> open_sqlite_journal_on(const std::string& vfs, const std::string& path,
                                                        const std::string& site)
{
    return opened_with(path, [&] { return open_on(vfs, path, site); });
}

} // namespace motcua::journal
