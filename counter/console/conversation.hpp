#pragma once
// What the console says to the server and what it makes of the answers: whose counter is this, who waits,
// and the staff's orders. Knows messages and time only through the client's seam.

#include "client/introduction.hpp"
#include "client/refresher.hpp"
#include "counter/console/model.hpp"

#include <functional>

namespace motcua::counter::console {

/// On the strand of its connection.
class conversation
{
public:
    /// `tell` takes what happened, on the strand. `server` outlives the conversation.
    conversation(client::connection& server, std::function<void(event)> tell);

    /// Asks whose counter this is until the server knows, then follows the feed and keeps the lists fresh.
    void start() { introduction_.start(); }

    /// Asks for what the staff wants; the answer is told within limits::answer.
    void ask(const order& o);

private:
    void identified_as(const protocol::identity& who);
    void follow_feed();
    void snapshot_came(const boost::json::value& message);
    void message_came(const boost::json::value& message);
    void ask_everything();
    void ask_others(std::size_t nth, std::vector<ticket> found);
    void ask_waiting();
    std::string path(const std::string& rest) const;
    template <class Answer>
    void get(const std::string& rest, std::function<void(const Answer&)> take);
    template <class Answer>
    void post(const order& o, std::function<void(const Answer&)> succeeded);

    client::connection& server_;
    std::function<void(event)> tell_;
    std::string site_;
    std::string counter_;
    client::introduction introduction_;
    client::refresher waiting_;
    client::refresher everything_;
    /// Of the feed's messages; a list asked for before one and answered after it may be older.
    unsigned messages_ = 0;
};

} // namespace motcua::counter::console
