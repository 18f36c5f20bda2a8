#pragma once
// The table `event`: rows are added with their hash and walked with every hash checked.

#include "server/journal/chain.hpp"
#include "server/journal/codec.hpp"
#include "server/journal/many_rows.hpp"
#include "server/journal/sqlite.hpp"

#include <span>

namespace motcua::journal {

/// An event that is not as it was written, as an error.
journal_error broken(std::int64_t seq);

/// Whether `column` holds exactly `expected`.
bool has_hash(const SQLite::Column& column, const hash& expected);

/// The seq of the last event of `site`; 0 when there is none. Throws SQLite::Exception.
std::int64_t last_seq_of(SQLite::Database& database, const std::string& site);

/// The hash of event `seq`: zeros before the first. Throws SQLite::Exception.
result<hash> hash_at(SQLite::Database& database, const std::string& site, std::int64_t seq);

/// Where a walk has ended: an event and its hash.
struct chain_end
{
    std::int64_t seq{};
    hash head{};
};

/// Walks the chain of `site` after event `seq`, whose hash is `before`: `visit` gets each event that is as it
/// was written, lifted to its present version, and says whether to go on. Returns the last one visited; an
/// error names the first that is broken. Throws SQLite::Exception.
result<chain_end> walk(SQLite::Database& database, const std::string& site, std::int64_t seq,
                       const hash& before, const std::function<bool(domain::event)>& visit);

/// Which column of `event` holds the version: "version", or "NULL" in a database that has not been migrated.
/// Throws SQLite::Exception.
std::string version_column(SQLite::Database& database);

/// Adds rows. `database` and `site` must outlive it.
class event_writer
{
public:
    event_writer(SQLite::Database& database, const std::string& site);

    /// Adds `happened` behind the event with hash `before` and returns the hash of the last. Throws
    /// SQLite::Exception.
    hash insert(std::span<const domain::event> happened, const hash& before);

private:
    /// The values that a statement binds without a copy.
    struct encoded
    {
        std::string body;
        key_bytes key;
        hash head;
    };

    void bind(SQLite::Statement& statement, int before, const domain::event& happened, const encoded& row);

    const std::string& site_;
    many_rows insert_;
    /// One per row of a statement; kept so that the memory of the bodies is reused.
    std::array<encoded, many_rows::rows_max> encoded_;
};

} // namespace motcua::journal
