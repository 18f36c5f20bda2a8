#pragma once
// Reads the wait-time log from the SQLite database, beside the running server or without one. Nothing is ever
// written, and no read is a transaction over more than one day, so that no checkpoint has to wait for it.

#include "server/reports/report_error.hpp"
#include "server/reports/visit.hpp"

#include <functional>
#include <memory>
#include <vector>

namespace SQLite {
class Database;
class Statement;
} // namespace SQLite

namespace motcua::reports {

/// A connection of its own to the log of one site. Used by one thread at a time, any thread.
class log_reader
{
public:
    /// Opens the database at `path`, which must exist, for reading only; `path` may be a URI for SQLite.
    static result<log_reader> open(const std::string& path, std::string site);

    log_reader(log_reader&&) noexcept;
    ~log_reader();

    /// At most `limit` visits that `wanted` asks for, in the log's order, from the first one behind `after`
    /// (none: from the first of all). Fewer than `limit` only at the end.
    result<std::vector<visit>> read(const visit_filter& wanted, std::optional<visit_position> after,
                                    std::size_t limit);

    /// The visit with this track, if its day is `from` or later; none for any other.
    result<std::optional<visit>> find(const domain::track_id& track, domain::local_day from);

    /// The legs of the tickets from `first` to `last`, in order of tickets and then of time.
    result<std::vector<leg>> read_legs(domain::ticket_id first, domain::ticket_id last);

    /// Gives `take` each visit that `wanted` asks for, in the log's order; an error of `take` ends it and is
    /// returned. `take` may be slow: no transaction is open while it runs.
    result<void> each(const visit_filter& wanted, const std::function<result<void>(const visit&)>& take);

private:
    log_reader(std::unique_ptr<SQLite::Database> database, std::string site);

    void read_day(const visit_filter& wanted, visit_position after, std::size_t limit,
                  std::vector<visit>& found);
    std::optional<domain::local_day> first_day(domain::local_day from);

    std::unique_ptr<SQLite::Database> database_;
    std::string site_;
    std::unique_ptr<SQLite::Statement> select_visits_;
    std::unique_ptr<SQLite::Statement> select_day_;
    std::unique_ptr<SQLite::Statement> select_legs_;
};

} // namespace motcua::reports
