#include "client/device_reports.hpp"

#include <chrono>

namespace motcua::client {

void device_reports::start(std::string token)
{
    server_.use_token(std::move(token));
    facts_.version = base::text<0, 64>(MOTCUA_VERSION);
    started_ = server_.clock().now();
    report();
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
                pause_ = server_.clock().after(limits::report_pace, [this] { report(); });
            }
        },
        request_options{.deadline = limits::report_deadline});
}

} // namespace motcua::client
