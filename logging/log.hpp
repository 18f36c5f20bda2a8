#pragma once
// The log of a program: plain lines on the standard error, which systemd hands to its journal.

#include "logging/line_limit.hpp"

#include <functional>
#include <memory>
#include <string_view>

namespace spdlog {
class logger;
}

namespace motcua::logging {

/// For one thread. A line has a time, a level, a kind and a text, without colours; where the standard error
/// is the journal of systemd, which knows the time, `<4>` stands for the level (sd-daemon(3)). The
/// environment variable SPDLOG_LEVEL shows more or less than `info`.
class log
{
public:
    using clock = std::function<line_limit::time()>;
    /// Gets each line that is written.
    using sink = std::function<void(level level, std::string_view text)>;

    /// To the standard error.
    log();
    /// To `sink`, by `clock`: for tests.
    log(sink a_sink, clock a_clock);
    log(const log&) = delete;
    log& operator=(const log&) = delete;

    /// Writes the line unless too many of its kind came before (line_limit). A control character becomes `?`,
    /// so that a text can neither begin another line nor steer a terminal. Never holds a token or a password:
    /// its callers see to that.
    void write(const line& line);

    /// Reports the lines that were left out in the windows that are over. Once a second.
    void tick();

    /// Reports all lines that were left out. Before the end.
    void finish();

private:
    void report_left_out(line_limit::time now);
    void put(level level, kind kind, std::string_view text);

    std::shared_ptr<spdlog::logger> output_;
    sink sink_;
    clock clock_;
    line_limit limit_;
};

} // namespace motcua::logging
