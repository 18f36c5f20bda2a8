#pragma once
// The appointments at the server, as the console's session sees them: the list of a day kept fresh, free
// times, and the officer's deeds.

#include "client/connection.hpp"
#include "client/refresher.hpp"
#include "counter/console/appointments/types.hpp"

#include <functional>

namespace motcua::counter::console::appointments {

/// On the strand of its connection.
class session
{
public:
    /// `report` takes what happened, on the strand. `server` outlives the session.
    session(client::connection& server, std::function<void(event)> report);

    /// Another login begins: nothing is asked until it is known whose it is.
    void stop();
    /// Whose appointments they are.
    void set_site(std::string site) { site_ = std::move(site); }

    /// The feed began: what is known of the list no longer holds.
    void snapshot_came();
    /// Asks for the list again soon when the message is about an appointment, or about a ticket that was one.
    void message_came(const boost::json::value& message);

    void send(const request& wanted);

private:
    void perform(const watch_day& wanted);
    void perform(const ask_times& wanted);
    void perform(const deed& wanted);
    void ask_list();
    void ask_page(std::chrono::local_days day, int nth, std::vector<appointment> found,
                  const std::string& cursor);
    template <class Answer>
    void send_deed(const deed& wanted, std::function<event(const Answer&)> succeeded);

    client::connection& server_;
    std::function<void(event)> report_;
    std::string site_;
    std::optional<std::chrono::local_days> day_;
    client::refresher list_;
    /// Of the feed, and answers to deeds: a list requested before one and answered after it may be older.
    unsigned changes_ = 0;
};

} // namespace motcua::counter::console::appointments
