#include "counter/hall/model.hpp"
#include "counter/limits.hpp"

#include <algorithm>

namespace motcua::counter::hall {

void model::handle(const event& e, moment now)
{
    std::visit([&](const auto& known) { on(known, now); }, e);
}

void model::on(const office_known& e, moment)
{
    state_.office = e.name;
    ++revision_;
}

void model::on(const board_arrived& e, moment now)
{
    anchor_ = anchor{e.time, now};
    state_.services = e.services;
    auto calls = e.calling;
    std::stable_sort(calls.begin(), calls.end(),
                     [](const call& a, const call& b) { return a.called_at < b.called_at; });
    for (const auto& c : calls)
        line_up(c);
    on(heard{}, now);
    ++revision_;
}

void model::on(const called& e, moment now)
{
    line_up(e.call);
    on(heard{}, now);
}

void model::on(const heard&, moment now)
{
    heard_ = now;
    on(ticked{}, now);
}

void model::on(const ticked&, moment now)
{
    step(now);
    const bool stale = !anchor_ || now >= heard_ + limits::stale;
    if (stale != state_.stale) ++revision_;
    state_.stale = stale;
    if (!anchor_) return;
    using std::chrono::floor, std::chrono::minutes;
    const auto time = anchor_->time + floor<std::chrono::seconds>(now - anchor_->at);
    if (!state_.time || floor<minutes>(*state_.time) != floor<minutes>(time)) ++revision_;
    state_.time = time;
}

bool model::known(const call& c) const
{
    return state_.large == c || std::find(state_.past.begin(), state_.past.end(), c) != state_.past.end() ||
           std::find(pending_.begin(), pending_.end(), c) != pending_.end();
}

/// A call that is new, or made again, gets its turn.
void model::line_up(const call& c)
{
    if (known(c)) return;
    std::erase_if(pending_, [&](const call& p) { return p.number == c.number; });
    pending_.push_back(c);
    if (pending_.size() > limits::calls_pending) {
        put_past(pending_.front());
        pending_.pop_front();
    }
}

/// The next call becomes large once the present one was seen long enough.
void model::step(moment now)
{
    if (pending_.empty() || (state_.large && now < large_since_ + limits::call_shown)) return;
    if (state_.large) put_past(*state_.large);
    state_.large = pending_.front();
    pending_.pop_front();
    std::erase_if(state_.past, [&](const call& p) { return p.number == state_.large->number; });
    large_since_ = now;
    ++revision_;
}

void model::put_past(const call& c)
{
    std::erase_if(state_.past, [&](const call& p) { return p.number == c.number; });
    state_.past.insert(state_.past.begin(), c);
    if (state_.past.size() > limits::calls_past) state_.past.pop_back();
}

} // namespace motcua::counter::hall
