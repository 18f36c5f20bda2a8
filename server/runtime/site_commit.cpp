// The way of a round from the event loop to the store, and what leaves the site when it is stored or lost.

#include "base/require.hpp"
#include "server/runtime/recovery.hpp"
#include "server/runtime/site.hpp"

#include <utility>

namespace motcua::runtime {

using base::require;

void site::need_commit()
{
    if (commit_asked_) {
        return;
    }
    commit_asked_ = true;
    at_end_of_round_();
}

void site::commit()
{
    commit_asked_ = false;
    rounds_.let_out();
    if (!rounds_.is_in_flight()) {
        resume_held_back();
    }
    if (!rounds_.is_open_empty() && !rounds_.is_in_flight()) {
        hand_over();
    }
    finish_drain();
}

void site::hand_over()
{
    require(available_, "no round is filled while the store fails");
    reads_wait_for_flight_ = !looks_.empty() || upkeep_due_;
    const auto& rows = rounds_.launch();
    store_.append(rows, [this](const journal::result<std::int64_t>& stored) { completed(stored); });
}

void site::completed(const journal::result<std::int64_t>& stored)
{
    require(rounds_.is_in_flight(), "the store completes a round that is in flight, once");
    if (stored) {
        rounds_.land(*stored);
        if (observer_ != nullptr) {
            observer_->durable(*stored);
        }
    } else {
        fail(stored.error());
    }
    if (rounds_.is_all_durable()) {
        show_state();
    }
    if (!rounds_.is_open_empty() || !held_back_.empty() || tick_due_) {
        need_commit();
    }
    rounds_.let_out();
    // Those who were answered may have asked again.
    if (upkeep_due_ && rounds_.is_all_durable()) {
        tend_store();
    }
    finish_drain();
}

void site::fail(const journal::journal_error& error)
{
    available_ = readable_ = upkeep_due_ = false;
    failed_at_ = failed_at_.value_or(machine_.steady());
    const auto last = rounds_.last_seq();
    const auto first = rounds_.durable_seq() + 1;
    const auto waiting = rounds_.lose();
    log_.write(log_level::error, log_kind::commit_failed, machine_.steady(), [&] {
        return "the store failed: " + error.detail + "; " + std::to_string(last - first + 1) +
               " events after event " + std::to_string(first - 1) + " are not stored, the outcome of " +
               std::to_string(waiting) + " requests is unknown";
    });
    if (only_restart_helps(error.what)) {
        return fatal_(error.detail);
    }
    // What was decided and not stored never happened; what was answered before can still be read.
    static_cast<void>(restore());
}

/// To those who wait for a moment at which all of it is durable; after a failure they may see none.
void site::show_state()
{
    require(!readable_ || state_.seq() == rounds_.durable_seq(),
            "a read sees all that is durable and no more");
    for (const auto& look : std::exchange(looks_, {})) {
        look(readable_ ? &state_ : nullptr);
    }
}

/// In the order in which they were asked; nothing is in flight that could hold them back again.
void site::resume_held_back()
{
    for (const auto& one : std::exchange(held_back_, {})) {
        one();
    }
    if (std::exchange(tick_due_, false)) {
        tick();
    }
}

void site::drain(std::function<void()> done)
{
    drained_ = std::move(done);
    need_commit();
}

void site::finish_drain()
{
    if (drained_ && rounds_.is_all_durable() && held_back_.empty() && !rounds_.has_certain()) {
        std::exchange(drained_, nullptr)();
    }
}

} // namespace motcua::runtime
