#pragma once
// What a device reports about itself now and then, for the list of devices.

#include "client/connection.hpp"
#include "protocol/devices.hpp"

namespace motcua::client {

/// Reports every limits::report_pace with the token of its connection, of which it is the only user: nobody
/// waits behind a report. A server that does not know such reports hears no more of them. On the strand.
class device_reports
{
public:
    /// The clock of the machine, which nobody sets: it is only compared with the server's.
    using wall_clock = std::function<std::chrono::sys_seconds()>;

    /// `server` outlives this; `Report` is what client::threaded_session gives, and not used.
    template <class Report>
    device_reports(connection& server, Report&&, wall_clock machine = machine_time)
        : server_{server}, machine_{std::move(machine)}
    {}

    void start(std::string token);

    // From the next report on.
    void printer(protocol::printer_state state) { facts_.printer = state; }
    /// What went wrong last, in one line.
    void error(const std::string& text);

private:
    static std::chrono::sys_seconds machine_time();
    void compare_clocks();
    void report();
    void wait_for_next();

    connection& server_;
    wall_clock machine_;
    protocol::device_report facts_;
    time_point started_{};
    std::optional<time_point> compared_;
    std::unique_ptr<operation> pause_;
};

} // namespace motcua::client
