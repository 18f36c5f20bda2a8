#include "server/journal/verify.hpp"

#include "base/json.hpp"
#include "server/domain/invariants.hpp"
#include "server/journal/acceptance.hpp"
#include "server/journal/answer_table.hpp"
#include "server/journal/codec.hpp"
#include "server/journal/erasable_table.hpp"
#include "server/journal/event_table.hpp"
#include "server/journal/limits.hpp"
#include "server/journal/migrations.hpp"
#include "server/journal/present_form.hpp"
#include "server/journal/row_comparison.hpp"
#include "server/journal/snapshot_table.hpp"

#include <filesystem>
#include <limits>
#include <SQLiteCpp/Transaction.h>

namespace motcua::journal {

namespace {

class verifier
{
public:
    verifier(SQLite::Database& database, const std::string& site, const answer_check& check)
        : database_(database), site_(site), check_(check), rows_(database, site)
    {}

    verification run()
    {
        check_file();
        check_snapshots();
        check_end();
        check_erasable();
        while (!stopped_ && walk_day()) {
        }
        return std::move(result_);
    }

private:
    void find(std::string what)
    {
        if (result_.findings.size() < findings_max) {
            result_.findings.push_back(std::move(what));
        }
        stopped_ = stopped_ || result_.findings.size() == findings_max;
    }

    /// An event behind which nothing can be checked any more.
    void stop_at(const std::string& what)
    {
        find(what);
        stopped_ = true;
    }

    void check_file()
    {
        SQLite::Statement check(database_, "PRAGMA integrity_check(" + std::to_string(findings_max) + ")");
        while (check.executeStep()) {
            if (const auto line = check.getColumn(0).getString(); line != "ok") {
                find("the file: " + line);
            }
        }
    }

    void check_snapshots()
    {
        SQLite::Transaction reading(database_);
        for (const auto seq : damaged_snapshots(database_, site_)) {
            find("the snapshot of event " + std::to_string(seq) + " is not what was written");
        }
        snapshot_ = newest_snapshot(database_, site_);
        if (snapshot_ && snapshot_->seq > last_seq_of(database_, site_)) {
            find("the snapshot is of event " + std::to_string(snapshot_->seq) + ", which is missing");
        }
    }

    /// A chain does not show that its end was cut off; the answers of the last 48 h do.
    void check_end()
    {
        SQLite::Transaction reading(database_);
        const auto answered = find_answered_events(database_, site_);
        if (answered.last > last_seq_of(database_, site_)) {
            find("the answer to event " + std::to_string(answered.last) + " is there and not the event");
        }
        first_answered_ = answered.first;
    }

    /// An erasable row may be missing at any time, but it comes with an event.
    void check_erasable()
    {
        SQLite::Transaction reading(database_);
        const auto last = last_seq_of(database_, site_);
        walk_erasable(database_, site_, [&](const std::optional<erasable_row>& row) {
            if (!row) {
                find("an erasable row cannot be read");
            } else if (row->seq < 1 || row->seq > last) {
                find("the erasable row \"" + row->ref + "\" is of event " + std::to_string(row->seq) +
                     ", which is missing");
            }
        });
    }

    /// Walks to the end of a business day, whose rows no longer change, or to the last event, all in one read
    /// transaction. Returns whether there may be more.
    bool walk_day()
    {
        SQLite::Transaction reading(database_);
        bool closed = false;
        const auto walked = walk(database_, site_, state_.seq(), head_, [&](const domain::event& happened) {
            closed = std::holds_alternative<domain::day_closed>(happened.body);
            take_over(happened);
            return !closed && !stopped_;
        });
        if (!walked) {
            stop_at(walked.error().detail);
        }
        if (stopped_) {
            return false;
        }
        head_ = walked->head;
        check_state();
        // At the end no row may belong to a ticket that was never issued.
        constexpr auto all = std::numeric_limits<std::int64_t>::max();
        const auto last = closed ? state_.last_ticket() : all;
        for (auto& wrong : rows_.compare(compared_, last)) {
            find(std::move(wrong));
        }
        compared_ = last;
        const auto last_seq = closed ? state_.seq() : all;
        for (auto& wrong : rows_.compare_site(compared_seq_, last_seq)) {
            find(std::move(wrong));
        }
        compared_seq_ = last_seq;
        if (!closed) {
            for (auto& wrong : rows_.compare_slow_rows()) {
                find(std::move(wrong));
            }
            check_answers();
        }
        return closed;
    }

    /// Each key that a start would remember has its answer. Older answers may be forgotten at any moment.
    void check_answers()
    {
        auto key = state_.keys().begin();
        const auto end = state_.keys().end();
        const auto miss_keys_before = [&](std::int64_t seq) {
            for (; key != end && key->seq < seq; ++key) {
                find("the answer to event " + std::to_string(key->seq) + " is missing");
            }
        };
        walk_answers(database_, site_, state_.keys_begin(), state_.seq(), [&](std::int64_t seq) {
            miss_keys_before(seq);
            if (key != end && key->seq == seq) {
                ++key;
            } else {
                find("the answer to event " + std::to_string(seq) + " is there, and no key asks for it");
            }
        });
        miss_keys_before(state_.seq() + 1);
    }

    void take_over(const domain::event& happened)
    {
        const auto name = "event " + std::to_string(happened.seq);
        if (const auto why = domain::broken_step(state_, happened); !why.empty()) {
            return stop_at(name + " " + why);
        }
        // A day is whole only right before it is closed.
        if (std::holds_alternative<domain::day_closed>(happened.body)) {
            check_state();
        }
        try {
            auto before = look_before(state_, happened);
            state_.apply(happened);
            project(happened, std::move(before), state_, changes_);
        } catch (const std::logic_error& thrown) {
            return stop_at(name + ": " + thrown.what());
        }
        for (const auto& change : changes_) {
            rows_.expect(change);
        }
        changes_.clear();
        check_given(happened);
        ++result_.events;
        if (result_.events % events_between_checks == 0) {
            check_state();
        }
        if (snapshot_ && snapshot_->seq == happened.seq) {
            check_snapshot();
        }
    }

    /// Checks the answer to `happened`, where it is still kept.
    void check_given(const domain::event& happened)
    {
        if (happened.key && happened.seq >= first_answered_) {
            if (const auto given = find_answer_row(database_, site_, happened.seq)) {
                check_answer("event " + std::to_string(happened.seq), happened, given->status, given->body);
            }
        }
        if (const auto* issued = std::get_if<domain::ticket_issued>(&happened.body);
            issued && issued->block) {
            check_offline_answer(happened, *issued->block, issued->number);
        } else if (const auto* logged = std::get_if<domain::ticket_logged>(&happened.body)) {
            check_offline_answer(happened, logged->block, logged->number);
        }
    }

    /// A kiosk may bring a printed number again at any time.
    void check_offline_answer(const domain::event& happened, domain::block_id block, int number)
    {
        const auto& kiosk = state_.find_block(block)->kiosk;
        const auto name = "number " + std::to_string(number) + " of block " +
                          std::to_string(static_cast<std::int64_t>(block)) + " of kiosk " + kiosk;
        if (const auto given = find_offline_answer_row(database_, site_, {kiosk, block, number})) {
            check_answer(name, happened, given->status, given->body);
        } else {
            find("the answer to " + name + " is missing");
        }
    }

    void check_answer(const std::string& name, const domain::event& happened, int status,
                      const std::string& body)
    {
        // No other is remembered.
        if (!kind_of_status(status)) {
            find("the answer to " + name + " has the status " + std::to_string(status));
        }
        if (const auto wrong = check_(state_, happened, body); !wrong.empty()) {
            find("the answer to " + name + " " + wrong);
        }
    }

    /// A broken state stays broken: it is reported once.
    void check_state()
    {
        if (state_broken_) {
            return;
        }
        for (const auto& broken : domain::broken_invariants(state_)) {
            state_broken_ = true;
            find("after event " + std::to_string(state_.seq()) + " " + broken);
        }
    }

    void check_snapshot()
    {
        const auto saved = base::from_json<domain::site_image>(snapshot_->body);
        // One of another version is not used by a start either: the events say the same.
        if (saved && base::to_json(domain::site_state(*saved).image()) != base::to_json(state_.image())) {
            find("the snapshot of event " + std::to_string(snapshot_->seq) +
                 " is not the state that a replay reaches");
        }
    }

    SQLite::Database& database_;
    const std::string& site_;
    const answer_check& check_;
    row_comparison rows_;
    std::optional<snapshot> snapshot_;
    domain::site_state state_;
    hash head_{};
    /// Older events have no answer to look for.
    std::int64_t first_answered_ = 0;
    /// The last ticket whose rows were compared.
    std::int64_t compared_ = 0;
    /// The last event whose rows of the site were compared.
    std::int64_t compared_seq_ = 0;
    std::vector<row_change> changes_;
    bool state_broken_ = false;
    bool stopped_ = false;
    verification result_;
};

/// What changes when a server writes to the file without having left a log before.
std::pair<bool, std::filesystem::file_time_type> traces_of_a_writer(const std::string& path)
{
    return {std::filesystem::exists(path + "-shm"), std::filesystem::last_write_time(path)};
}

result<verification> verify_at(const std::string& path, const std::string& site, const answer_check& check)
{
    if (auto accepted = accept(path); !accepted) {
        return accepted.error();
    }
    const auto before = traces_of_a_writer(path);
    auto database = open_untouched(path);
    if (auto present = require_present_form(database, site); !present) {
        return present.error();
    }
    auto verified = verifier(database, site, check).run();
    if (!before.first && traces_of_a_writer(path) != before) {
        return journal_error{fault::in_use, "a server was started meanwhile; verify again"};
    }
    return verified;
}

} // namespace

result<verification> verify_journal(const std::string& path, const std::string& site,
                                    const answer_check& check)
{
    auto verified = guarded([&]() -> result<verification> {
        try {
            return verify_at(real_path(path), site, check);
        } catch (const std::filesystem::filesystem_error& thrown) {
            return journal_error{fault::failed, thrown.code().message()};
        }
    });
    if (!verified) {
        return journal_error{verified.error().what, path + ": " + verified.error().detail};
    }
    return verified;
}

} // namespace motcua::journal
