#pragma once
// The board's session at the server: boards, and the calls between them, become events. Knows messages and
// time only through the client's seam, so that tests need no network.

#include "client/window_session.hpp"
#include "counter/board/model.hpp"

#include <functional>

namespace motcua::counter::board {

/// On the strand of its connection.
class session
{
public:
    /// `report` takes what happened, on the strand. `server` outlives the session.
    session(client::connection& server, std::function<void(const event&)> report);

    /// See client::session::start.
    void start(std::string token) { window_.start(std::move(token)); }

private:
    void message_came(const boost::json::value& message);

    std::function<void(const event&)> report_;
    client::window_session window_;
};

} // namespace motcua::counter::board
