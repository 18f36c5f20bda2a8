#include "server/domain/forecast/forecast_memory.hpp"

#include "server/domain/forecast/limits.hpp"
#include "server/domain/site_state.hpp"

#include <algorithm>

namespace motcua::domain {

namespace {

bool calls(const counter& at, const service_code& code)
{
    return at.state == counter_state::open && std::ranges::count(at.services, code) > 0;
}

/// Whether somebody for `other` keeps a newcomer for `mine` waiting: every counter that calls them may call
/// the other first. Where one may not, it goes on with `mine`, however many come for `other`.
bool delays(const site_state& state, const service_code& other, const service_code& mine)
{
    if (other == mine) {
        return true;
    }
    bool is_called = false;
    for (const auto& at : state.counters()) {
        if (calls(at, mine) && !calls(at, other)) {
            return false;
        }
        is_called = is_called || calls(at, mine);
    }
    return is_called;
}

/// What a newcomer waits longer for one more ticket of this service before them.
seconds step_of(const site_state& state, const service_code& code)
{
    const auto open =
        std::ranges::count_if(state.counters(), [&](const counter& at) { return calls(at, code); });
    const auto* service = find_service(state.settings(), code);
    const auto turn = service == nullptr ? milliseconds{} : state.known().usual_turn(*service);
    return std::chrono::round<seconds>(turn / std::max<std::ptrdiff_t>(open, 1));
}

void lengthen(forecast& promise, seconds by)
{
    for (auto* each : {&promise.from, &promise.expected, &promise.to}) {
        if (*each) {
            **each += by;
        }
    }
}

} // namespace

const forecasts& forecast_memory::shared(const site_state& state, const forecast_moment& moment)
{
    const auto second = std::chrono::floor<seconds>(moment.now);
    if (shared_seq_ == state.seq() && shared_second_ == second) {
        return shared_;
    }
    if (second != shared_second_) {
        const auto passed = std::max<std::int64_t>((second - shared_second_) / seconds{1}, 1);
        shared_left_ =
            static_cast<int>(std::min<std::int64_t>(shared_left_ + passed, shared_forecasts_at_once));
        shared_second_ = second;
    }
    if (shared_left_ == 0) {
        return shared_;
    }
    --shared_left_;
    shared_ = forecast_all(state, moment);
    shared_seq_ = state.seq();
    return shared_;
}

bool forecast_memory::is_flooded(instant now)
{
    const auto second = std::chrono::floor<seconds>(now);
    if (second != promise_second_) {
        promise_second_ = second;
        promises_left_ = fresh_promises_per_second;
    }
    return promises_left_ == 0;
}

/// The promise of another ticket of this flood, brought up to the last one; null where something else than
/// tickets came since.
forecast_memory::kept* forecast_memory::find(const site_state& state, const newcomer& who, instant now)
{
    const auto head_start = now - who.due;
    const auto found = std::ranges::find_if(kept_, [&](const kept& each) {
        return each.service == who.service && each.head_start == head_start;
    });
    if (found == kept_.end()) {
        return nullptr;
    }
    const bool only_issues = state.seq() - found->seq == state.last_ticket() - found->last_ticket;
    if (!only_issues || now < found->at || now - found->at >= promise_kept) {
        kept_.erase(found);
        return nullptr;
    }
    for (auto next = found->last_ticket + 1; next <= state.last_ticket(); ++next) {
        const auto& newer = state.at(ticket_id{next});
        if (newer.due <= who.due && delays(state, newer.service, who.service)) {
            lengthen(found->promise, step_of(state, newer.service));
        }
    }
    found->seq = state.seq();
    found->last_ticket = state.last_ticket();
    return &*found;
}

forecast forecast_memory::promise(const site_state& state, const newcomer& who, const forecast_moment& moment)
{
    if (is_flooded(moment.now)) {
        if (const auto* other = find(state, who, moment.now)) {
            return other->promise;
        }
    } else {
        --promises_left_;
    }
    auto promise = forecast_of(state, who, moment);
    if (promises_left_ == 0) {
        if (kept_.size() == promises_kept_max) {
            kept_.clear();
        }
        kept_.push_back({.service = who.service,
                         .head_start = moment.now - who.due,
                         .promise = promise,
                         .at = moment.now,
                         .seq = state.seq(),
                         .last_ticket = state.last_ticket()});
    }
    return promise;
}

} // namespace motcua::domain
