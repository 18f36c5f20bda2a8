#pragma once
// The live feed of one site: each change becomes one message, written from the state just after it and sent
// when it is durable, once and in order, to everybody who follows.

#include "server/api/feed_history.hpp"
#include "server/api/views.hpp"
#include "server/http/feed.hpp"
#include "server/runtime/site.hpp"

#include <deque>
#include <functional>
#include <list>
#include <map>
#include <memory>

namespace motcua::api {

/// All on the strand of the site. Must outlive the feeds that joined it, or the io_context must have been
/// stopped.
class live_feed : public runtime::site_observer
{
public:
    /// `epoch` must be new at each start of the process: a seq means something only within it.
    live_feed(std::string site, std::string epoch);

    void applied(const domain::event& happened, const domain::site_state& state) override;
    void durable(std::int64_t seq) override;
    void rebuilt(const domain::site_state& state) override;

    /// From now on `joining` gets every message. It first gets those after `since`, or a snapshot: without
    /// `since`, with the `epoch` of another feed, or when the messages after `since` are no longer known or
    /// too many to send at once. `state` must be durable. A feed that is already gone does not join.
    void join(std::shared_ptr<http::feed> joining, feed_view view, std::optional<std::int64_t> since,
              std::optional<std::string_view> epoch, const domain::site_state& state, domain::instant now,
              const domain::time_zone& zone);

    /// The same for the holder of one ticket; always begins with a snapshot, and `seq` and `prev` are those
    /// of the messages of this ticket. False when limits::feeds_of_a_ticket feeds follow it already.
    bool join_ticket(std::shared_ptr<http::feed> joining, domain::ticket_id ticket,
                     const domain::site_state& state, domain::instant now, const domain::time_zone& zone);

    /// What boards and phones share.
    domain::forecast_memory& forecasts() { return forecasts_; }

    /// The seq of the last message sent, which a board of this moment carries.
    std::int64_t last_sent() const { return last_sent_; }

    std::size_t followers() const { return followers_.size(); }

private:
    struct ticket_message
    {
        std::int64_t seq;
        domain::ticket_id ticket;
        text_pointer text;
    };
    struct follower
    {
        std::shared_ptr<http::feed> feed;
        feed_view view;
    };
    struct ticket_followers
    {
        std::int64_t last_sent;    ///< the seq of the ticket's last message, or of the first snapshot
        std::int64_t last_written; ///< as last_sent, with those that wait for their commit
        std::list<std::shared_ptr<http::feed>> feeds{};
    };

    bool is_followed(domain::instant now);
    void add_ticket_message(const domain::event& happened, const domain::site_state& state,
                            domain::ticket_id ticket, const std::string& type);
    void add_holder_message(const domain::event& happened, const domain::site_state& state,
                            domain::ticket_id ticket, const std::string& type);
    template <class Message>
    void add_message(Message message, domain::instant at);
    void send(const feed_message& sent);
    void close_all();

    std::string site_;
    std::string epoch_;
    domain::forecast_memory forecasts_;
    std::int64_t durable_ = 0;
    std::int64_t last_sent_ = 0;
    std::int64_t last_written_ = 0; ///< as last_sent_, with those that wait for their commit
    std::deque<feed_message> pending_;
    std::deque<ticket_message> pending_tickets_;
    feed_history history_;
    std::optional<domain::instant> followed_at_;
    std::list<follower> followers_;
    std::map<domain::ticket_id, ticket_followers> by_ticket_;
};

} // namespace motcua::api
