#pragma once
// The sign-in's session at the server: with the device's token, which only reads, until the officer has one
// of their own. Knows messages and time only through the client's seam, so that tests need no network.

#include "client/window_session.hpp"
#include "counter/sign_in/model.hpp"

#include <functional>

namespace motcua::counter::sign_in {

/// On the strand of its connection.
class session
{
public:
    /// `report` takes what happened, on the strand. `server` outlives the session.
    session(client::connection& server, std::function<void(event)> report);

    /// See client::session::start.
    void start(std::string token);

    /// Signs in and opens the counter; `entered`, or why not, is reported within limits::answer. A password
    /// that was for one time leads to must_change first. The password is not kept.
    void send(const enter& wanted);

    /// Changes the password, then goes on as `send` would have.
    void send(const change_password& wanted);

private:
    bool known(const protocol::identity& who);
    void ask_services();
    void sign_in_answered(const client::result<client::http_response>& got);
    void open_counter();

    client::connection& server_;
    std::function<void(event)> report_;
    client::window_session window_;
    std::string device_token_;
    std::string site_;
    /// The counter to be opened, and for what.
    std::string counter_;
    std::vector<std::string> services_;
    std::optional<protocol::session> signed_in_;
};

} // namespace motcua::counter::sign_in
