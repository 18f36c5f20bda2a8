#include "server/journal/memory_journal.hpp"

namespace motcua::journal {

void memory_journal::append(const batch& events, const appended& done)
{
    if (failing_) {
        return done(*failing_);
    }
    auto seq = last_seq();
    for (const auto& happened : events.events) {
        if (happened.seq != ++seq) {
            return done(journal_error{fault::out_of_order, "not the next event"});
        }
    }
    events_.insert(events_.end(), events.events.begin(), events.events.end());
    for (const auto& change : events.rows) {
        std::visit([this](const auto& row) { write(row); }, change);
    }
    for (const auto& given : events.answers) {
        answers_[given.seq] = given;
    }
    for (const auto& given : events.offline_answers) {
        offline_answers_[given.number] = given;
    }
    done(last_seq());
}

void memory_journal::write(const visit_row& row) { visits_[row.ticket] = row; }

void memory_journal::write(const visit_reopened& row) { visits_.erase(row.ticket); }

void memory_journal::write(const leg_row& row) { legs_[row.ticket].push_back(row); }

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
