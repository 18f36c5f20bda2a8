#pragma once
// What a test appends: days of a made-up site with its accounts and devices, cut into small batches, and what
// a store holds after each of them.

#include "server/journal/journal.hpp"

#include <cstddef>
#include <map>
#include <SQLiteCpp/Database.h>

namespace motcua::simulation {

/// The rows of the tables as texts, by table and key: of a visit its ticket, of a leg also its number, of an
/// appointment its id.
using row_texts = std::map<std::string, std::string>;

/// All rows of these tables. Throws SQLite::Exception.
row_texts rows_in(SQLite::Database& database);

/// A place in a script: how many of its batches were taken.
using position = std::size_t;

class script
{
public:
    script(unsigned seed, std::size_t batches);

    const journal::batch& at(position next) const { return batches_[next]; }
    position end() const { return batches_.size(); }

    /// The last event of the first `taken` batches; 0 without one.
    std::int64_t last_seq(position taken) const;

    /// What event `seq` must be when it is read again.
    const std::string& fingerprint(std::int64_t seq) const
    {
        return fingerprints_[static_cast<std::size_t>(seq) - 1];
    }

    /// What the batch does to rows_in() where nothing fails; an empty text removes a row.
    const row_texts& row_changes(position next) const { return row_changes_[next]; }

    /// The reference of an erasable row that no batch from `taken` on touches; empty when there is none yet.
    static std::string old_ref(position taken);

private:
    void add_rows(SQLite::Database& undisturbed);

    std::vector<journal::batch> batches_;
    std::vector<row_texts> row_changes_;
    std::vector<std::string> fingerprints_;
};

/// Everything that is stored of an event, as one text.
std::string fingerprint_of(const domain::event& happened);

/// The body of a snapshot of event `seq`, of a length that varies from a line to several pages.
std::string made_up_state(std::int64_t seq);

} // namespace motcua::simulation
