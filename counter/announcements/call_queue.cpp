#include "counter/announcements/call_queue.hpp"
#include "counter/limits.hpp"

#include <algorithm>

namespace motcua::counter::announcements {

void call_queue::add(const call& made, moment now)
{
    // A recall keeps the time of its call, however old.
    if (is_known(made) || is_news(made, now)) {
        line_up(made, now);
    } else {
        take(made);
    }
    tick(now);
}

void call_queue::end(const std::string& number, moment now)
{
    drop(number);
    tick(now);
}

void call_queue::replace(const std::vector<call>& calling, std::chrono::local_seconds time, moment now)
{
    anchor_ = anchor{time, now};
    drop_all_but(calling);
    auto calls = calling;
    std::ranges::stable_sort(calls, {}, &call::called_at);
    for (const auto& made : calls) {
        if (is_known(made)) {
            continue;
        }
        // Announced one by one they would come long after they were made: only the newest may still be news.
        if (&made == &calls.back() && is_news(made, now)) {
            line_up(made, now);
        } else {
            take(made);
        }
    }
    tick(now);
}

/// Whether `made` is announced as called, large or in a row.
bool call_queue::is_known(const call& made) const
{
    return (announced_.is_calling && announced_.large == made) ||
           std::ranges::any_of(announced_.rows,
                               [&](const row& one) { return one.is_calling && one.call == made; });
}

/// Whether the call is so recent that it is announced although nobody saw it happen.
bool call_queue::is_news(const call& made, moment now) const
{
    return !anchor_ || made.called_at + limits::call_news > anchor_->time + (now - anchor_->at);
}

/// Gives a call, which is in the rows at once, its turn to be large; a number has one at a time.
void call_queue::line_up(const call& made, moment now)
{
    take(made);
    // The large call stays for the time of a new one.
    if (announced_.large == made) {
        begin_turn(now);
        return;
    }
    std::erase_if(pending_, [&](const call& other) { return other.number == made.number; });
    pending_.push_back(made);
    if (pending_.size() > limits::calls_pending) {
        pending_.pop_front();
    }
}

void call_queue::begin_turn(moment now)
{
    turn_since_ = now;
    ++announced_.turns;
}

/// Shows a call where its number stands already, or in a row.
void call_queue::take(const call& made)
{
    if (!announced_.large || announced_.large->number != made.number) {
        return put_row(made, true);
    }
    announced_.large = made;
    announced_.is_calling = true;
    tidy_rows();
}

/// Marks `number` as no longer called. A visitor who came before the turn of the call needs no turn.
void call_queue::drop(const std::string& number)
{
    std::erase_if(pending_, [&](const call& other) { return other.number == number; });
    if (announced_.is_calling && announced_.large->number == number) {
        announced_.is_calling = false;
    }
    const auto shown = std::ranges::find_if(
        announced_.rows, [&](const row& one) { return one.is_calling && one.call.number == number; });
    if (shown == announced_.rows.end()) {
        return;
    }
    put_row(call(shown->call), false);
}

/// Marks every number as no longer called that is not among `calling`.
void call_queue::drop_all_but(const std::vector<call>& calling)
{
    std::vector<std::string> gone;
    const auto note = [&](const call& made) {
        if (std::ranges::find(calling, made.number, &call::number) == calling.end()) {
            gone.push_back(made.number);
        }
    };
    if (announced_.large) {
        note(*announced_.large);
    }
    for (const auto& one : announced_.rows) {
        note(one.call);
    }
    std::ranges::for_each(gone, [&](const std::string& number) { drop(number); });
}

/// When the turn of the large call is over, the next call has its turn; while none awaits one, a number that
/// is still called is shown.
void call_queue::tick(moment now)
{
    const auto turn = announced_.is_calling || pending_.empty() ? limits::call_shown : limits::ended_shown;
    if (turn_since_ && now < *turn_since_ + turn) {
        return;
    }
    if (!pending_.empty()) {
        const auto next = pending_.front();
        pending_.pop_front();
        announce(next);
        begin_turn(now);
    } else if (const auto newest = unannounced()) {
        announce(*newest);
        turn_since_.reset();
    }
}

/// The newest row when it says more than the large call: that one is no longer called, or it is older and had
/// no turn either.
std::optional<call> call_queue::unannounced() const
{
    if (announced_.rows.empty() || !announced_.rows.front().is_calling) {
        return {};
    }
    const auto& newest = announced_.rows.front().call;
    if (announced_.is_calling && (turn_since_ || announced_.large->called_at >= newest.called_at)) {
        return {};
    }
    return newest;
}

/// Makes a number of the rows large.
void call_queue::announce(const call& next)
{
    std::erase_if(announced_.rows, [&](const row& one) { return one.call.number == next.number; });
    if (announced_.large) {
        put_row(*announced_.large, announced_.is_calling);
    }
    announced_.large = next;
    announced_.is_calling = true;
    tidy_rows();
}

void call_queue::put_row(const call& made, bool is_calling)
{
    std::erase_if(announced_.rows, [&](const row& one) { return one.call.number == made.number; });
    announced_.rows.insert(announced_.rows.begin(), {made, is_calling});
    tidy_rows();
}

/// Numbers that are called stand before those that were, each latest first. A number whose counter called
/// another since is no longer shown.
void call_queue::tidy_rows()
{
    auto& rows = announced_.rows;
    std::vector<std::string> busy;
    if (announced_.is_calling) {
        busy.push_back(announced_.large->counter);
    }
    for (const auto& one : rows) {
        if (one.is_calling) {
            busy.push_back(one.call.counter);
        }
    }
    std::erase_if(rows, [&](const row& one) {
        return !one.is_calling && std::ranges::find(busy, one.call.counter) != busy.end();
    });
    std::ranges::stable_sort(rows, [](const row& left, const row& right) {
        if (left.is_calling != right.is_calling) {
            return left.is_calling;
        }
        return left.call.called_at > right.call.called_at;
    });
    const auto calling = static_cast<std::size_t>(std::ranges::count(rows, true, &row::is_calling));
    const auto kept = std::clamp(calling, limits::calls_past, limits::calls_now);
    if (rows.size() > kept) {
        rows.resize(kept);
    }
}

} // namespace motcua::counter::announcements
