#include "tests/simulation/disk/witness.hpp"

#include "server/journal/answer_table.hpp"
#include "server/reports/log_reader.hpp"

#include <algorithm>
#include <SQLiteCpp/Statement.h>

namespace motcua::simulation {

namespace {

/// Of an error of the journal or of the reports.
template <class Error>
std::string unreadable(const Error& error)
{
    return "cannot be read: " + std::string(boost::describe::enum_to_string(error.what, "?")) + ", " +
           error.detail;
}

/// An answer as it is stored.
std::string fingerprint_of(std::int64_t seq, int status, const std::string& body)
{
    return std::to_string(seq) + ' ' + std::to_string(status) + ' ' + body;
}

std::string fingerprint_of(const journal::answer& given)
{
    return fingerprint_of(given.seq, journal::status_of(given.kind), given.body);
}

std::vector<std::string> stored_answers(SQLite::Database& database)
{
    std::vector<std::string> found;
    SQLite::Statement all(database, "SELECT seq, status, body FROM answer WHERE site = ? ORDER BY seq");
    all.bind(1, site_name);
    while (all.executeStep()) {
        found.push_back(fingerprint_of(all.getColumn(0).getInt64(), all.getColumn(1).getInt(),
                                       all.getColumn(2).getString()));
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
    const auto before = script_.last_seq(taken_ / 2);
    forgotten_.push_back(before);
    auto done = store.forget_answers(before);
    if (done) {
        forgotten_ = {before};
    }
    return note(done);
}

journal::result<void> witness::erase(journal::journal& store)
{
    const auto ref = script::old_ref(taken_);
    if (ref.empty()) {
        return {};
    }
    perhaps_erased_.insert(ref);
    auto done = store.erase(ref);
    if (done) {
        erased_.insert(ref);
        perhaps_erased_.erase(ref);
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
        wrong = wrong.empty() ? wrong_erasable(store, database) : wrong;
        return wrong.empty() ? wrong_rows(database) : wrong;
    } catch (const SQLite::Exception& thrown) {
        return unreadable(journal::error_of(thrown));
    }
}

std::string witness::what_is_misread(journal::journal& store, const simulated_disk& disk)
{
    auto misread = misread_answers(store);
    misread = misread.empty() ? misread_erasable(store) : misread;
    return misread.empty() ? misread_log(disk) : misread;
}

std::string witness::misread_answers(journal::journal& store) const
{
    for (position batch = 0; batch < taken_; ++batch) {
        for (const auto& given : script_.at(batch).answers) {
            const auto found = store.find_answer(given.seq);
            if (!found) {
                return unreadable(found.error());
            }
            const bool may_be_forgotten = given.seq < forgotten_.back();
            if (*found ? fingerprint_of(**found) != fingerprint_of(given) : !may_be_forgotten) {
                return "wrong: the answer to event " + std::to_string(given.seq);
            }
        }
    }
    return {};
}

std::string witness::misread_erasable(journal::journal& store)
{
    for (const auto& [ref, row] : expected_erasable()) {
        const auto found = store.find_erasable(ref);
        if (!found) {
            return unreadable(found.error());
        }
        if (!is_right(ref, *found)) {
            return "wrong: the erasable row " + ref;
        }
    }
    return {};
}

bool witness::is_right(const std::string& ref, const std::optional<journal::erasable_row>& found)
{
    if (perhaps_erased_.contains(ref) && !found) {
        perhaps_erased_.erase(ref);
        erased_.insert(ref);
    }
    if (erased_.contains(ref)) {
        return !found;
    }
    const auto expected = expected_erasable().find(ref);
    return expected == erasable_.end() ? !found : found == expected->second;
}

const std::map<std::string, journal::erasable_row>& witness::expected_erasable()
{
    for (; erasable_of_ < taken_; ++erasable_of_) {
        for (const auto& change : script_.at(erasable_of_).erasable) {
            if (const auto* row = std::get_if<journal::erasable_row>(&change)) {
                erasable_[row->ref] = *row;
            } else {
                erasable_.erase(std::get<journal::erasure>(change).ref);
            }
        }
    }
    return erasable_;
}

std::string witness::misread_log(const simulated_disk& disk)
{
    const reports::visit_filter all{.from = {},
                                    .to = domain::local_day{std::chrono::days{100'000}},
                                    .service = {},
                                    .counter = {},
                                    .staff = {},
                                    .priority = {}};
    auto log = reports::log_reader::open(disk.uri(database_path), site_name);
    if (!log) {
        return unreadable(log.error());
    }
    const auto visits = log->read(all, std::nullopt, 10'000);
    if (!visits) {
        return unreadable(visits.error());
    }
    const auto& rows = expected_rows();
    const auto expected = std::ranges::count_if(rows, [](const auto& row) { return row.first[0] == 'v'; });
    const bool right = std::ranges::all_of(*visits, [&](const auto& row) {
        const auto found = rows.find("visit " + std::to_string(static_cast<std::int64_t>(row.ticket)));
        return found != rows.end() && found->second.find('|' + row.number + '|') != std::string::npos;
    });
    return right && std::ssize(*visits) == expected ? "" : "wrong: the log as it is read";
}

const row_texts& witness::expected_rows()
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
    return rows_;
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
        return "never appended, or half of a batch: event " + std::to_string(last);
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
        return unreadable(read.error());
    }
    return wrong.empty() && seq != store.last_seq() ? "lost: events in the middle" : wrong;
}

std::string witness::wrong_snapshot(journal::journal& store)
{
    const auto read = store.load_snapshot();
    if (!read) {
        return unreadable(read.error());
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
        for (position batch = 0; batch < taken_; ++batch) {
            for (const auto& given : script_.at(batch).answers) {
                if (given.seq >= before) {
                    expected.push_back(fingerprint_of(given));
                }
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
    return rows_in(database) == expected_rows() ? "" : "wrong: the rows of the wait-time log";
}

std::string witness::wrong_erasable(journal::journal& store, SQLite::Database& database)
{
    SQLite::Statement refs(database, "SELECT ref FROM erasable WHERE site = ?");
    refs.bind(1, site_name);
    while (refs.executeStep()) {
        const auto ref = refs.getColumn(0).getString();
        if (!expected_erasable().contains(ref)) {
            return "never appended, or erased: the erasable row " + ref;
        }
    }
    return misread_erasable(store);
}

} // namespace motcua::simulation
