// What a site does by itself: it restores its state, follows the clock, turns the day, and tends the store.

#include "base/require.hpp"
#include "base/timestamp.hpp"
#include "server/runtime/recovery.hpp"
#include "server/runtime/site.hpp"

#include <algorithm>

namespace motcua::runtime {

using base::require;

namespace {

/// In UTC, as everything in the log.
std::string jump_text(const clock_jump& jump)
{
    const auto text = [](instant at) {
        return base::format_timestamp({.at = std::chrono::floor<std::chrono::seconds>(at), .offset = {}});
    };
    return "the clock jumped from " + text(jump.before) + " to " + text(jump.after);
}

} // namespace

journal::result<void> site::start()
{
    auto restored = restore();
    available_ = restored.has_value();
    return restored;
}

journal::result<void> site::restore()
{
    const auto begun = machine_.steady();
    auto found = recover(store_);
    if (!found) {
        log_.write(log_level::error, log_kind::recovery_failed, begun,
                   [&] { return "the state cannot be read from the store: " + found.error().detail; });
        return found.error();
    }
    state_ = std::move(found->state);
    forecasts_.forget();
    snapshot_seq_ = found->snapshot_seq;
    rounds_.restart(state_.seq());
    follow_zone();
    if (!clock_) {
        const auto last = state_.seq() == 0 ? std::nullopt : std::optional{state_.last_event_at()};
        clock_.emplace(machine_.read(), last);
    }
    readable_ = true;
    const auto ended = machine_.steady();
    if (!found->snapshot_skipped.empty()) {
        log_.write(log_level::warning, log_kind::snapshot_skipped, ended,
                   [&] { return "the snapshot is not used: " + found->snapshot_skipped; });
    }
    if (!failed_at_) {
        log_.write(log_level::info, log_kind::started, ended, [&] {
            return "recovered up to event " + std::to_string(state_.seq()) + " in " +
                   std::to_string((ended - begun).count() / 1000) +
                   " ms: " + std::to_string(found->replayed) + " events after the snapshot at " +
                   std::to_string(found->snapshot_seq);
        });
    }
    if (observer_ != nullptr) {
        observer_->rebuilt(state_);
    }
    return {};
}

void site::report_recovery()
{
    const auto now = machine_.steady();
    log_.write(log_level::info, log_kind::recovered, now, [&] {
        const auto lasted = std::chrono::ceil<std::chrono::seconds>(now - *failed_at_);
        return "changes are accepted again after " + std::to_string(lasted.count()) + " s, from event " +
               std::to_string(state_.seq()) + " on";
    });
    failed_at_.reset();
}

void site::tick()
{
    if (holds_back()) {
        tick_due_ = true;
        return;
    }
    if (!available_) {
        if (const auto written = store_.probe(); !written) {
            return note(written);
        }
        if (const auto started = start(); !started) {
            return note(started);
        }
        if (failed_at_) {
            report_recovery();
        }
    }
    follow_clock();
    turn_day(now());
    tend_appointments(now());
    if (!rounds_.is_open_empty()) {
        need_commit();
    }
    quiet_second_ = state_.seq() - seq_at_tick_ <= quiet_second_events_max;
    seq_at_tick_ = state_.seq();
    upkeep_due_ = state_.seq() > 0;
    if (upkeep_due_ && rounds_.is_all_durable()) {
        tend_store();
    }
}

void site::take_over(const clock_jump& jump, const std::string& actor)
{
    log_.write(log_level::warning, log_kind::clock_jumped, machine_.steady(), [&] {
        return jump_text(jump) + (actor == "site" ? ": accepted" : ": accepted, confirmed by staff");
    });
    if (state_.seq() > 0) {
        take_over(domain::clock_anchored{jump.before, jump.after}, jump.after, actor, std::nullopt);
    }
}

void site::turn_day(instant at)
{
    if (state_.seq() == 0) {
        return;
    }
    auto decided = domain::decide(state_, domain::turn_day{},
                                  {.now = at, .actor = "site", .counter = {}, .staff = {}, .zone = &zone_});
    if (!decided || decided->empty()) {
        return;
    }
    const auto tickets = state_.tickets().size();
    const auto day = state_.day();
    for (auto& body : *decided) {
        take_over(std::move(body), at, "site", std::nullopt);
    }
    if (state_.day() == day) {
        return;
    }
    log_.write(log_level::info, log_kind::day_turned, machine_.steady(), [&] {
        return "the business day is " + (state_.day() ? base::format_day({*state_.day()}) : "none") +
               "; the day before had " + std::to_string(tickets) + " tickets";
    });
}

/// What time alone does to appointments: holds expire, and people do not come.
void site::tend_appointments(instant at)
{
    if (state_.seq() == 0) {
        return;
    }
    auto decided = domain::decide(state_, domain::tend_appointments{},
                                  {.now = at, .actor = "site", .counter = {}, .staff = {}, .zone = &zone_});
    if (!decided) {
        return;
    }
    for (auto& body : *decided) {
        take_over(std::move(body), at, "site", std::nullopt);
    }
}

/// A zone that the system no longer knows must not stop a hall: it goes on with the offset of its last event.
void site::follow_zone()
{
    const auto& name = state_.settings().time_zone;
    if (state_.seq() == 0 || name == zone_.name) {
        return;
    }
    if (auto found = zones_(name)) {
        zone_ = *std::move(found);
        return;
    }
    zone_ = domain::fixed_zone(state_.utc_offset());
    zone_.name = name;
    log_.write(log_level::error, log_kind::zone_unknown, machine_.steady(), [&] {
        return "there is no time zone " + name + " any more: local time keeps its present offset";
    });
}

void site::follow_clock()
{
    const auto reading = machine_.read();
    clock_synchronised_ = reading.synchronised;
    const bool was_doubtful = clock_->doubtful();
    const auto before = clock_->now(reading);
    const auto jump = clock_->check(reading);
    if (jump) {
        take_over(*jump, "site");
    } else if (clock_->doubtful() && !was_doubtful) {
        log_.write(log_level::warning, log_kind::clock_doubtful, reading.steady, [&] {
            return jump_text({.before = before, .after = reading.system}) +
                   ": doubtful, not followed until the clock is synchronised or confirmed";
        });
    }
}

/// Must run while all that the state holds is durable: what is forgotten by an event that is not may be
/// remembered again.
void site::tend_store()
{
    require(state_is_durable() && state_.seq() == rounds_.durable_seq(),
            "the store is tended while nothing waits to be stored");
    upkeep_due_ = false;
    note(store_.forget_answers(state_.keys_begin()));
    if (!available_) {
        return;
    }
    // A snapshot costs what the state holds: of a very long day they are taken further apart.
    const auto between = std::max(snapshot_every_, static_cast<std::int64_t>(state_.tickets().size()));
    if (state_.seq() - snapshot_seq_ >= between) {
        take_snapshot();
    } else if (quiet_second_) {
        note(store_.tidy());
    }
}

void site::take_snapshot()
{
    require(state_.seq() > snapshot_seq_, "a snapshot is newer than the one before");
    const auto saved = save_snapshot(store_, state_);
    if (saved) {
        snapshot_seq_ = state_.seq();
    } else {
        log_.write(log_level::warning, log_kind::snapshot_skipped, machine_.steady(), [&] {
            return "no snapshot at event " + std::to_string(state_.seq()) + ": " + saved.error().detail;
        });
    }
    note(saved);
}

void site::note(const journal::result<void>& tended)
{
    // A failed clean-up concerns no request; the next tick tries again.
    if (!tended && only_restart_helps(tended.error().what)) {
        fail(tended.error());
    }
}

} // namespace motcua::runtime
