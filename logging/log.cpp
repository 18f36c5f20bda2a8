#include "logging/log.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <spdlog/pattern_formatter.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>
#include <sys/stat.h>
#include <unistd.h>

namespace motcua::logging {

namespace {

/// By logging::level.
constexpr std::array levels{spdlog::level::debug, spdlog::level::info, spdlog::level::warn,
                            spdlog::level::err, spdlog::level::critical};

/// `<4>` for a warning: the priority of a line by syslog(3), which sd-daemon(3) reads.
class priority_flag final : public spdlog::custom_flag_formatter
{
public:
    void format(const spdlog::details::log_msg& message, const std::tm&, spdlog::memory_buf_t& out) override
    {
        // trace, debug, info, warning, error, critical, off
        constexpr std::string_view priorities = "7764322";
        out.push_back('<');
        out.push_back(priorities[static_cast<std::size_t>(message.level)]);
        out.push_back('>');
    }

    std::unique_ptr<custom_flag_formatter> clone() const override
    {
        return std::make_unique<priority_flag>();
    }
};

/// Whether the standard error is the journal: JOURNAL_STREAM then names it as device:inode.
bool is_journal()
{
    const char* named = std::getenv("JOURNAL_STREAM");
    struct stat file
    {};
    return named != nullptr && fstat(STDERR_FILENO, &file) == 0 &&
           named == std::to_string(file.st_dev) + ":" + std::to_string(file.st_ino);
}

std::shared_ptr<spdlog::logger> standard_error()
{
    auto output =
        std::make_shared<spdlog::logger>("motcua", std::make_shared<spdlog::sinks::stderr_sink_mt>());
    auto formatter = std::make_unique<spdlog::pattern_formatter>();
    formatter->add_flag<priority_flag>('*');
    formatter->set_pattern(is_journal() ? "%*%v" : "%Y-%m-%dT%H:%M:%S%z %l %v");
    output->set_formatter(std::move(formatter));
    if (const char* shown = std::getenv("SPDLOG_LEVEL")) {
        output->set_level(spdlog::level::from_str(shown));
    }
    return output;
}

std::string printable(std::string_view text)
{
    std::string clean(text);
    std::ranges::replace_if(
        clean, [](char byte) { return static_cast<unsigned char>(byte) < 0x20 || byte == 0x7F; }, '?');
    return clean;
}

} // namespace

log::log() : output_(standard_error()), clock_(std::chrono::steady_clock::now)
{
    sink_ = [this](level level, std::string_view text) {
        output_->log(levels.at(static_cast<std::size_t>(level)), "{}", text);
    };
}

log::log(sink a_sink, clock a_clock) : sink_(std::move(a_sink)), clock_(std::move(a_clock)) {}

void log::write(const line& line)
{
    const bool is_hidden = output_ && !output_->should_log(levels.at(static_cast<std::size_t>(line.level)));
    if (!is_hidden && limit_.allows(line.kind, clock_())) {
        put(line.level, line.kind, line.text);
    }
}

void log::tick() { report_left_out(clock_()); }

void log::finish() { report_left_out(line_limit::time::max()); }

void log::report_left_out(line_limit::time now)
{
    for (const auto& [kind, lines] : limit_.ended(now)) {
        put(level::warning, kind, std::to_string(lines) + " more lines of this kind were left out");
    }
}

void log::put(level level, kind kind, std::string_view text)
{
    sink_(level, std::string(kind.name()) + ": " + printable(text));
}

} // namespace motcua::logging
