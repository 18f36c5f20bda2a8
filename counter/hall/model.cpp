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
    state_.office_en = e.name_en;
    refused_ = false;
    ++revision_;
}

void model::on(const device_refused&, moment now)
{
    refused_ = true;
    on(ticked{}, now);
}

void model::on(const connection_changed& e, moment now)
{
    connected_ = e.connected;
    refused_ = false;
    on(ticked{}, now);
}

void model::on(const board_arrived& e, moment now)
{
    anchor_ = anchor{e.time, now};
    heard_ = now;
    state_.services = e.services;
    auto calls = e.calling;
    std::stable_sort(calls.begin(), calls.end(),
                     [](const call& a, const call& b) { return a.called_at < b.called_at; });
    state_.is_calling = state_.large && std::ranges::count(calls, state_.large->number, &call::number) > 0;
    for (const auto& c : calls) {
        if (is_announced(c)) continue;
        // One by one they would be called long after they were: only the newest may still be news.
        if (&c == &calls.back() && is_news(c, now))
            line_up(c);
        else
            miss(c);
    }
    ++revision_;
    on(ticked{}, now);
}

void model::on(const called& e, moment now)
{
    // Called again while it is large: it stays so for as long as a new one would.
    if (state_.large == e.call) {
        large_since_ = now;
        state_.is_calling = true;
        ++revision_;
    } else if (is_announced(e.call) || is_news(e.call, now)) {
        line_up(e.call); // A recall keeps the time of its call, however old.
    } else {
        miss(e.call);
    }
    on(ticked{}, now);
}

void model::on(const ended& e, moment now)
{
    if (state_.large && state_.large->number == e.number && state_.is_calling) {
        state_.is_calling = false;
        ++revision_;
    }
    // Who came before the call had its turn need not be called any more.
    const auto early = std::ranges::find(pending_, e.number, &call::number);
    if (early != pending_.end()) {
        put_past(*early);
        pending_.erase(early);
        ++revision_;
    }
    on(ticked{}, now);
}

void model::on(const ticked&, moment now)
{
    step(now);
    if (connected_) heard_ = now;
    judge(now);
    if (!anchor_) return;
    using std::chrono::floor, std::chrono::minutes;
    const auto time = anchor_->time + floor<std::chrono::seconds>(now - anchor_->at);
    if (!state_.time || floor<minutes>(*state_.time) != floor<minutes>(time)) ++revision_;
    state_.time = time;
    const auto turn = static_cast<std::size_t>((now - anchor_->at) / limits::message);
    if (turn != state_.turn) ++revision_;
    state_.turn = turn;
}

bool model::is_announced(const call& c) const
{
    return std::find(announced_.begin(), announced_.end(), c) != announced_.end();
}

/// Whether `c` was made so lately that it is announced though nobody saw it happen.
bool model::is_news(const call& c, moment now) const
{
    return !anchor_ || c.called_at + limits::call_news > anchor_->time + (now - anchor_->at);
}

void model::remember(const call& c)
{
    if (!is_announced(c)) announced_.push_back(c);
    if (announced_.size() > limits::calls_announced) announced_.pop_front();
}

/// Gives a call its turn; a number has one at a time.
void model::line_up(const call& c)
{
    remember(c);
    std::erase_if(pending_, [&](const call& p) { return p.number == c.number; });
    pending_.push_back(c);
    if (pending_.size() > limits::calls_pending) {
        put_past(pending_.front());
        pending_.pop_front();
    }
}

/// Takes a call that was made while the board did not watch: a row, without a turn.
void model::miss(const call& c)
{
    remember(c);
    // A number of before, that is called no more, is not the last one any longer.
    if (state_.large && !state_.is_calling) {
        put_past(*state_.large);
        state_.large.reset();
    }
    put_past(c);
    ++revision_;
}

/// The next call becomes large once the present one was seen long enough.
void model::step(moment now)
{
    if (pending_.empty() || (state_.large && now < large_since_ + limits::call_shown)) return;
    if (state_.large) put_past(*state_.large);
    state_.large = pending_.front();
    state_.is_calling = true;
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

/// How far what is shown can be trusted now, and since when it is what it is.
void model::judge(moment now)
{
    auto trust = trust::fresh;
    if (refused_)
        trust = trust::refused;
    else if (!connected_ && anchor_ && now >= heard_ + limits::stale)
        trust = trust::stale;
    else if (!connected_ && (anchor_ || !state_.office.empty()))
        trust = trust::away;
    else if (!anchor_)
        trust = trust::starting;
    if (trust != state_.trust) ++revision_;
    state_.trust = trust;
    if (anchor_)
        state_.known_at = anchor_->time + std::chrono::floor<std::chrono::seconds>(heard_ - anchor_->at);
}

} // namespace motcua::counter::hall
