#pragma once
// The table `event`: rows are added with their hash and walked with every hash checked.

#include "server/journal/chain.hpp"
#include "server/journal/sqlite.hpp"

namespace motcua::journal {

/// An event that is not as it was written, as an error.
journal_error broken(std::int64_t seq);

/// Whether `column` holds exactly `expected`.
bool has_hash(const SQLite::Column& column, const hash& expected);

/// The seq of the last event of `site`; 0 when there is none. Throws SQLite::Exception.
std::int64_t last_seq_of(SQLite::Database& database, const std::string& site);

/// The hash of event `seq`: zeros before the first. Throws SQLite::Exception.
result<hash> hash_at(SQLite::Database& database, const std::string& site, std::int64_t seq);

/// Where a walk has come to: an event and its hash.
struct chain_end
{
    std::int64_t seq{};
    hash head{};
};

/// Walks the chain of `site` after event `seq`, whose hash is `before`: `visit` gets each event that is as it
/// was written, and says whether to go on. Gives the last one visited; an error names the first that is
/// broken. Throws SQLite::Exception.
result<chain_end> walk(SQLite::Database& database, const std::string& site, std::int64_t seq,
                       const hash& before, const std::function<bool(domain::event)>& visit);

/// Adds rows. `database` and `site` must outlive it.
class event_writer
{
public:
    event_writer(SQLite::Database& database, const std::string& site);

    /// The hash of `happened`, which stands behind the event with hash `before`. Throws SQLite::Exception.
    hash insert(const domain::event& happened, const hash& before);

private:
    const std::string& site_;
    SQLite::Statement insert_;
    /// Kept so that its memory is.
    std::string body_;
};

} // namespace motcua::journal
