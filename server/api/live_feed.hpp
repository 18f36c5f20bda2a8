#pragma once
// The live feed of one site: each change becomes one message, made with the state just after it and sent when
// it is durable, once and in order, to everybody who follows.

#include "server/api/views.hpp"
#include "server/http/feed.hpp"
#include "server/runtime/site.hpp"

#include <deque>
#include <functional>
#include <list>
#include <map>
#include <memory>

namespace motcua::api {

using text_pointer = std::shared_ptr<const std::string>;

/// All on the site's strand. Must outlive the feeds that joined it, or the io_context must have been stopped.
class live_feed : public runtime::site_observer
{
public:
    /// Staff see whole tickets; kiosks and displays what anybody in the hall may see.
    enum class view
    {
        hall,
        staff
    };

    /// `epoch` must be new at each start of the process: a seq means something only within it.
    live_feed(std::string site, std::string epoch);

    void applied(const domain::event& happened, const domain::site_state& state) override;
    void durable(std::int64_t seq) override;
    void rebuilt(const domain::site_state& state) override;

    /// From now on `joining` gets every message. It first gets those after `since`, or a snapshot: when none
    /// is asked for, `epoch` is given and not that of this feed, or what came after `since` is no longer
    /// known or too much to send at once. `state` must be durable. A feed that is gone by now does not join.
    void join(std::shared_ptr<http::feed> joining, view seen, std::optional<std::int64_t> since,
              std::optional<std::string_view> epoch, const domain::site_state& state, domain::instant now);

    /// The same for the holder of one ticket; always begins with a snapshot, and `seq` and `prev` are those
    /// of this ticket's messages. False when that ticket is followed by limits::feeds_of_a_ticket already.
    bool join_ticket(std::shared_ptr<http::feed> joining, domain::ticket_id ticket,
                     const domain::site_state& state, domain::instant now);

    /// The seq of the last message sent: what a board of this moment carries.
    std::int64_t last_sent() const { return last_sent_; }

    std::size_t followers() const { return followers_.size(); }

private:
    struct message
    {
        std::int64_t seq;
        text_pointer hall;
        text_pointer staff;
    };
    struct ticket_message
    {
        std::int64_t seq;
        domain::ticket_id ticket;
        text_pointer text;
    };
    struct follower
    {
        std::shared_ptr<http::feed> feed;
        view seen;
    };
    struct ticket_followers
    {
        std::int64_t last_sent; ///< the seq of the ticket's last message, or of the first snapshot
        std::int64_t last_made; ///< as last_sent, with those that await their commit
        std::list<std::shared_ptr<http::feed>> feeds{};
    };

    bool is_followed(domain::instant now);
    void tell(const domain::event& happened, const domain::site_state& state, domain::ticket_id ticket,
              const std::string& type);
    void tell_holder(const domain::event& happened, const domain::site_state& state, domain::ticket_id ticket,
                     const std::string& type);
    template <class Message>
    void tell_all(Message made, domain::instant at);
    void send(const message& sent);
    bool knows_after(std::int64_t since) const;
    std::optional<std::vector<text_pointer>> missed_after(std::int64_t since, view seen) const;
    void close_all();

    std::string site_;
    std::string epoch_;
    std::int64_t durable_ = 0;
    std::int64_t last_sent_ = 0;
    std::int64_t last_made_ = 0; ///< as last_sent_, with those that await their commit
    std::deque<message> pending_;
    std::deque<ticket_message> pending_tickets_;
    std::deque<message> history_;     ///< sent, the newest last
    std::int64_t history_begins_ = 0; ///< every message after this seq is in history_ or was never made
    std::optional<domain::instant> followed_at_;
    std::list<follower> followers_;
    std::map<domain::ticket_id, ticket_followers> by_ticket_;
};

} // namespace motcua::api
