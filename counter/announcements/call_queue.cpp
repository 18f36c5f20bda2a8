#include "counter/announcements/call_queue.hpp"
#include "counter/limits.hpp"

#include <algorithm>

namespace motcua::counter::announcements {
namespace {

/// Appends `number`; of too many the oldest gives way.
void push(std::deque<std::string>& line, const std::string& number)
{
    std::erase(line, number);
    line.push_back(number);
    if (line.size() > limits::calls_pending) {
        line.pop_front();
    }
}

std::string pop(std::deque<std::string>& line)
{
    auto first = std::move(line.front());
    line.pop_front();
    return first;
}

} // namespace

call_queue::call_queue() : turn_(limits::call_shown) {}

void call_queue::add(const call& made, moment now)
{
    if (const auto* known = find(made)) {
        if (made.times > known->times) {
            repeat(made, now);
        }
    } else {
        drop(made.number);
        is_news(made, now) ? line_up(made) : take(made);
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
    auto known = announced_.others;
    if (announced_.large) {
        known.push_back(*announced_.large);
    }
    for (const auto& one : known) {
        if (std::ranges::none_of(calling, [&](const call& made) { return made.is_same(one); })) {
            drop(one.number);
        }
    }
    auto calls = calling;
    std::ranges::stable_sort(calls, {}, &call::called_at);
    for (const auto& made : calls) {
        if (find(made)) {
            continue;
        }
        // Announced one by one they would come long after they were made: only the newest may still be news.
        &made == &calls.back() && is_news(made, now) ? line_up(made) : take(made);
    }
    tick(now);
}

/// The same call as it is announced, large or beside; null when it is not.
const call* call_queue::find(const call& made) const
{
    if (announced_.large && announced_.large->is_same(made)) {
        return &*announced_.large;
    }
    const auto found =
        std::ranges::find_if(announced_.others, [&](const call& other) { return other.is_same(made); });
    return found == announced_.others.end() ? nullptr : &*found;
}

/// Whether the call is so recent that it is announced although nobody saw it happen.
bool call_queue::is_news(const call& made, moment now) const
{
    return !anchor_ || made.called_at + limits::call_news > anchor_->time + (now - anchor_->at);
}

/// A call that still awaits its first turn needs no other.
void call_queue::repeat(const call& made, moment now)
{
    if (announced_.large && announced_.large->is_same(made)) {
        announced_.large = made;
        announced_.recalled_at = now;
        recall_ends_ = now + turn_;
        ++announced_.turns;
        return;
    }
    std::ranges::replace_if(
        announced_.others, [&](const call& other) { return other.is_same(made); }, made);
    if (std::ranges::find(pending_, made.number) == pending_.end()) {
        push(recalled_, made.number);
    }
}

void call_queue::line_up(const call& made)
{
    take(made);
    push(pending_, made.number);
}

/// Shows a call beside the large one.
void call_queue::take(const call& made)
{
    auto& others = announced_.others;
    const auto older =
        std::ranges::find_if(others, [&](const call& other) { return other.called_at <= made.called_at; });
    others.insert(older, made);
    if (others.size() > limits::calls_now) {
        others.pop_back();
    }
}

void call_queue::drop(const std::string& number)
{
    std::erase(pending_, number);
    std::erase(recalled_, number);
    std::erase_if(announced_.others, [&](const call& other) { return other.number == number; });
    if (announced_.large && announced_.large->number == number) {
        announced_.large.reset();
        announced_.recalled_at.reset();
        turn_ends_.reset();
        recall_ends_.reset();
    }
}

/// The next call has its turn once that of the large one is over; while none awaits one, a number that is
/// called is shown.
void call_queue::tick(moment now)
{
    const bool is_first_over = !turn_ends_ || now >= *turn_ends_;
    const bool is_recall_over = !recall_ends_ || now >= *recall_ends_;
    if (is_first_over && !pending_.empty()) {
        if (!is_recall_over) {
            recalled_.push_front(announced_.large->number);
        }
        announce(pop(pending_));
        turn_ends_ = now + turn_;
        ++announced_.turns;
    } else if (is_first_over && is_recall_over && !recalled_.empty()) {
        announce(pop(recalled_));
        announced_.recalled_at = now;
        recall_ends_ = now + turn_;
        ++announced_.turns;
    } else if (const auto newest = unannounced()) {
        announce(*newest);
    }
}

/// The newest of the other calls when none is large, or an older one that had no turn either.
std::optional<std::string> call_queue::unannounced() const
{
    if (announced_.others.empty()) {
        return {};
    }
    const auto& newest = announced_.others.front();
    if (announced_.large && (turn_ends_ || recall_ends_ || announced_.large->called_at >= newest.called_at)) {
        return {};
    }
    return newest.number;
}

/// Makes one of the other calls large.
void call_queue::announce(const std::string& number)
{
    const auto chosen = std::ranges::find(announced_.others, number, &call::number);
    if (chosen == announced_.others.end()) {
        return; // of more calls than are shown
    }
    const call next = *chosen;
    announced_.others.erase(chosen);
    if (announced_.large) {
        take(*announced_.large);
    }
    announced_.large = next;
    announced_.recalled_at.reset();
    turn_ends_.reset();
    recall_ends_.reset();
}

} // namespace motcua::counter::announcements
