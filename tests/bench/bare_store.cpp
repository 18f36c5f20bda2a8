#include "tests/bench/bare_store.hpp"

namespace motcua::bench {

namespace {

SQLite::Database open_durably(const std::filesystem::path& file)
{
    SQLite::Database opened(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_NOMUTEX);
    opened.exec("PRAGMA synchronous = FULL");
    opened.exec("PRAGMA wal_autocheckpoint = 4000");
    return opened;
}

/// An INSERT of one more row like the newest of `table`, but for its second column, `seq`.
SQLite::Statement insert_like_newest(SQLite::Database& database, const std::string& table)
{
    SQLite::Statement newest(database, "SELECT * FROM " + table + " ORDER BY seq DESC LIMIT 1");
    newest.executeStep();
    std::string places = "?";
    for (int i = 1; i < newest.getColumnCount(); ++i) {
        places += ", ?";
    }
    SQLite::Statement insert(database, "INSERT INTO " + table + " VALUES (" + places + ")");
    for (int i = 0; i < newest.getColumnCount(); ++i) {
        const auto column = newest.getColumn(i);
        if (column.isInteger()) {
            insert.bind(i + 1, column.getInt64());
        } else if (column.isText()) {
            insert.bind(i + 1, column.getString());
        } else {
            insert.bind(i + 1, column.getBlob(), column.getBytes());
        }
    }
    return insert;
}

void run(SQLite::Statement& statement)
{
    statement.exec();
    statement.reset();
}

} // namespace

bare_store::bare_store(const std::filesystem::path& file)
    : database_(open_durably(file)), begin_(database_, "BEGIN"),
      event_(insert_like_newest(database_, "event")), answer_(insert_like_newest(database_, "answer")),
      commit_(database_, "COMMIT"), seq_(database_.execAndGet("SELECT max(seq) FROM event").getInt64())
{}

void bare_store::append(std::size_t count)
{
    run(begin_);
    for (auto* insert : {&event_, &answer_}) {
        for (std::size_t i = 1; i <= count; ++i) {
            insert->bind(2, seq_ + static_cast<std::int64_t>(i));
            run(*insert);
        }
    }
    seq_ += static_cast<std::int64_t>(count);
    run(commit_);
}

} // namespace motcua::bench
