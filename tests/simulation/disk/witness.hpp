#pragma once
// Who uses a journal, remembers what it was promised, and says after a crash whether the store kept it.

#include "tests/simulation/disk/script.hpp"
#include "tests/simulation/disk/store.hpp"

namespace motcua::simulation {

/// Takes the batches of a script one after the other. What failed may have been done or not: the next check
/// looks, and the next append takes up the same batch where it is missing.
class witness
{
public:
    explicit witness(const script& source) : script_(source) {}

    /// The next batch. Gives the error, if any, as all here.
    journal::result<void> append(journal::journal& store);

    journal::result<void> save_snapshot(journal::journal& store);

    /// Forgets the answers to about the older half of what was appended.
    journal::result<void> forget_answers(journal::journal& store);

    /// What is not as it was promised in `store`, just opened on `disk`; empty when all is. To be lost,
    /// wrong, or never asked for.
    std::string what_is_wrong(journal::journal& store, const simulated_disk& disk);

    bool is_at_end() const { return taken_ == script_.end(); }

    /// The same of what `store` finds of its answers and the product's reader in the log.
    std::string what_is_misread(journal::journal& store, const simulated_disk& disk);

    /// How many batches are known to be stored.
    position taken() const { return taken_; }

    /// How many times the store said that something is durable.
    std::uint64_t acknowledged() const { return acknowledged_; }

private:
    journal::result<void> note(journal::result<void> done);

    std::string misread_answers(journal::journal& store) const;
    std::string misread_log(const simulated_disk& disk);
    const row_texts& expected_rows();

    std::string wrong_end(const journal::journal& store);
    std::string wrong_events(journal::journal& store) const;
    std::string wrong_snapshot(journal::journal& store);
    std::string wrong_answers(SQLite::Database& database);
    std::string wrong_rows(SQLite::Database& database);

    const script& script_;
    position taken_ = 0;
    /// An append failed: the next batch may be stored.
    bool under_way_ = false;
    /// Of which event the snapshot may be, 0 for none, and before when answers may be forgotten.
    std::vector<std::int64_t> snapshots_{0};
    std::vector<std::int64_t> forgotten_{0};
    /// The rows after the first `rows_of_` batches.
    row_texts rows_;
    position rows_of_ = 0;
    std::uint64_t acknowledged_ = 0;
};

} // namespace motcua::simulation
