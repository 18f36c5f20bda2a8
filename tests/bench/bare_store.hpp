#pragma once
// The rows of a ticket without the ticket: what SQLite and the disk need for them, and nothing more.

#include <filesystem>
#include <SQLiteCpp/SQLiteCpp.h>

namespace motcua::bench {

/// Beside the database of an office: the bytes of one answer to a ticket, header and body.
constexpr auto bare_answer_file = "answer.http";

class bare_store
{
public:
    /// `file`: the database of an office that has given out a ticket and is not served by anyone. Throws
    /// SQLite::Exception.
    explicit bare_store(const std::filesystem::path& file);

    /// Stores the event and the answer of the last ticket `count` times more in one durable transaction.
    void append(std::size_t count);

private:
    SQLite::Database database_;
    SQLite::Statement begin_;
    SQLite::Statement event_;
    SQLite::Statement answer_;
    SQLite::Statement commit_;
    std::int64_t seq_;
};

} // namespace motcua::bench
