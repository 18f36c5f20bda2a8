#include "counter/board/model.hpp"
#include "counter/limits.hpp"

#include <algorithm>

namespace motcua::counter::board {

void model::handle(const event& e, moment now)
{
    if (!heard_) {
        heard_ = now;
    }
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
    state_.counters = e.counters;
    end_all_but(e.calling);
    auto calls = e.calling;
    std::stable_sort(calls.begin(), calls.end(),
                     [](const call& a, const call& b) { return a.called_at < b.called_at; });
    for (const auto& c : calls) {
        // One by one they would be called long after they were: only the newest may still be news.
        if (is_known(c)) {
            continue;
        }
        if (&c == &calls.back() && is_news(c, now)) {
            line_up(c, now);
        } else {
            take(c);
        }
    }
    ++revision_;
    on(ticked{}, now);
}

void model::on(const called& e, moment now)
{
    // A recall keeps the time of its call, however old.
    if (is_known(e.call) || is_news(e.call, now)) {
        line_up(e.call, now);
    } else {
        take(e.call);
    }
    on(ticked{}, now);
}

void model::on(const ended& e, moment now)
{
    end(e.number);
    on(ticked{}, now);
}

void model::on(const ticked&, moment now)
{
    step(now);
    if (connected_) {
        heard_ = now;
    }
    judge(now);
    if (!anchor_) {
        return;
    }
    using std::chrono::floor, std::chrono::minutes;
    const auto time = anchor_->time + floor<std::chrono::seconds>(now - anchor_->at);
    if (!state_.time || floor<minutes>(*state_.time) != floor<minutes>(time)) {
        ++revision_;
    }
    state_.time = time;
    const auto turn = static_cast<std::size_t>((now - anchor_->at) / limits::message);
    if (turn != state_.turn) {
        ++revision_;
    }
    state_.turn = turn;
}

/// Whether the board shows `c` as called, large or in a row.
bool model::is_known(const call& c) const
{
    return (state_.is_calling && state_.large == c) ||
           std::ranges::any_of(state_.rows, [&](const row& r) { return r.is_calling && r.call == c; });
}

/// Whether `c` was made so lately that it is announced though nobody saw it happen.
bool model::is_news(const call& c, moment now) const
{
    return !anchor_ || c.called_at + limits::call_news > anchor_->time + (now - anchor_->at);
}

/// Gives a call, which is shown at once, its turn to be large; a number has one at a time.
void model::line_up(const call& c, moment now)
{
    take(c);
    // What is large stays so for as long as a new one would.
    if (state_.large == c) {
        turn_since_ = now;
        return;
    }
    std::erase_if(pending_, [&](const call& p) { return p.number == c.number; });
    pending_.push_back(c);
    if (pending_.size() > limits::calls_pending) {
        pending_.pop_front();
    }
}

/// Shows a call where its number stands already, or in a row.
void model::take(const call& c)
{
    ++revision_;
    if (!state_.large || state_.large->number != c.number) {
        return put_row(c, true);
    }
    state_.large = c;
    state_.is_calling = true;
    tidy_rows();
}

/// Takes that `number` is called no more. Who came before the call had its turn need not be called any more.
void model::end(const std::string& number)
{
    std::erase_if(pending_, [&](const call& p) { return p.number == number; });
    if (state_.is_calling && state_.large->number == number) {
        state_.is_calling = false;
        ++revision_;
    }
    const auto shown = std::ranges::find_if(
        state_.rows, [&](const row& r) { return r.is_calling && r.call.number == number; });
    if (shown == state_.rows.end()) {
        return;
    }
    put_row(call(shown->call), false);
    ++revision_;
}

/// Takes that `calling` are all the calls there are.
void model::end_all_but(const std::vector<call>& calling)
{
    std::vector<std::string> gone;
    const auto note = [&](const call& c) {
        if (std::ranges::find(calling, c.number, &call::number) == calling.end()) {
            gone.push_back(c.number);
        }
    };
    if (state_.large) {
        note(*state_.large);
    }
    for (const auto& r : state_.rows) {
        note(r.call);
    }
    std::ranges::for_each(gone, [&](const std::string& number) { end(number); });
}

/// Once what is large had its turn, the next call has it; while none awaits one, what is still called is
/// shown.
void model::step(moment now)
{
    const auto turn = state_.is_calling || pending_.empty() ? limits::call_shown : limits::ended_shown;
    if (turn_since_ && now < *turn_since_ + turn) {
        return;
    }
    if (!pending_.empty()) {
        const auto next = pending_.front();
        pending_.pop_front();
        show(next);
        turn_since_ = now;
    } else if (const auto newest = unannounced()) {
        show(*newest);
        turn_since_.reset();
    }
}

/// The newest of the rows when it says more than what is large: a number that is called no more, or an older
/// one that had no turn either.
std::optional<call> model::unannounced() const
{
    if (state_.rows.empty() || !state_.rows.front().is_calling) {
        return {};
    }
    const auto& newest = state_.rows.front().call;
    if (state_.is_calling && (turn_since_ || state_.large->called_at >= newest.called_at)) {
        return {};
    }
    return newest;
}

/// Makes a number of the rows large.
void model::show(const call& c)
{
    std::erase_if(state_.rows, [&](const row& r) { return r.call.number == c.number; });
    if (state_.large) {
        put_row(*state_.large, state_.is_calling);
    }
    state_.large = c;
    state_.is_calling = true;
    tidy_rows();
    ++revision_;
}

void model::put_row(const call& c, bool is_calling)
{
    std::erase_if(state_.rows, [&](const row& r) { return r.call.number == c.number; });
    state_.rows.insert(state_.rows.begin(), {c, is_calling});
    tidy_rows();
}

/// Numbers that are called stand before those that were, each latest first. Whose counter called again is
/// with it no more.
void model::tidy_rows()
{
    auto& rows = state_.rows;
    std::vector<std::string> busy;
    if (state_.is_calling) {
        busy.push_back(state_.large->counter);
    }
    for (const auto& r : rows) {
        if (r.is_calling) {
            busy.push_back(r.call.counter);
        }
    }
    std::erase_if(rows, [&](const row& r) {
        return !r.is_calling && std::ranges::find(busy, r.call.counter) != busy.end();
    });
    std::ranges::stable_sort(rows, [](const row& a, const row& b) {
        if (a.is_calling != b.is_calling) {
            return a.is_calling;
        }
        return a.call.called_at > b.call.called_at;
    });
    const auto calling = static_cast<std::size_t>(std::ranges::count(rows, true, &row::is_calling));
    const auto kept = std::clamp(calling, limits::calls_past, limits::calls_now);
    if (rows.size() > kept) {
        rows.resize(kept);
    }
}

/// How far what is shown can be trusted now, and since when it is what it is.
void model::judge(moment now)
{
    auto trust = trust::fresh;
    if (refused_) {
        trust = trust::refused;
    } else if (!connected_ && anchor_ && now >= *heard_ + limits::stale) {
        trust = trust::stale;
    } else if (!connected_ && (anchor_ || !state_.office.empty() || now >= *heard_ + limits::start)) {
        trust = trust::away;
    } else if (!anchor_) {
        trust = trust::starting;
    }
    if (trust != state_.trust) {
        ++revision_;
    }
    state_.trust = trust;
    if (anchor_) {
        state_.known_at = anchor_->time + std::chrono::floor<std::chrono::seconds>(*heard_ - anchor_->at);
    }
}

} // namespace motcua::counter::board
