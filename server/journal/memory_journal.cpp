#include "server/journal/memory_journal.hpp"

#include "base/require.hpp"

#include <utility>

namespace motcua::journal {

void memory_journal::append(const batch& rows, const appended& done)
{
    base::require(!waiting_, "a journal gets one append at a time");
    if (later_) {
        waiting_ = append_waiting{.rows = &rows, .done = done};
        return;
    }
    done(store(rows));
}

void memory_journal::complete_next()
{
    base::require(waiting_.has_value(), "an append waits to be completed");
    const auto waiting = *std::exchange(waiting_, std::nullopt);
    waiting.done(store(*waiting.rows));
}

result<std::int64_t> memory_journal::store(const batch& rows)
{
    if (failing_) {
        return *failing_;
    }
    auto seq = last_seq();
    for (const auto& happened : rows.events) {
        if (happened.seq != ++seq) {
            return journal_error{fault::out_of_order, "not the next event"};
        }
    }
    events_.insert(events_.end(), rows.events.begin(), rows.events.end());
    for (const auto& change : rows.rows) {
        std::visit([this](const auto& row) { write(row); }, change);
    }
    for (const auto& given : rows.answers) {
        answers_[given.seq] = given;
    }
    for (const auto& given : rows.offline_answers) {
        offline_answers_[given.number] = given;
    }
    for (const auto& change : rows.erasable) {
        std::visit([this](const auto& one) { write(one); }, change);
    }
    return last_seq();
}

void memory_journal::write(const visit_row& row) { visits_[row.ticket] = row; }

void memory_journal::write(const visit_reopened& row) { visits_.erase(row.ticket); }

void memory_journal::write(const leg_row& row) { legs_[row.ticket].push_back(row); }

void memory_journal::write(const appointment_row& row) { appointments_[row.appointment] = row; }

void memory_journal::write(const erasable_row& row) { erasable_[row.ref] = row; }

void memory_journal::write(const erasure& wanted) { erasable_.erase(wanted.ref); }

result<std::optional<erasable_row>> memory_journal::find_erasable(const std::string& ref)
{
    const auto found = erasable_.find(ref);
    return found == erasable_.end() ? std::optional<erasable_row>{} : std::optional{found->second};
}

result<void> memory_journal::erase(const std::string& ref)
{
    if (failing_) {
        return *failing_;
    }
    erasable_.erase(ref);
    return {};
}

result<void> memory_journal::save_snapshot(const snapshot& taken)
{
    if (failing_) {
        return *failing_;
    }
    snapshot_ = taken;
    return {};
}

result<void> memory_journal::replay(std::int64_t seq, const std::function<void(domain::event)>& visit)
{
    for (auto at = static_cast<std::size_t>(seq); at < events_.size(); ++at) {
        visit(events_[at]);
    }
    return {};
}

result<std::optional<answer>> memory_journal::find_answer(std::int64_t seq)
{
    const auto found = answers_.find(seq);
    if (found == answers_.end()) {
        return std::optional<answer>{};
    }
    return std::optional{found->second};
}

result<std::optional<offline_answer>> memory_journal::find_offline_answer(const offline_number& number)
{
    const auto found = offline_answers_.find(number);
    if (found == offline_answers_.end()) {
        return std::optional<offline_answer>{};
    }
    return std::optional{found->second};
}

result<void> memory_journal::tidy()
{
    if (failing_) {
        return *failing_;
    }
    ++tidied_;
    return {};
}

result<void> memory_journal::forget_answers(std::int64_t before)
{
    if (failing_) {
        return *failing_;
    }
    answers_.erase(answers_.begin(), answers_.lower_bound(before));
    return {};
}

} // namespace motcua::journal
