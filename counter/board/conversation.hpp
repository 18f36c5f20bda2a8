#pragma once
// What the hall board says to the server and what it makes of the answers. Knows messages and time only
// through the client's seam.

#include "client/introduction.hpp"
#include "client/refresher.hpp"
#include "counter/board/model.hpp"

#include <functional>

namespace motcua::counter::board {

/// On the strand of its connection.
class conversation
{
public:
    /// `tell` takes what happened, on the strand. `server` outlives the conversation.
    conversation(client::connection& server, std::function<void(const event&)> tell);

    /// Asks which hall this is until the server knows, then follows the feed and keeps the board fresh.
    void start() { introduction_.start(); }

private:
    void follow_feed();
    void message_came(const boost::json::value& message);
    void ask_board();
    std::string path(std::string_view rest) const;

    client::connection& server_;
    std::function<void(const event&)> tell_;
    std::string site_;
    client::introduction introduction_;
    client::refresher board_;
    /// Of the feed's messages; a board asked for before one and answered after it may be older.
    unsigned messages_ = 0;
};

} // namespace motcua::counter::board
