#include "server/runtime/site.hpp"

#include "base/require.hpp"
#include "server/journal/credential_rows.hpp"
#include "server/journal/person_rows.hpp"

#include <algorithm>

namespace motcua::runtime {

using base::require;

namespace {

/// What identifies a ticket printed offline; none for any other command.
std::optional<journal::offline_number> offline_number_of(const domain::command& wanted)
{
    const auto* offline = std::get_if<domain::issue_offline_ticket>(&wanted);
    if (offline == nullptr) {
        return std::nullopt;
    }
    return journal::offline_number{offline->kiosk, offline->block, offline->number};
}

template <class Answer>
reply replay_of(const Answer& first)
{
    return {.kind = first.kind, .body = first.body, .replayed = true};
}

} // namespace

site::site(journal::journal& store, clock_source& clock, std::function<void()> at_end_of_round,
           std::function<void(const std::string&)> fatal, std::int64_t snapshot_every, log_sink log,
           zone_source zones)
    : store_(store), machine_(clock), at_end_of_round_(std::move(at_end_of_round)), fatal_(std::move(fatal)),
      snapshot_every_(snapshot_every), log_(std::move(log)), zones_(std::move(zones))
{}

instant site::now() const
{
    // Two events of one microsecond, or one right after a restart, never run back.
    return std::max(clock_->now(machine_.steady()), state_.last_event_at());
}

void site::change(const domain::command& wanted, const caller& who, const answer_maker& answer,
                  std::function<void(outcome)> done)
{
    if (holds_back()) {
        held_back_.emplace_back(
            [this, wanted, who, answer, done = std::move(done)] { change(wanted, who, answer, done); });
        return;
    }
    need_commit();
    if (!available_) {
        return rounds_.wait(0, unavailable{}, std::move(done));
    }
    if (who.key) {
        if (auto known = answered_before(*who.key)) {
            return rounds_.wait(known->seq, std::move(known->given), std::move(done));
        }
    }
    const auto offline = offline_number_of(wanted);
    if (offline) {
        if (auto known = answered_before(*offline)) {
            return rounds_.wait(known->seq, std::move(known->given), std::move(done));
        }
    }
    const auto at = now();
    turn_day(at);
    std::optional<domain::time_zone> named;
    const auto* zone = &zone_;
    if (const auto* settings = std::get_if<domain::configure_site>(&wanted)) {
        named = zones_(settings->settings.time_zone);
        zone = named ? &*named : nullptr;
    }
    auto decided = domain::decide(state_, wanted,
                                  {.now = at,
                                   .actor = who.actor,
                                   .counter = who.counter,
                                   .staff = who.staff,
                                   .zone = zone,
                                   .forecasts = &forecasts_});
    if (!decided) {
        return rounds_.wait(state_.seq(), decided.error(), std::move(done));
    }
    auto& rows = rounds_.open();
    const auto first = rows.events.size();
    for (auto& body : *decided) {
        const bool last = &body == &decided->back();
        take_over(std::move(body), at, who.actor, last ? who.key : std::nullopt);
    }
    const auto happened = std::span<const domain::event>(rows.events).subspan(first);
    auto made = answer(state_, happened);
    require(made.erasable.empty() || !happened.empty(), "what is stored belongs to an event");
    for (auto& row : made.erasable) {
        row.seq = state_.seq();
        rows.erasable.emplace_back(std::move(row));
    }
    const auto& stored = made.stored_body ? *made.stored_body : made.given.body;
    if (who.key && !happened.empty()) {
        rows.answers.push_back({.seq = state_.seq(), .kind = made.given.kind, .body = stored});
    }
    if (offline) {
        require(!happened.empty(), "an offline ticket leaves an event, so that its answer is stored");
        rows.offline_answers.push_back({.number = *offline, .kind = made.given.kind, .body = stored});
    }
    rounds_.wait(state_.seq(), std::move(made.given), std::move(done));
}

void site::confirm_clock(const std::string& actor, std::function<void(outcome)> done)
{
    if (holds_back()) {
        held_back_.emplace_back([this, actor, done = std::move(done)] { confirm_clock(actor, done); });
        return;
    }
    need_commit();
    if (!available_) {
        return rounds_.wait(0, unavailable{}, std::move(done));
    }
    if (const auto jump = clock_->confirm(machine_.read())) {
        take_over(*jump, actor);
    }
    rounds_.wait(state_.seq(), reply{.kind = answer_kind::nothing, .body = {}}, std::move(done));
}

void site::read(std::function<void(const domain::site_state*)> look)
{
    if (rounds_.is_all_durable()) {
        return look(readable_ ? &state_ : nullptr);
    }
    looks_.push_back(std::move(look));
}

std::optional<site::earlier> site::answered_before(const domain::request_key& key)
{
    const auto* known = state_.find_key(key.key);
    if (known == nullptr) {
        return std::nullopt;
    }
    if (known->key.request != key.request) {
        return earlier{known->seq, key_mismatch{}};
    }
    if (const auto* pending = rounds_.find_answer(known->seq)) {
        return earlier{known->seq, replay_of(*pending)};
    }
    require(known->seq <= rounds_.durable_seq(), "a key that is not durable has its answer in a round");
    const auto stored = store_.find_answer(known->seq);
    if (!stored) {
        return earlier{0, unavailable{}};
    }
    if (!*stored) {
        return earlier{known->seq, answer_lost{}};
    }
    require((*stored)->seq == known->seq, "a key gets the answer to its own change");
    return earlier{known->seq, replay_of(**stored)};
}

std::optional<site::earlier> site::answered_before(const journal::offline_number& number)
{
    if (const auto pending = rounds_.find_offline_answer(number); pending.given != nullptr) {
        return earlier{pending.seq, replay_of(*pending.given)};
    }
    const auto stored = store_.find_offline_answer(number);
    if (!stored) {
        return earlier{0, unavailable{}};
    }
    if (!*stored) {
        return std::nullopt;
    }
    require((*stored)->number == number, "an offline ticket gets its own answer");
    return earlier{0, replay_of(**stored)};
}

void site::take_over(domain::event_body body, instant at, const std::string& actor,
                     const std::optional<domain::request_key>& key)
{
    require(state_.seq() == rounds_.last_seq(), "the state holds every event of the rounds and no other");
    const auto& happened = rounds_.open().events.emplace_back(domain::event{
        .seq = state_.seq() + 1, .at = at, .actor = actor, .key = key, .body = std::move(body)});
    auto before = journal::look_before(state_, happened);
    state_.apply(happened);
    journal::project(happened, std::move(before), state_, rounds_.open().rows);
    journal::erase_credentials(happened, rounds_.open().erasable);
    journal::erase_persons(happened, rounds_.open().erasable);
    require(state_.seq() == happened.seq, "an event that was applied is the last of the state");
    if (std::holds_alternative<domain::site_configured>(happened.body)) {
        follow_zone();
    }
    if (observer_ != nullptr) {
        observer_->applied(happened, state_);
    }
}

} // namespace motcua::runtime
