#include "server/runtime/site.hpp"

#include "base/json.hpp"
#include "server/journal/codec.hpp"

#include <algorithm>

namespace motcua::runtime {

namespace {

/// After these the process must open the store anew to learn what it holds. Out of order: another writer was
/// here, and what this one holds is no longer the site.
bool only_restart_helps(journal::fault what)
{
    using enum journal::fault;
    return what == lost || what == corrupt || what == out_of_order;
}

/// What a ticket printed offline is known by; none for any other command.
std::optional<journal::offline_number> offline_number_of(const domain::command& wanted)
{
    const auto* offline = std::get_if<domain::issue_offline_ticket>(&wanted);
    if (offline == nullptr) {
        return std::nullopt;
    }
    return journal::offline_number{offline->kiosk, offline->block, offline->number};
}

} // namespace

site::site(journal::journal& store, clock_source& clock, std::function<void()> at_end_of_round,
           std::function<void(const std::string&)> fatal, std::int64_t snapshot_every)
    : store_(store), machine_(clock), at_end_of_round_(std::move(at_end_of_round)), fatal_(std::move(fatal)),
      snapshot_every_(snapshot_every)
{}

journal::result<void> site::start()
{
    auto restored = restore();
    available_ = restored.has_value();
    return restored;
}

journal::result<void> site::restore()
{
    auto saved = store_.load_snapshot();
    if (!saved) {
        return saved.error();
    }
    domain::site_state restored;
    snapshot_seq_ = 0;
    if (*saved) {
        auto image = base::from_json<domain::site_image>((*saved)->body);
        // A snapshot of another version is no loss: the events tell the same.
        if (image) {
            restored = domain::site_state(*std::move(image));
            snapshot_seq_ = restored.seq();
        }
    }
    auto replayed =
        store_.replay(snapshot_seq_, [&](const domain::event& happened) { restored.apply(happened); });
    if (!replayed) {
        return replayed;
    }
    state_ = std::move(restored);
    const auto last = state_.seq() == 0 ? std::nullopt : std::optional{state_.last_event_at()};
    if (!clock_) {
        clock_.emplace(machine_.read(), last);
    }
    readable_ = true;
    if (observer_ != nullptr) {
        observer_->rebuilt(state_);
    }
    return {};
}

instant site::now() const
{
    // Two events of one microsecond, or one right after a restart, never run back.
    return std::max(clock_->now(machine_.steady()), state_.last_event_at());
}

void site::change(const domain::command& wanted, const caller& who, const answer_maker& answer,
                  std::function<void(outcome)> done)
{
    need_commit();
    const auto settle = [this, &done](outcome result) {
        waiting_.push_back({std::move(result), std::move(done)});
    };
    if (!available_) {
        return settle(unavailable{});
    }
    if (who.key) {
        if (auto known = answered_before(*who.key)) {
            return settle(*std::move(known));
        }
    }
    const auto offline = offline_number_of(wanted);
    if (offline) {
        if (auto known = answered_before(*offline)) {
            return settle(*std::move(known));
        }
    }
    const auto at = now();
    turn_day(at);
    auto decided = domain::decide(
        state_, wanted, {.now = at, .actor = who.actor, .counter = who.counter, .staff = who.staff});
    if (!decided) {
        return settle(decided.error());
    }
    const auto first = batch_.events.size();
    for (auto& body : *decided) {
        const bool last = &body == &decided->back();
        take_over(std::move(body), at, who.actor, last ? who.key : std::nullopt);
    }
    const auto happened = std::span<const domain::event>(batch_.events).subspan(first);
    auto made = answer(state_, happened);
    if (who.key && !happened.empty()) {
        batch_.answers.push_back({state_.seq(), made.status, made.body});
    }
    if (offline) {
        batch_.offline_answers.push_back({*offline, made.status, made.body});
    }
    settle(std::move(made));
}

std::optional<domain::refusal> site::refusal_of(const domain::command& wanted) const
{
    const domain::context asked{.now = now(), .actor = "site", .counter = {}, .staff = {}};
    // As change() does, on a state of its own.
    auto turned = state_;
    if (turned.seq() > 0) {
        if (auto day = domain::decide(turned, domain::turn_day{}, asked)) {
            for (auto& body : *day) {
                turned.apply({turned.seq() + 1, asked.now, asked.actor, std::nullopt, std::move(body)});
            }
        }
    }
    const auto decided = domain::decide(turned, wanted, asked);
    return decided ? std::nullopt : std::optional{decided.error()};
}

void site::confirm_clock(const std::string& actor, std::function<void(outcome)> done)
{
    need_commit();
    if (!available_) {
        return waiting_.push_back({unavailable{}, std::move(done)});
    }
    if (const auto jump = clock_->confirm(machine_.read())) {
        take_over(*jump, actor);
    }
    waiting_.push_back({reply{204, {}}, std::move(done)});
}

void site::read(std::function<void(const domain::site_state*)> look)
{
    if (batch_.empty()) {
        return look(readable_ ? &state_ : nullptr);
    }
    need_commit();
    looking_.push_back(std::move(look));
}

std::optional<outcome> site::answered_before(const domain::request_key& key)
{
    const auto* known = state_.find_key(key.key);
    if (known == nullptr) {
        return std::nullopt;
    }
    if (known->key.request != key.request) {
        return key_mismatch{};
    }
    const auto pending = std::ranges::find(batch_.answers, known->seq, &journal::answer::seq);
    if (pending != batch_.answers.end()) {
        return reply{pending->status, pending->body, true};
    }
    const auto stored = store_.find_answer(known->seq);
    if (!stored) {
        return unavailable{};
    }
    if (!*stored) {
        return answer_lost{};
    }
    return reply{(*stored)->status, (*stored)->body, true};
}

std::optional<outcome> site::answered_before(const journal::offline_number& number)
{
    const auto is_it = [&number](const journal::offline_answer& given) { return given.number == number; };
    const auto pending = std::ranges::find_if(batch_.offline_answers, is_it);
    if (pending != batch_.offline_answers.end()) {
        return reply{pending->status, pending->body, true};
    }
    const auto stored = store_.find_offline_answer(number);
    if (!stored) {
        return unavailable{};
    }
    if (!*stored) {
        return std::nullopt;
    }
    return reply{(*stored)->status, (*stored)->body, true};
}

void site::take_over(domain::event_body body, instant at, const std::string& actor,
                     const std::optional<domain::request_key>& key)
{
    const auto& happened = batch_.events.emplace_back(domain::event{
        .seq = state_.seq() + 1, .at = at, .actor = actor, .key = key, .body = std::move(body)});
    journal::apply_and_project(state_, happened, batch_.rows);
    if (observer_ != nullptr) {
        observer_->applied(happened, state_);
    }
}

void site::turn_day(instant at)
{
    if (state_.seq() == 0) {
        return;
    }
    auto decided =
        domain::decide(state_, domain::turn_day{}, {.now = at, .actor = "site", .counter = {}, .staff = {}});
    if (!decided) {
        return;
    }
    for (auto& body : *decided) {
        take_over(std::move(body), at, "site", std::nullopt);
    }
}

void site::follow_clock()
{
    const auto reading = machine_.read();
    clock_synchronised_ = reading.synchronised;
    if (const auto jump = clock_->check(reading)) {
        take_over(*jump, "site");
    }
}

void site::take_over(const clock_jump& jump, const std::string& actor)
{
    if (state_.seq() > 0) {
        take_over(domain::clock_anchored{jump.before, jump.after}, jump.after, actor, std::nullopt);
    }
}

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
    const auto let_out = [this](bool durable) {
        // Whoever is answered may ask again at once: that belongs to the next round.
        const auto looking = std::exchange(looking_, {});
        auto answered = std::exchange(waiting_, {});
        waiting_.reserve(answered.size());
        for (const auto& one : looking) {
            one(readable_ ? &state_ : nullptr);
        }
        for (auto& one : answered) {
            one.done(durable ? std::move(one.given) : outcome{unavailable{}});
        }
    };
    if (!available_ || batch_.empty()) {
        return let_out(available_);
    }
    const auto round = std::exchange(batch_, {});
    // The next round is likely to be as large.
    batch_.events.reserve(round.events.size());
    batch_.answers.reserve(round.answers.size());
    store_.append(round, [&](const journal::result<std::int64_t>& stored) {
        if (stored) {
            if (observer_ != nullptr) {
                observer_->durable(*stored);
            }
            let_out(true);
        } else {
            fail(stored.error());
            let_out(false);
        }
    });
}

void site::fail(const journal::journal_error& error)
{
    available_ = readable_ = false;
    if (only_restart_helps(error.what)) {
        return fatal_(error.detail);
    }
    // What was decided and not stored never happened; what was answered before can still be read.
    static_cast<void>(restore());
}

void site::note(const journal::result<void>& tended)
{
    // A failed clean-up is no fault of any request; the next tick tries again.
    if (!tended && only_restart_helps(tended.error().what)) {
        fail(tended.error());
    }
}

void site::tick()
{
    if (!available_) {
        if (const auto written = store_.probe(); !written) {
            return note(written);
        }
        if (const auto started = start(); !started) {
            return note(started);
        }
    }
    follow_clock();
    turn_day(now());
    if (!batch_.empty()) {
        need_commit();
    }
    if (state_.seq() > 0) {
        tend_store();
    }
    seq_at_tick_ = state_.seq();
}

void site::tend_store()
{
    // What is forgotten by an event that is not durable may be remembered again.
    if (!batch_.empty()) {
        return;
    }
    note(store_.forget_answers(state_.keys_begin()));
    // A snapshot costs what the state holds: of a very long day they are taken further apart.
    const auto between = std::max(snapshot_every_, static_cast<std::int64_t>(state_.tickets().size()));
    if (state_.seq() - snapshot_seq_ >= between) {
        take_snapshot();
    } else if (state_.seq() - seq_at_tick_ <= quiet_second_events_max) {
        note(store_.tidy());
    }
}

void site::take_snapshot()
{
    const auto saved = store_.save_snapshot({state_.seq(), base::to_json(state_.image())});
    if (saved) {
        snapshot_seq_ = state_.seq();
    }
    note(saved);
}

} // namespace motcua::runtime
