#include "server/api/live_feed.hpp"

#include "protocol/appointments.hpp"
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

/// Check-ins have a ticket, which has a message of its own.
template <class Body>
concept changes_an_appointment =
    std::same_as<Body, domain::appointment_booked> || std::same_as<Body, domain::appointment_moved> ||
    std::same_as<Body, domain::appointment_cancelled> || std::same_as<Body, domain::appointment_missed>;

} // namespace

live_feed::live_feed(std::string site, std::string epoch) : site_(std::move(site)), epoch_(std::move(epoch))
{}

void live_feed::applied(const domain::event& happened, const domain::site_state& state)
{
    if (!is_followed(happened.at)) {
        history_.begin(happened.seq);
    }
    std::visit(
        [&](const auto& body) {
            using type = std::remove_cvref_t<decltype(body)>;
            if constexpr (of_a_ticket<type>) {
                add_ticket_message(happened, state, body.ticket, std::string(type::kind));
            } else if constexpr (of_a_counter<type>) {
                add_message(
                    protocol::feed_counter{
                        .type = std::string(type::kind),
                        .seq = happened.seq,
                        .prev = last_written_,
                        .counter = body.counter,
                        .status = views(site_, state).public_counter(*state.find_counter(body.counter))},
                    happened.at);
            } else if constexpr (std::same_as<type, domain::day_opened>) {
                add_message(protocol::feed_day{.type = std::string(type::kind),
                                               .seq = happened.seq,
                                               .prev = last_written_,
                                               .day = {body.day}},
                            happened.at);
            } else if constexpr (std::same_as<type, domain::intake_suspended> ||
                                 std::same_as<type, domain::intake_resumed>) {
                add_message(protocol::feed_intake{.type = std::string(type::kind),
                                                  .seq = happened.seq,
                                                  .prev = last_written_,
                                                  .service = body.service},
                            happened.at);
            } else if constexpr (changes_an_appointment<type>) {
                add_message(protocol::feed_appointments{.type = "appointments_changed",
                                                        .seq = happened.seq,
                                                        .prev = last_written_},
                            happened.at);
            } else if constexpr (std::same_as<type, domain::site_configured>) {
                add_message(protocol::feed_settings{.type = std::string(type::kind),
                                                    .seq = happened.seq,
                                                    .prev = last_written_,
                                                    .version = state.settings_version()},
                            happened.at);
            }
        },
        happened.body);
}

/// Messages are written while somebody follows, and for limits::feed_memory after, for those who come back. A
/// site without windows does not need them: they cost a third of the time of a ticket.
bool live_feed::is_followed(domain::instant now)
{
    if (!followers_.empty()) {
        followed_at_ = now;
    }
    return followed_at_ && now - *followed_at_ <= limits::feed_memory;
}

void live_feed::add_ticket_message(const domain::event& happened, const domain::site_state& state,
                                   domain::ticket_id ticket, const std::string& type)
{
    add_holder_message(happened, state, ticket, type);
    const views site_views(site_, state);
    const auto& changed = *state.find(ticket);
    feed_message message{.seq = happened.seq, .everybody = {}, .staff = {}};
    if (is_followed(happened.at)) {
        message.everybody = shared(base::to_json(
            protocol::feed_ticket<protocol::public_ticket>{.type = type,
                                                           .seq = happened.seq,
                                                           .prev = last_written_,
                                                           .ticket = site_views.public_ticket(changed),
                                                           .counter = changed.counter}));
        message.staff =
            shared(base::to_json(protocol::feed_ticket<protocol::ticket>{.type = type,
                                                                         .seq = happened.seq,
                                                                         .prev = last_written_,
                                                                         .ticket = site_views.ticket(changed),
                                                                         .counter = changed.counter}));
    }
    last_written_ = happened.seq;
    pending_.push_back(std::move(message));
}

void live_feed::add_holder_message(const domain::event& happened, const domain::site_state& state,
                                   domain::ticket_id ticket, const std::string& type)
{
    const auto held = by_ticket_.find(ticket);
    if (held == by_ticket_.end()) {
        return;
    }
    // The offset of now is right for hours that come soon, and phones ask again every half minute.
    const auto zone = domain::fixed_zone(state.utc_offset());
    pending_tickets_.push_back(
        {happened.seq, ticket,
         shared(base::to_json(protocol::track_message{
             .type = type,
             .seq = happened.seq,
             .prev = std::exchange(held->second.last_written, happened.seq),
             .ticket = views(site_, state)
                           .tracked_ticket(*state.find(ticket), {happened.at, zone, forecasts_})}))});
}

template <class Message>
void live_feed::add_message(Message message, domain::instant at)
{
    text_pointer text;
    if (is_followed(at)) {
        text = shared(base::to_json(message));
    }
    last_written_ = message.seq;
    pending_.push_back({message.seq, text, text});
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
            for (const auto& feed : found->second.feeds) {
                feed->send(sent.text);
            }
        }
        pending_tickets_.pop_front();
    }
}

void live_feed::send(const feed_message& sent)
{
    last_sent_ = sent.seq;
    if (!sent.everybody) {
        return;
    }
    for (const auto& [feed, view] : followers_) {
        feed->send(sent.text(view));
    }
    history_.add(sent);
}

void live_feed::rebuilt(const domain::site_state& state)
{
    forecasts_.forget();
    pending_.clear();
    pending_tickets_.clear();
    last_written_ = last_sent_;
    for (auto& [ticket, held] : by_ticket_) {
        held.last_written = held.last_sent;
    }
    if (state.seq() == durable_) {
        return;
    }
    // Changes with an unknown outcome are stored after all: nobody received their messages, so everybody must
    // start again with a snapshot.
    last_sent_ = last_written_ = durable_ = state.seq();
    history_.begin(state.seq());
    close_all();
}

void live_feed::close_all()
{
    for (const auto& [feed, view] : followers_) {
        feed->close(http::close_code::again);
    }
    for (const auto& [ticket, held] : by_ticket_) {
        for (const auto& feed : held.feeds) {
            feed->close(http::close_code::again);
        }
    }
}

void live_feed::join(std::shared_ptr<http::feed> joining, feed_view view, std::optional<std::int64_t> since,
                     std::optional<std::string_view> epoch, const domain::site_state& state,
                     domain::instant now, const domain::time_zone& zone)
{
    if (!joining->is_open()) {
        return;
    }
    const bool resumes = since && (!epoch || *epoch == epoch_);
    if (const auto missed = resumes ? history_.missed_after(*since, last_sent_, view) : std::nullopt) {
        for (const auto& text : *missed) {
            joining->send(text);
        }
    } else {
        joining->send(shared(base::to_json(protocol::feed_snapshot{
            .type = "snapshot",
            .seq = last_sent_,
            .epoch = epoch_,
            .board = views(site_, state).board({now, zone, forecasts_}, last_sent_)})));
    }
    followed_at_ = now;
    const auto place = followers_.insert(followers_.end(), {joining, view});
    joining->on_gone = [this, place] { followers_.erase(place); };
}

bool live_feed::join_ticket(std::shared_ptr<http::feed> joining, domain::ticket_id ticket,
                            const domain::site_state& state, domain::instant now,
                            const domain::time_zone& zone)
{
    if (!joining->is_open()) {
        return false;
    }
    auto& held = by_ticket_.try_emplace(ticket, ticket_followers{last_sent_, last_sent_}).first->second;
    if (held.feeds.size() >= limits::feeds_of_a_ticket) {
        return false;
    }
    joining->send(shared(base::to_json(protocol::track_snapshot{
        .type = "snapshot",
        .seq = held.last_sent,
        .ticket = views(site_, state).tracked_ticket(*state.find(ticket), {now, zone, forecasts_})})));
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
