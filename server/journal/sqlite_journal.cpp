#include "server/journal/sqlite_journal.hpp"

#include "server/journal/chain.hpp"
#include "server/journal/codec.hpp"
#include "server/journal/limits.hpp"
#include "server/journal/migrations.hpp"

#include <cstring>
#include <filesystem>
#include <sodium.h>
#include <sqlite3.h>
#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>

namespace motcua::journal {

namespace {

journal_error error_of(const SQLite::Exception& thrown)
{
    switch (thrown.getExtendedErrorCode()) {
    case SQLITE_IOERR_FSYNC:
    case SQLITE_IOERR_DIR_FSYNC:
        return {fault::lost, thrown.what()};
    default:
        break;
    }
    switch (thrown.getErrorCode()) {
    case SQLITE_FULL:
        return {fault::full, thrown.what()};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return {fault::corrupt, thrown.what()};
    default:
        return {fault::failed, thrown.what()};
    }
}

/// Runs `work`, which uses SQLite, and makes a value of what it throws.
template <class Work>
auto guarded(Work&& work) -> decltype(work())
{
    try {
        return work();
    } catch (const SQLite::Exception& thrown) {
        return error_of(thrown);
    }
}

std::string_view text_of(const SQLite::Column& column)
{
    return {static_cast<const char*>(column.getBlob()), static_cast<std::size_t>(column.getBytes())};
}

/// The row that a statement `SELECT seq, at_us, kind, actor, key, body, hash` stands on.
event_row row_of(SQLite::Statement& statement, std::string_view site)
{
    return {.site = site,
            .seq = statement.getColumn(0).getInt64(),
            .at_us = statement.getColumn(1).getInt64(),
            .kind = text_of(statement.getColumn(2)),
            .actor = text_of(statement.getColumn(3)),
            .key = text_of(statement.getColumn(4)),
            .body = text_of(statement.getColumn(5))};
}

bool has_hash(const SQLite::Column& column, const hash& expected)
{
    return text_of(column) ==
           std::string_view(reinterpret_cast<const char*>(expected.data()), expected.size());
}

journal_error broken(std::int64_t seq)
{
    return {fault::corrupt,
            "event " + std::to_string(seq) + " is not what was written, or one before it is missing"};
}

std::int64_t microseconds_of(instant at) { return at.time_since_epoch().count(); }

constexpr auto select_events = "SELECT seq, at_us, kind, actor, key, body, hash FROM event "
                               "WHERE site = ? AND seq > ? ORDER BY seq";

/// The chain of `site` after event `seq`, whose hash is `before`: `visit` gets each row that is as it was
/// written.
result<std::int64_t> walk(SQLite::Database& database, const std::string& site, std::int64_t seq, hash before,
                          const std::function<result<void>(const event_row&)>& visit)
{
    SQLite::Statement statement(database, select_events);
    statement.bind(1, site);
    statement.bind(2, seq);
    while (statement.executeStep()) {
        const auto row = row_of(statement, site);
        before = hash_of(before, row);
        if (row.seq != seq + 1 || !has_hash(statement.getColumn(6), before)) {
            return broken(seq + 1);
        }
        if (auto visited = visit(row); !visited) {
            return visited.error();
        }
        seq = row.seq;
    }
    return seq;
}

/// The hash of event `seq`: zeros before the first.
result<hash> hash_at(SQLite::Database& database, const std::string& site, std::int64_t seq)
{
    hash found{};
    if (seq == 0) {
        return found;
    }
    SQLite::Statement statement(database, "SELECT hash FROM event WHERE site = ? AND seq = ?");
    statement.bind(1, site);
    statement.bind(2, seq);
    if (!statement.executeStep() || statement.getColumn(0).getBytes() != static_cast<int>(found.size())) {
        return broken(seq);
    }
    std::memcpy(found.data(), statement.getColumn(0).getBlob(), found.size());
    return found;
}

hash digest_of(const snapshot& taken)
{
    return hash_of(
        {},
        {.site = {}, .seq = taken.seq, .at_us = 0, .kind = {}, .actor = {}, .key = {}, .body = taken.body});
}

template <class T>
void bind_optional(SQLite::Statement& statement, int index, const std::optional<T>& value)
{
    if (value) {
        statement.bind(index, *value);
    } else {
        statement.bind(index);
    }
}

template <class T, class Convert>
void bind_optional(SQLite::Statement& statement, int index, const std::optional<T>& value, Convert convert)
{
    bind_optional(statement, index, value ? std::optional{convert(*value)} : std::nullopt);
}

class sqlite_journal : public journal
{
public:
    sqlite_journal(const std::string& path, std::string site)
        : database_(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE), site_(std::move(site))
    {}

    ~sqlite_journal() override
    {
        if (!prepared_) {
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
        make_statements();
        SQLite::Statement last(database_, "SELECT coalesce(max(seq), 0) FROM event WHERE site = ?");
        last.bind(1, site_);
        last.executeStep();
        last_seq_ = last.getColumn(0).getInt64();
        auto head = hash_at(database_, site_, last_seq_);
        if (!head) {
            return head.error();
        }
        head_ = *head;
        prepared_ = true;
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
            SQLite::Statement newest(
                database_, "SELECT seq, body, digest FROM snapshot WHERE site = ? ORDER BY seq DESC");
            newest.bind(1, site_);
            while (newest.executeStep()) {
                snapshot found{newest.getColumn(0).getInt64(), std::string(text_of(newest.getColumn(1)))};
                if (!has_hash(newest.getColumn(2), digest_of(found))) {
                    continue;
                }
                if (found.seq > last_seq_) {
                    return broken(last_seq_ + 1);
                }
                return std::optional{std::move(found)};
            }
            return std::optional<snapshot>{};
        });
    }

    result<void> save_snapshot(const snapshot& taken) override
    {
        return guarded([&]() -> result<void> {
            SQLite::Transaction transaction(database_);
            SQLite::Statement insert(database_, "INSERT OR REPLACE INTO snapshot VALUES (?, ?, ?, ?)");
            const auto digest = digest_of(taken);
            insert.bind(1, site_);
            insert.bind(2, taken.seq);
            insert.bindNoCopy(3, taken.body);
            insert.bindNoCopy(4, digest.data(), static_cast<int>(digest.size()));
            insert.exec();
            SQLite::Statement forget(database_, "DELETE FROM snapshot WHERE site = ? AND seq < ?");
            forget.bind(1, site_);
            forget.bind(2, taken.seq);
            forget.exec();
            transaction.commit();
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
            const auto walked =
                walk(database_, site_, seq, *before, [&](const event_row& row) -> result<void> {
                    auto body = decode(row.kind, row.body);
                    if (!body) {
                        return journal_error{fault::corrupt,
                                             "event " + std::to_string(row.seq) + ": " + body.error().detail};
                    }
                    visit({row.seq, instant{std::chrono::microseconds{row.at_us}}, std::string(row.actor),
                           key_from(row.key), *std::move(body)});
                    return {};
                });
            if (!walked) {
                return walked.error();
            }
            return {};
        });
    }

    result<std::optional<answer>> find_answer(std::int64_t seq) override
    {
        return guarded([&]() -> result<std::optional<answer>> {
            SQLite::Statement find(database_, "SELECT status, body FROM answer WHERE site = ? AND seq = ?");
            find.bind(1, site_);
            find.bind(2, seq);
            if (!find.executeStep()) {
                return std::optional<answer>{};
            }
            return std::optional{
                answer{seq, find.getColumn(0).getInt(), std::string(text_of(find.getColumn(1)))}};
        });
    }

    result<void> forget_answers(instant before) override
    {
        return guarded([&]() -> result<void> {
            // Answers age in the order of their events: the oldest are the first of the key, so nothing is
            // scanned.
            SQLite::Statement forget(database_,
                                     "DELETE FROM answer WHERE site = ?1 AND seq IN (SELECT seq FROM "
                                     "(SELECT seq, at_us FROM answer WHERE site = ?1 ORDER BY seq LIMIT ?3) "
                                     "WHERE at_us < ?2)");
            forget.bind(1, site_);
            forget.bind(2, microseconds_of(before));
            forget.bind(3, forget_answers_max);
            forget.exec();
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
    static int note_wal_pages(void* self, sqlite3*, const char*, int pages)
    {
        static_cast<sqlite_journal*>(self)->wal_pages_ = pages;
        return SQLITE_OK;
    }

    void make_statements()
    {
        insert_event_.emplace(database_, "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
        insert_answer_.emplace(database_, "INSERT INTO answer VALUES (?, ?, ?, ?, ?)");
        insert_visit_.emplace(database_, "INSERT OR REPLACE INTO visit VALUES "
                                         "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
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
            head = insert(happened, head);
            seq = happened.seq;
        }
        for (const auto& row : events.visits) {
            insert(row);
        }
        for (const auto& given : events.answers) {
            insert(given, events.events.back().at);
        }
        transaction.commit();
        head_ = head;
        last_seq_ = seq;
        if (wal_pages_ >= checkpoint_pages) {
            checkpoint();
        }
        return seq;
    }

    hash insert(const domain::event& happened, const hash& before)
    {
        const auto encoded = encode(happened.body);
        const auto key = key_bytes(happened.key);
        const event_row row{.site = site_,
                            .seq = happened.seq,
                            .at_us = microseconds_of(happened.at),
                            .kind = encoded.kind,
                            .actor = happened.actor,
                            .key = key,
                            .body = encoded.body};
        const auto head = hash_of(before, row);
        auto& statement = *insert_event_;
        statement.bindNoCopy(1, site_);
        statement.bind(2, row.seq);
        statement.bind(3, row.at_us);
        statement.bindNoCopy(4, encoded.kind);
        statement.bindNoCopy(5, happened.actor);
        if (key.empty()) {
            statement.bind(6);
        } else {
            statement.bindNoCopy(6, key.data(), static_cast<int>(key.size()));
        }
        statement.bindNoCopy(7, encoded.body);
        statement.bindNoCopy(8, head.data(), static_cast<int>(head.size()));
        run(statement);
        return head;
    }

    void insert(const answer& given, instant at)
    {
        auto& statement = *insert_answer_;
        statement.bindNoCopy(1, site_);
        statement.bind(2, given.seq);
        statement.bind(3, microseconds_of(at));
        statement.bind(4, given.status);
        statement.bindNoCopy(5, given.body);
        run(statement);
    }

    void insert(const visit_row& row)
    {
        const auto count = [](auto duration) { return static_cast<std::int64_t>(duration.count()); };
        auto& statement = *insert_visit_;
        statement.bindNoCopy(1, site_);
        statement.bind(2, static_cast<std::int64_t>(row.ticket));
        statement.bind(3, row.number);
        statement.bind(4, static_cast<std::int64_t>(row.day.time_since_epoch().count()));
        statement.bind(5, row.service);
        bind_optional(statement, 6, row.procedure);
        statement.bind(7, domain::name_of(row.channel));
        statement.bind(8, domain::name_of(row.priority));
        statement.bind(9, microseconds_of(row.issued_at));
        bind_optional(statement, 10, row.first_called_at, microseconds_of);
        bind_optional(statement, 11, row.served_from, microseconds_of);
        bind_optional(statement, 12, row.served_to, microseconds_of);
        bind_optional(statement, 13, row.counter);
        bind_optional(statement, 14, row.staff);
        statement.bind(15, row.calls);
        bind_optional(statement, 16, row.wait, count);
        bind_optional(statement, 17, row.service_time, count);
        statement.bind(18, row.transfers);
        statement.bind(19, domain::name_of(row.outcome));
        statement.bind(20, count(row.expected_wait));
        run(statement);
    }

    /// What fails is thrown, with the statement ready to be bound again.
    static void run(SQLite::Statement& statement)
    {
        try {
            statement.exec();
        } catch (const SQLite::Exception&) {
            statement.tryReset();
            throw;
        }
        statement.reset();
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
    bool prepared_ = false;
    std::int64_t last_seq_ = 0;
    hash head_{};
    /// How far the write-ahead log had grown at the last commit.
    int wal_pages_ = 0;
    std::optional<SQLite::Statement> insert_event_;
    std::optional<SQLite::Statement> insert_answer_;
    std::optional<SQLite::Statement> insert_visit_;
};

} // namespace

void throw_exception_from_error(const journal_error& error, const boost::source_location&)
{
    throw std::runtime_error(error.detail);
}

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
        return walk(database, site, 0, {}, [](const event_row& row) -> result<void> {
            const auto body = decode(row.kind, row.body);
            if (!body) {
                return broken(row.seq);
            }
            return {};
        });
    });
}

} // namespace motcua::journal
