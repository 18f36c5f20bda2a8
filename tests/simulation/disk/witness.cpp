#include "tests/simulation/disk/witness.hpp"

#include <algorithm>
#include <SQLiteCpp/Statement.h>

namespace motcua::simulation {

namespace {

/// An answer as it is stored.
std::string fingerprint_of(const journal::answer& given)
{
    return std::to_string(given.seq) + ' ' + std::to_string(given.status) + ' ' + given.body;
}

std::vector<std::string> stored_answers(SQLite::Database& database)
{
    std::vector<std::string> found;
    SQLite::Statement all(database, "SELECT seq, status, body FROM answer WHERE site = ? ORDER BY seq");
    all.bind(1, site_name);
    while (all.executeStep()) {
        found.push_back(fingerprint_of({.seq = all.getColumn(0).getInt64(),
                                        .status = all.getColumn(1).getInt(),
                                        .body = all.getColumn(2).getString()}));
    }
    return found;
}

} // namespace

journal::result<void> witness::append(journal::journal& store)
{
    journal::result<void> stored;
    store.append(script_.at(taken_), [&](const journal::result<std::int64_t>& outcome) {
        if (!outcome) {
            stored = outcome.error();
        }
    });
    under_way_ = under_way_ || stored.has_error();
    if (stored) {
        ++taken_;
        under_way_ = false;
    }
    return note(stored);
}

journal::result<void> witness::save_snapshot(journal::journal& store)
{
    const auto seq = script_.last_seq(taken_);
    snapshots_.push_back(seq);
    auto saved = store.save_snapshot({seq, made_up_state(seq)});
    if (saved) {
        snapshots_ = {seq};
    }
    return note(saved);
}

journal::result<void> witness::forget_answers(journal::journal& store)
{
    const auto before = script_.now(taken_ / 2);
    forgotten_.push_back(before);
    auto done = store.forget_answers(before);
    if (done) {
        forgotten_ = {before};
    }
    return note(done);
}

journal::result<void> witness::note(journal::result<void> done)
{
    acknowledged_ += done ? 1U : 0U;
    return done;
}

std::string witness::what_is_wrong(journal::journal& store, const simulated_disk& disk)
{
    try {
        auto database = open_for_reading(disk);
        auto wrong = wrong_end(store);
        wrong = wrong.empty() ? wrong_events(store) : wrong;
        wrong = wrong.empty() ? wrong_snapshot(store) : wrong;
        wrong = wrong.empty() ? wrong_answers(database) : wrong;
        return wrong.empty() ? wrong_rows(database) : wrong;
    } catch (const SQLite::Exception& thrown) {
        return std::string("cannot be read: ") + thrown.what();
    }
}

std::string witness::wrong_end(const journal::journal& store)
{
    const auto last = store.last_seq();
    if (last < script_.last_seq(taken_)) {
        return "lost: event " + std::to_string(last + 1) + " was acknowledged";
    }
    if (under_way_ && last == script_.last_seq(taken_ + 1)) {
        ++taken_;
    }
    under_way_ = false;
    if (last > script_.last_seq(taken_)) {
        return "never asked for, or half of a batch: event " + std::to_string(last);
    }
    return {};
}

std::string witness::wrong_events(journal::journal& store) const
{
    std::int64_t seq = 0;
    std::string wrong;
    const auto read = store.replay(0, [&](const domain::event& happened) {
        ++seq;
        if (wrong.empty() && simulation::fingerprint_of(happened) != script_.fingerprint(seq)) {
            wrong = "wrong: event " + std::to_string(seq);
        }
    });
    if (!read) {
        return "cannot be read: " + read.error().detail;
    }
    return wrong.empty() && seq != store.last_seq() ? "lost: events in the middle" : wrong;
}

std::string witness::wrong_snapshot(journal::journal& store)
{
    const auto read = store.load_snapshot();
    if (!read) {
        return "cannot be read: " + read.error().detail;
    }
    const auto seq = *read ? (*read)->seq : 0;
    if (std::ranges::find(snapshots_, seq) == snapshots_.end()) {
        return "lost: the snapshot; found that of event " + std::to_string(seq);
    }
    snapshots_ = {seq};
    return *read && (*read)->body != made_up_state(seq) ? "wrong: the snapshot" : "";
}

std::string witness::wrong_answers(SQLite::Database& database)
{
    const auto found = stored_answers(database);
    for (const auto before : forgotten_) {
        std::vector<std::string> expected;
        for (position i = 0; i < taken_; ++i) {
            if (script_.now(i + 1) >= before) {
                std::ranges::transform(script_.at(i).answers, std::back_inserter(expected),
                                       [](const auto& given) { return fingerprint_of(given); });
            }
        }
        if (found == expected) {
            forgotten_ = {before};
            return {};
        }
    }
    return "wrong: the answers";
}

std::string witness::wrong_rows(SQLite::Database& database)
{
    for (; rows_of_ < taken_; ++rows_of_) {
        for (const auto& [key, text] : script_.row_changes(rows_of_)) {
            if (text.empty()) {
                rows_.erase(key);
            } else {
                rows_[key] = text;
            }
        }
    }
    return rows_in(database) == rows_ ? "" : "wrong: the rows of the wait-time log";
}

} // namespace motcua::simulation
