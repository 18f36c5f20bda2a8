#pragma once
// How a new device gets its token (the roles of RFC 8628): it shows a code, an administrator who reads the
// code allows the device, and the server gives it a token.

#include "client/connection.hpp"

namespace motcua::client {

/// Why there is no code, or why nobody can be asked about it.
enum class enrolment_trouble
{
    none,
    away,       ///< no answer, or a fault of the server
    distrusted, ///< another server than the known one answers there, or one that nobody vouches for
    too_many,   ///< too many devices wait already
    too_old     ///< the server does not know enrolment
};

/// What an enrolment reports, on the strand of its connection. None of these may start or destroy it.
struct enrolment_events
{
    /// The code to show, valid for limits::code_life from now; in place of the one before.
    std::function<void(const std::string& user_code)> on_code;
    /// Whenever it changes.
    std::function<void(enrolment_trouble)> on_trouble;
    /// An administrator has allowed the device. The last report.
    std::function<void(const protocol::device_credential&)> on_allowed;
};

/// Asks for a code, and whether the device is allowed, until it is. A code that has expired is replaced by a
/// new one. On the strand of its connection, which has nothing else to do.
class enrolment
{
public:
    /// `kind` is the device's on the wire: "kiosk", "console", "board". `server` outlives the enrolment.
    enrolment(connection& server, std::string kind, enrolment_events events)
        : server_{server}, kind_{std::move(kind)}, events_{std::move(events)}
    {}

    void start();

private:
    void ask_code();
    void code_answered(const answer<protocol::enrolment>& got);
    void ask_token();
    void token_answered(const result<http_response>& got);
    void see(enrolment_trouble now);
    milliseconds interval() const;
    void wait(milliseconds pause, void (enrolment::*then)());

    connection& server_;
    std::string kind_;
    enrolment_events events_;
    protocol::enrolment code_;
    time_point expires_{};
    enrolment_trouble trouble_ = enrolment_trouble::none;
    std::unique_ptr<operation> pause_;
};

} // namespace motcua::client
