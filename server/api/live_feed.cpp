#include "server/api/live_feed.hpp"

#include "server/api/limits.hpp"

#include <algorithm>
#include <concepts>

namespace motcua::api {

namespace {

text_pointer shared(std::string text) { return std::make_shared<const std::string>(std::move(text)); }

template <class Body>
concept of_a_ticket = requires(const Body& body)
{
    {
        body.ticket
        } -> std::convertible_to<domain::ticket_id>;
};

template <class Body>
concept of_a_counter = !of_a_ticket<Body> && requires(const Body& body)
{
    {
        body.counter
        } -> std::convertible_to<domain::counter_code>;
};

} // namespace

live_feed::live_feed(std::string site, std::string epoch) : site_(std::move(site)), epoch_(std::move(epoch))
{}

void live_feed::applied(const domain::event& happened, const domain::site_state& state)
{
    if (!is_followed(happened.at)) {
        history_.clear();
        history_begins_ = happened.seq;
    }
    std::visit(
        [&](const auto& body) {
            using type = std::remove_cvref_t<decltype(body)>;
            if constexpr (of_a_ticket<type>) {
                tell(happened, state, body.ticket, std::string(type::kind));
            } else if constexpr (of_a_counter<type>) {
                tell_all(
                    protocol::feed_counter{
                        .type = std::string(type::kind),
                        .seq = happened.seq,
                        .prev = last_made_,
                        .counter = body.counter,
                        .status = views(site_, state).public_counter(*state.find_counter(body.counter))},
                    happened.at);
            } else if constexpr (std::same_as<type, domain::day_opened>) {
                tell_all(protocol::feed_day{.type = std::string(type::kind),
                                            .seq = happened.seq,
                                            .prev = last_made_,
                                            .day = {body.day}},
                         happened.at);
            }
        },
        happened.body);
}

/// Messages are made as long as somebody listens, and for a while after, so that he finds them when he comes
/// back. A hall without windows has no use for them: they cost a third of the time of a ticket.
bool live_feed::is_followed(domain::instant now)
{
    if (!followers_.empty()) {
        followed_at_ = now;
    }
    return followed_at_ && now - *followed_at_ <= limits::feed_memory;
}

void live_feed::tell(const domain::event& happened, const domain::site_state& state, domain::ticket_id ticket,
                     const std::string& type)
{
    tell_holder(happened, state, ticket, type);
    const views seen(site_, state);
    const auto& changed = *state.find(ticket);
    message made{happened.seq, {}, {}};
    if (is_followed(happened.at)) {
        made.hall = shared(base::to_json(
            protocol::feed_ticket<protocol::public_ticket>{.type = type,
                                                           .seq = happened.seq,
                                                           .prev = last_made_,
                                                           .ticket = seen.public_ticket(changed),
                                                           .counter = changed.counter}));
        made.staff =
            shared(base::to_json(protocol::feed_ticket<protocol::ticket>{.type = type,
                                                                         .seq = happened.seq,
                                                                         .prev = last_made_,
                                                                         .ticket = seen.ticket(changed),
                                                                         .counter = changed.counter}));
    }
    last_made_ = happened.seq;
    pending_.push_back(std::move(made));
}

void live_feed::tell_holder(const domain::event& happened, const domain::site_state& state,
                            domain::ticket_id ticket, const std::string& type)
{
    const auto held = by_ticket_.find(ticket);
    if (held == by_ticket_.end()) {
        return;
    }
    pending_tickets_.push_back(
        {happened.seq, ticket,
         shared(base::to_json(protocol::track_message{
             .type = type,
             .seq = happened.seq,
             .prev = std::exchange(held->second.last_made, happened.seq),
             .ticket = views(site_, state).tracked_ticket(*state.find(ticket), happened.at)}))});
}

template <class Message>
void live_feed::tell_all(Message made, domain::instant at)
{
    text_pointer text;
    if (is_followed(at)) {
        text = shared(base::to_json(made));
    }
    last_made_ = made.seq;
    pending_.push_back({made.seq, text, text});
}

void live_feed::durable(std::int64_t seq)
{
    durable_ = seq;
    while (!pending_.empty() && pending_.front().seq <= seq) {
        send(pending_.front());
        pending_.pop_front();
    }
    while (!pending_tickets_.empty() && pending_tickets_.front().seq <= seq) {
        const auto& sent = pending_tickets_.front();
        if (const auto found = by_ticket_.find(sent.ticket); found != by_ticket_.end()) {
            found->second.last_sent = sent.seq;
            for (const auto& each : found->second.feeds) {
                each->send(sent.text);
            }
        }
        pending_tickets_.pop_front();
    }
}

void live_feed::send(const message& sent)
{
    last_sent_ = sent.seq;
    if (!sent.hall) {
        return;
    }
    for (const auto& each : followers_) {
        each.feed->send(each.seen == view::staff ? sent.staff : sent.hall);
    }
    history_.push_back(sent);
    if (history_.size() > limits::feed_history) {
        history_begins_ = history_.front().seq;
        history_.pop_front();
    }
}

void live_feed::rebuilt(const domain::site_state& state)
{
    pending_.clear();
    pending_tickets_.clear();
    last_made_ = last_sent_;
    for (auto& [ticket, held] : by_ticket_) {
        held.last_made = held.last_sent;
    }
    if (state.seq() == durable_) {
        return;
    }
    // What was answered as unknown is stored after all: nobody was told, and all must look anew.
    history_.clear();
    history_begins_ = last_sent_ = last_made_ = durable_ = state.seq();
    close_all();
}

void live_feed::close_all()
{
    for (const auto& each : followers_) {
        each.feed->close(http::close_code::again);
    }
    for (const auto& [ticket, held] : by_ticket_) {
        for (const auto& each : held.feeds) {
            each->close(http::close_code::again);
        }
    }
}

bool live_feed::knows_after(std::int64_t since) const
{
    if (since == last_sent_) {
        return true;
    }
    return since >= history_begins_ && since < last_sent_ && !history_.empty();
}

std::optional<std::vector<text_pointer>> live_feed::missed_after(std::int64_t since, view seen) const
{
    if (!knows_after(since)) {
        return std::nullopt;
    }
    std::vector<text_pointer> missed;
    std::size_t bytes = 0;
    for (auto at = std::ranges::upper_bound(history_, since, {}, &message::seq); at != history_.end(); ++at) {
        missed.push_back(seen == view::staff ? at->staff : at->hall);
        bytes += missed.back()->size();
        if (bytes > limits::feed_resume_bytes) {
            return std::nullopt;
        }
    }
    return missed;
}

void live_feed::join(std::shared_ptr<http::feed> joining, view seen, std::optional<std::int64_t> since,
                     std::optional<std::string_view> epoch, const domain::site_state& state,
                     domain::instant now)
{
    if (!joining->is_open()) {
        return;
    }
    const bool resumes = since && (!epoch || *epoch == epoch_);
    if (const auto missed = resumes ? missed_after(*since, seen) : std::nullopt) {
        for (const auto& each : *missed) {
            joining->send(each);
        }
    } else {
        joining->send(shared(
            base::to_json(protocol::feed_snapshot{.type = "snapshot",
                                                  .seq = last_sent_,
                                                  .epoch = epoch_,
                                                  .board = views(site_, state).board(now, last_sent_)})));
    }
    followed_at_ = now;
    const auto place = followers_.insert(followers_.end(), {joining, seen});
    joining->on_gone = [this, place] { followers_.erase(place); };
}

bool live_feed::join_ticket(std::shared_ptr<http::feed> joining, domain::ticket_id ticket,
                            const domain::site_state& state, domain::instant now)
{
    if (!joining->is_open()) {
        return false;
    }
    auto& held = by_ticket_.try_emplace(ticket, ticket_followers{last_sent_, last_sent_}).first->second;
    if (held.feeds.size() >= limits::feeds_of_a_ticket) {
        return false;
    }
    joining->send(shared(base::to_json(
        protocol::track_snapshot{.type = "snapshot",
                                 .seq = held.last_sent,
                                 .ticket = views(site_, state).tracked_ticket(*state.find(ticket), now)})));
    const auto place = held.feeds.insert(held.feeds.end(), joining);
    joining->on_gone = [this, ticket, place] {
        auto& left = by_ticket_.at(ticket).feeds;
        left.erase(place);
        if (left.empty()) {
            by_ticket_.erase(ticket);
        }
    };
    return true;
}

} // namespace motcua::api
