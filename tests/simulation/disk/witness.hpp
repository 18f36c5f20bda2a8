#pragma once
// A user of a journal that remembers its promises and says after a crash whether the store kept them.

#include "tests/simulation/disk/script.hpp"
#include "tests/simulation/disk/store.hpp"

#include <set>

namespace motcua::simulation {

/// Appends the batches of a script one after the other. A batch that failed may be stored or not: the next
/// check looks, and the next append repeats the batch where it is missing.
class witness
{
public:
    explicit witness(const script& source) : script_(source) {}

    /// Appends the next batch. Returns the error, if any, as all here.
    journal::result<void> append(journal::journal& store);

    journal::result<void> save_snapshot(journal::journal& store);

    /// Forgets the answers to about the older half of what was appended.
    journal::result<void> forget_answers(journal::journal& store);

    /// Erases a row without an event; does nothing before there is an old one.
    journal::result<void> erase(journal::journal& store);

    /// The first broken promise in `store`, just opened on `disk`; empty when there is none: what is lost,
    /// wrong, or was never appended.
    std::string what_is_wrong(journal::journal& store, const simulated_disk& disk);

    bool is_at_end() const { return taken_ == script_.end(); }

    /// The same for the answers and erasable rows that `store` finds, and for the log that its reader reads.
    std::string what_is_misread(journal::journal& store, const simulated_disk& disk);

    /// How many batches are known to be stored.
    position taken() const { return taken_; }

    /// How many times the store said that something is durable.
    std::uint64_t acknowledged() const { return acknowledged_; }

private:
    journal::result<void> note(journal::result<void> done);

    std::string misread_answers(journal::journal& store) const;
    std::string misread_erasable(journal::journal& store);
    std::string misread_log(const simulated_disk& disk);
    const row_texts& expected_rows();
    const std::map<std::string, journal::erasable_row>& expected_erasable();
    bool is_right(const std::string& ref, const std::optional<journal::erasable_row>& found);

    std::string wrong_end(const journal::journal& store);
    std::string wrong_events(journal::journal& store) const;
    std::string wrong_snapshot(journal::journal& store);
    std::string wrong_answers(SQLite::Database& database);
    std::string wrong_rows(SQLite::Database& database);
    std::string wrong_erasable(journal::journal& store, SQLite::Database& database);

    const script& script_;
    position taken_ = 0;
    /// An append failed: the next batch may be stored.
    bool under_way_ = false;
    /// The events of which the snapshot may be, 0 for none.
    std::vector<std::int64_t> snapshots_{0};
    /// The events before which answers may be forgotten.
    std::vector<std::int64_t> forgotten_{0};
    /// The references whose rows were erased without an event, and those where the store reported an error.
    std::set<std::string> erased_;
    std::set<std::string> perhaps_erased_;
    /// The rows after the first `rows_of_` batches.
    row_texts rows_;
    position rows_of_ = 0;
    /// The same for the erasable rows, whatever was erased without an event.
    std::map<std::string, journal::erasable_row> erasable_;
    position erasable_of_ = 0;
    std::uint64_t acknowledged_ = 0;
};

} // namespace motcua::simulation
