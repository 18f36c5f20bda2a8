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
    std::chrono::local_seconds called_at{};
    bool operator==(const call&) const = default;
};

/// A call beside the one that is announced.
struct row
{
    announcements::call call;
    /// It is still called.
    bool is_calling = false;
    bool operator==(const row&) const = default;
};

/// The call that is announced now, and those that were or will be.
struct announced_calls
{
    /// The call that is announced: shown large, or spoken. A number has one place, here or in the rows.
    std::optional<call> large;
    /// It is still called.
    bool is_calling = false;
    /// Every other number that is called now, then some that were; each latest first, each number once.
    std::vector<row> rows;
    /// Rises when the turn of a call begins, also when the large call is made again: a voice then speaks it.
    unsigned turns = 0;
    bool operator==(const announced_calls&) const = default;
};

/// Each call has a turn of limits::call_shown. Calls at the same moment take turns, oldest first; a number
/// that is called again takes its latest turn only; one that is no longer called gives its turn away.
class call_queue
{
public:
    /// The server reports a call, or the same call made again; after a pause it also reports what was missed.
    void add(const call& made, moment now);
    /// The server reports that a number is no longer called.
    void end(const std::string& number, moment now);
    /// The server reports every number that is called at `time` by the office's clock.
    void replace(const std::vector<call>& calling, std::chrono::local_seconds time, moment now);
    /// Time goes on: turns end and begin.
    void tick(moment now);

    const announced_calls& announced() const { return announced_; }

private:
    bool is_known(const call& made) const;
    bool is_news(const call& made, moment now) const;
    void line_up(const call& made, moment now);
    void begin_turn(moment now);
    void take(const call& made);
    void drop(const std::string& number);
    void drop_all_but(const std::vector<call>& calling);
    std::optional<call> unannounced() const;
    void announce(const call& next);
    void put_row(const call& made, bool is_calling);
    void tidy_rows();

    struct anchor
    {
        std::chrono::local_seconds time;
        moment at;
    };

    announced_calls announced_;
    /// The rows that await their turn, oldest first.
    std::deque<call> pending_;
    /// Since when the large call has its turn; a call from before the queue began has none.
    std::optional<moment> turn_since_;
    /// The office's time, as it came with the last `replace`.
    std::optional<anchor> anchor_;
};

} // namespace motcua::counter::announcements
