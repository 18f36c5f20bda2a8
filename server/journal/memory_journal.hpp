#pragma once
// A journal in memory: for simulations, and for tests of the code above the seam.

#include "server/journal/journal.hpp"

#include <map>
#include <optional>

namespace motcua::journal {

class memory_journal : public journal
{
public:
    std::int64_t last_seq() const override { return static_cast<std::int64_t>(events_.size()); }
    void append(const batch& rows, const appended& done) override;
    result<std::optional<snapshot>> load_snapshot() override { return snapshot_; }
    result<void> save_snapshot(const snapshot& taken) override;
    result<void> replay(std::int64_t seq, const std::function<void(domain::event)>& visit) override;
    result<std::optional<answer>> find_answer(std::int64_t seq) override;
    result<std::optional<offline_answer>> find_offline_answer(const offline_number& number) override;
    result<void> forget_answers(std::int64_t before) override;
    result<std::optional<erasable_row>> find_erasable(const std::string& ref) override;
    result<void> erase(const std::string& ref) override;
    result<void> tidy() override;
    result<void> probe() override { return failing_ ? result<void>{*failing_} : result<void>{}; }

    /// From now on (or no longer) every append and clean-up fails with this; nothing of it is stored.
    void fail_with(std::optional<journal_error> error) { failing_ = std::move(error); }

    /// From now on (or no longer) an append returns at once and waits for complete_next().
    void complete_later(bool later) { later_ = later; }

    /// Whether an append waits.
    bool is_appending() const { return waiting_.has_value(); }

    /// Completes the append that waits, as if it had begun now: stores it or, while the journal fails, does
    /// not, and runs its `done`.
    void complete_next();

    /// How often it was asked to tidy up.
    int tidied() const { return tidied_; }

    const std::vector<domain::event>& events() const { return events_; }
    const std::map<domain::ticket_id, visit_row>& visits() const { return visits_; }
    const std::map<domain::ticket_id, std::vector<leg_row>>& legs() const { return legs_; }
    const std::map<domain::appointment_id, appointment_row>& appointments() const { return appointments_; }
    const std::map<std::string, erasable_row>& erasable() const { return erasable_; }

private:
    /// An append that has begun and not ended. The caller keeps the rows.
    struct append_waiting
    {
        const batch* rows;
        appended done;
    };

    result<std::int64_t> store(const batch& rows);
    void write(const visit_row& row);
    void write(const visit_reopened& row);
    void write(const leg_row& row);
    void write(const appointment_row& row);
    /// Only a database is asked for these.
    void write(const rating_row&) {}
    void write(const settings_row&) {}
    void write(const audit_row&) {}
    void write(const erasable_row& row);
    void write(const erasure& wanted);

    std::vector<domain::event> events_;
    std::map<std::int64_t, answer> answers_;
    std::map<offline_number, offline_answer> offline_answers_;
    std::map<std::string, erasable_row> erasable_;
    std::map<domain::ticket_id, visit_row> visits_;
    std::map<domain::ticket_id, std::vector<leg_row>> legs_;
    std::map<domain::appointment_id, appointment_row> appointments_;
    std::optional<snapshot> snapshot_;
    std::optional<journal_error> failing_;
    bool later_ = false;
    std::optional<append_waiting> waiting_;
    int tidied_ = 0;
};

} // namespace motcua::journal
