#include "client/device_reports.hpp"

#include <algorithm>
#include <chrono>
#include <utility>

namespace motcua::client {
namespace {

constexpr std::size_t error_bytes = 300;
using error_text = base::text<0, error_bytes>;

/// What a report takes of `text`: one line, and no half letter at its end.
error_text reported(std::string text)
{
    if (text.size() > error_bytes) {
        auto end = error_bytes;
        while (end > 0 && (text[end] & 0xC0) == 0x80) {
            --end;
        }
        text.resize(end);
    }
    std::ranges::replace_if(
        text,
        [](char letter) {
            return base::has_control_character({&letter, 1});
        },
        ' ');
    return error_text(std::move(text));
}

} // namespace

std::chrono::sys_seconds device_reports::machine_time()
{
    return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

void device_reports::start(std::string token)
{
    server_.use_token(std::move(token));
    facts_.version = base::text<0, 64>(MOTCUA_VERSION);
    started_ = server_.clock().now();
    compare_clocks();
}

void device_reports::error(const std::string& text) { facts_.last_error = reported(text); }

/// Beside the network's delay; a server without a time in its answer is not compared with.
void device_reports::compare_clocks()
{
    server_.send<protocol::identity>(
        verb::get, "/api/v1/whoami",
        [this](const answer<protocol::identity>& who) {
            if (who && who->time) {
                facts_.clock_offset_s = (machine_() - who->time->at).count();
                compared_ = server_.clock().now();
            }
            report();
        },
        request_options{.deadline = limits::report_deadline});
}

void device_reports::report()
{
    facts_.uptime_s =
        std::chrono::duration_cast<std::chrono::seconds>(server_.clock().now() - started_).count();
    server_.send<no_body>(
        verb::post, "/api/v1/devices/current/report", facts_,
        [this](const answer<no_body>& got) {
            const bool is_unknown = !got && (got.error().status == 404 || got.error().status == 405);
            if (!is_unknown) {
                wait_for_next();
            }
        },
        request_options{.deadline = limits::report_deadline});
}

void device_reports::wait_for_next()
{
    pause_ = server_.clock().after(limits::report_pace, [this] {
        const bool is_due = !compared_ || server_.clock().now() - *compared_ >= limits::clock_check;
        is_due ? compare_clocks() : report();
    });
}

} // namespace motcua::client
