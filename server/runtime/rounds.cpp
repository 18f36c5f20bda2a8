#include "server/runtime/rounds.hpp"

#include "base/require.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace motcua::runtime {

using base::require;

namespace {

void clear(round& over)
{
    over.rows.clear();
    over.waiters.clear();
}

void append(std::vector<waiter>& to, std::vector<waiter>& from)
{
    if (to.empty()) {
        to.swap(from);
        return;
    }
    std::ranges::move(from, std::back_inserter(to));
    from.clear();
}

} // namespace

std::int64_t rounds::last_seq() const
{
    if (!is_open_empty()) {
        return open_.rows.events.back().seq;
    }
    return in_flight_ ? last_in_flight() : durable_seq_;
}

void rounds::wait(std::int64_t seq, outcome given, std::function<void(outcome)> done)
{
    require(seq <= last_seq(), "nobody waits for an event that has not happened");
    auto* waiters = &open_.waiters;
    if (seq <= durable_seq_) {
        waiters = &certain_;
    } else if (in_flight_ && seq <= last_in_flight()) {
        waiters = &flight_.waiters;
    }
    waiters->push_back({.given = std::move(given), .done = std::move(done)});
}

const journal::answer* rounds::find_answer(std::int64_t seq) const
{
    if (seq <= durable_seq_) {
        return nullptr;
    }
    const auto& holder = in_flight_ && seq <= last_in_flight() ? flight_ : open_;
    const auto found = std::ranges::lower_bound(holder.rows.answers, seq, {}, &journal::answer::seq);
    return found != holder.rows.answers.end() && found->seq == seq ? &*found : nullptr;
}

rounds::pending_offline_answer rounds::find_offline_answer(const journal::offline_number& number) const
{
    const auto is_it = [&number](const journal::offline_answer& given) { return given.number == number; };
    for (const auto* each : {&flight_, &open_}) {
        const auto found = std::ranges::find_if(each->rows.offline_answers, is_it);
        if (found != each->rows.offline_answers.end()) {
            return {.given = &*found, .seq = each->rows.events.back().seq};
        }
    }
    return {};
}

const journal::batch& rounds::launch()
{
    require(!in_flight_, "one round at a time is in flight");
    require(!is_open_empty(), "a round that is handed over has events");
    require(open_.rows.events.front().seq == durable_seq_ + 1, "a round begins after the last durable event");
    std::swap(open_, flight_);
    in_flight_ = true;
    require(is_open_empty() && open_.waiters.empty(), "a new round begins empty");
    return flight_.rows;
}

void rounds::land(std::int64_t seq)
{
    require(in_flight_, "only a round in flight lands");
    require(seq == last_in_flight(), "a round is stored up to its last event");
    in_flight_ = false;
    durable_seq_ = seq;
    append(certain_, flight_.waiters);
    clear(flight_);
    require(is_open_empty() || open_.rows.events.front().seq == durable_seq_ + 1,
            "the open round follows the one that landed");
}

std::size_t rounds::lose()
{
    const auto lost = flight_.waiters.size() + open_.waiters.size();
    for (auto* each : {&flight_, &open_}) {
        for (auto& one : each->waiters) {
            one.given = unavailable{};
        }
        append(certain_, each->waiters);
        clear(*each);
    }
    in_flight_ = false;
    return lost;
}

void rounds::restart(std::int64_t durable_seq)
{
    require(is_all_durable(), "a restored state has no round under way");
    require(open_.waiters.empty() && flight_.waiters.empty(), "nobody waits for a round that is gone");
    durable_seq_ = durable_seq;
}

void rounds::let_out()
{
    std::vector<waiter> leaving;
    leaving.swap(certain_);
    certain_.swap(spare_);
    for (auto& one : leaving) {
        one.done(std::move(one.given));
    }
    leaving.clear();
    spare_ = std::move(leaving);
}

} // namespace motcua::runtime
