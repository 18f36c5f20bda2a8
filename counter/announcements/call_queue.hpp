#pragma once
// The queue of calls: which call is announced now, for how long, and which come next. Pure; the board, a sign
// and a voice announce from it, each in its own way.

#include <chrono>
#include <deque>
#include <optional>
#include <string>
#include <vector>

namespace motcua::counter::announcements {

/// The monotonic clock; only differences matter.
using moment = std::chrono::steady_clock::time_point;

/// A number that is called to a counter.
struct call
{
    std::string number;
    std::string counter;
    std::string service;
    /// A recall keeps the time of its call.
    std::chrono::local_seconds called_at{};
    /// How often it was called, as far as that is known.
    int times = 1;
    bool operator==(const call&) const = default;

    /// Whether `other` is this call, made as often or not.
    bool is_same(const call& other) const
    {
        return number == other.number && counter == other.counter && called_at == other.called_at;
    }
};

/// Every number that is called now, each once.
struct announced_calls
{
    /// The call that is announced: shown large, or spoken.
    std::optional<call> large;
    /// The other calls, latest first.
    std::vector<call> others;
    /// Rises when the turn of a call begins, also when the large call is made again: a voice then speaks it.
    unsigned turns = 0;
    /// When the turn of the large call began as one that is made again.
    std::optional<moment> recalled_at;
    bool operator==(const announced_calls&) const = default;
};

/// Each call has a turn, oldest first, and one that is made again another. A recall has its turn only while
/// no call awaits its first one: so a call waits for the calls before it, and for nothing else. A number that
/// is no longer called leaves at once, and with it its turn.
class call_queue
{
public:
    call_queue();

    /// The server reports a call, or the same call made again; after a pause it also reports what was missed.
    void add(const call& made, moment now);
    /// The server reports that a number is no longer called.
    void end(const std::string& number, moment now);
    /// The server reports every number that is called at `time` by the office's clock, but not how often.
    void replace(const std::vector<call>& calling, std::chrono::local_seconds time, moment now);
    /// Time goes on: turns end and begin.
    void tick(moment now);

    /// How long a turn is, from the next one on; limits::call_shown until then.
    void set_turn(std::chrono::seconds length) { turn_ = length; }

    const announced_calls& announced() const { return announced_; }

private:
    const call* find(const call& made) const;
    bool is_news(const call& made, moment now) const;
    void repeat(const call& made, moment now);
    void line_up(const call& made);
    void take(const call& made);
    void drop(const std::string& number);
    void announce(const std::string& number);
    std::optional<std::string> unannounced() const;

    struct anchor
    {
        std::chrono::local_seconds time;
        moment at;
    };

    announced_calls announced_;
    std::chrono::seconds turn_;
    /// The numbers among the other calls that await their first turn, and those that await one more; oldest
    /// first.
    std::deque<std::string> pending_;
    std::deque<std::string> recalled_;
    /// When the first turn of the large call ends; a call from before the queue began has none.
    std::optional<moment> turn_ends_;
    /// When that of its recall ends.
    std::optional<moment> recall_ends_;
    /// The office's time, as it came with the last `replace`.
    std::optional<anchor> anchor_;
};

} // namespace motcua::counter::announcements
