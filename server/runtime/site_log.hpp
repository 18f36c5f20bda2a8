#pragma once
// What a site reports about itself: one line for each thing an operator should know, none of them about a
// person, and never a flood of them.

#include "server/runtime/limits.hpp"

#include <array>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace motcua::runtime {

enum class log_level
{
    info,
    warning,
    error
};

/// Gets one line without its end. Runs on the site's strand and must not use the site.
using log_sink = std::function<void(log_level, std::string_view)>;

enum class log_kind
{
    started,
    commit_failed,
    recovered,
    recovery_failed,
    clock_jumped,
    clock_doubtful,
    snapshot_skipped,
    day_turned,
    zone_unknown
};

/// Passes lines on to a sink: of each kind at most one per `log_pause`. The next line that passes says how
/// many did not.
class site_log
{
public:
    /// Without a sink it is silent, and no line is made.
    explicit site_log(log_sink sink) : sink_(std::move(sink)) {}

    /// `make_line` returns the line and runs only if that is passed on. `now` is of a clock that never runs
    /// back.
    template <class MakeLine>
    void write(log_level level, log_kind kind, std::chrono::microseconds now, MakeLine make_line)
    {
        if (sink_ && may_pass(kind, now)) {
            pass(level, kind, make_line());
        }
    }

private:
    struct history
    {
        std::optional<std::chrono::microseconds> written_at;
        std::size_t held_back = 0;
    };

    bool may_pass(log_kind kind, std::chrono::microseconds now);
    void pass(log_level level, log_kind kind, std::string line);

    log_sink sink_;
    std::array<history, static_cast<std::size_t>(log_kind::zone_unknown) + 1> kinds_{};
};

} // namespace motcua::runtime
