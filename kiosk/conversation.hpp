#pragma once
// What the kiosk says to the server and what it makes of the answers: who am I, how long are the queues, a
// number please. Knows messages and time only through the client's seam, so that tests need no network.

#include "client/introduction.hpp"
#include "client/refresher.hpp"
#include "kiosk/model.hpp"

#include <functional>

namespace motcua::kiosk {

/// On the strand of its connection.
class conversation
{
public:
    /// `tell` takes what happened, on the strand. `server` outlives the conversation.
    conversation(client::connection& server, std::function<void(event)> tell);

    /// Asks who this device is until the server knows, then follows the feed and keeps the board fresh.
    void start() { introduction_.start(); }

    /// Asks for a ticket; its answer, or why there is none, is told within limits::answer.
    void ask(const request& r);

private:
    void follow_feed();
    void ask_board();
    std::string path(std::string_view rest) const;

    client::connection& server_;
    std::function<void(event)> tell_;
    std::string site_;
    client::introduction introduction_;
    client::refresher board_;
};

} // namespace motcua::kiosk
