#pragma once
// The office's local time: as the server reports it, carried on by the steady clock. A window never shows the
// clock of its own machine, which nobody sets.

#include <chrono>
#include <optional>

namespace motcua::client {

/// A plain value without a thread of its own: a window's model holds one and passes in the moment. Without a
/// report it knows no time.
class office_clock
{
public:
    /// The monotonic clock; only differences matter.
    using moment = std::chrono::steady_clock::time_point;

    /// The server reported `time`, on the office's wall, and the report came at `now`. Replaces what was
    /// reported before, so that the error is the network's delay and never adds up.
    void set(std::chrono::local_seconds time, moment now) { report_ = report{time, now}; }

    /// The time on the office's wall at `now`, in whole seconds (cut); empty before the first report.
    std::optional<std::chrono::local_seconds> at(moment now) const
    {
        if (!report_) {
            return std::nullopt;
        }
        return report_->time + std::chrono::floor<std::chrono::seconds>(now - report_->at);
    }

    /// When the last report came; empty before the first.
    std::optional<moment> set_at() const
    {
        if (!report_) {
            return std::nullopt;
        }
        return report_->at;
    }

private:
    struct report
    {
        std::chrono::local_seconds time;
        moment at;
    };

    std::optional<report> report_;
};

/// Whether a screen that shows hours and minutes looks different at `before` and `after`.
inline bool shows_another_minute(std::optional<std::chrono::local_seconds> before,
                                 std::optional<std::chrono::local_seconds> after)
{
    using std::chrono::floor, std::chrono::minutes;
    if (!before || !after) {
        return before.has_value() != after.has_value();
    }
    return floor<minutes>(*before) != floor<minutes>(*after);
}

} // namespace motcua::client
