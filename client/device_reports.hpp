#pragma once
// What a device reports about itself now and then, for the list of devices.

#include "client/connection.hpp"

namespace motcua::client {

/// Reports every limits::report_pace with the token of its connection, of which it is the only user: nobody
/// waits behind a report. A server that does not know such reports hears no more of them. On the strand.
class device_reports
{
public:
    /// `server` outlives this; the rest of the arguments are those that client::threaded_session gives.
    template <class Report>
    device_reports(connection& server, Report&&) : server_{server}
    {}

    void start(std::string token);

    /// "ok" or another word of the interface; from the next report on.
    void printer(std::string word) { facts_.printer = std::move(word); }

private:
    void report();

    connection& server_;
    protocol::device_report facts_;
    time_point started_{};
    std::unique_ptr<operation> pause_;
};

} // namespace motcua::client
