#pragma once
// A device's first words to its server: who am I? Asked until the server knows the device's token.

#include "client/connection.hpp"

namespace motcua::client {

struct introduction_events
{
    std::function<void(const protocol::identity&)> on_known;
    /// The server does not know the token; asked again after a pause.
    std::function<void()> on_refused;
    /// No answer, told within 2 s of the first question; asked again after a pause.
    std::function<void()> on_away;
};

/// On the strand of its connection.
class introduction
{
public:
    /// `server` outlives this.
    introduction(connection& server, introduction_events events) : server_{server}, events_{std::move(events)}
    {}

    void start();

private:
    void answered(const answer<protocol::identity>& who);

    connection& server_;
    introduction_events events_;
    std::unique_ptr<operation> again_;
};

} // namespace motcua::client
