#include "counter/console/conversation.hpp"
#include "client/target.hpp"
#include "counter/console/wire.hpp"
#include "counter/limits.hpp"

#include <array>

namespace motcua::counter::console {
namespace {

using client::verb;

const std::string base = "/api/v1";

/// What is not waiting and yet concerns a counter.
constexpr std::array<std::string_view, 4> other_states{"called", "serving", "held", "no_show"};

/// Whether the server may have heard the request and could not say so.
bool is_no_answer(int status) { return status == 0 || status == 429 || status >= 500; }

/// The message in `value`, if it is one.
template <class Message, class Take>
void read(const boost::json::value& value, Take take)
{
    if (const auto message = base::read_json<Message>(value)) {
        take(*message);
    }
}

/// A feed message about a counter.
struct feed_counter
{
    protocol::counter status;
};
BOOST_DESCRIBE_STRUCT(feed_counter, (), (status))

} // namespace

conversation::conversation(client::connection& server, std::function<void(event)> tell)
    : server_(server), tell_(std::move(tell)),
      introduction_(server, {.on_known = [this](const auto& who) { identified_as(who); },
                             .on_refused = [this] { tell_(device_refused{}); },
                             .on_away = [this] { tell_(connection_changed{false}); }}),
      waiting_(server.clock(), {limits::list_pace, limits::list_age}, [this] { ask_waiting(); }),
      everything_(server.clock(), {limits::list_pace, limits::list_age}, [this] { ask_everything(); })
{}

void conversation::identified_as(const protocol::identity& who)
{
    if (!who.counter) {
        return tell_(not_a_counter{});
    }
    site_ = who.site;
    counter_ = *who.counter;
    tell_(identified{counter_, who.site_name, who.site_name_en, who.staff.value_or("")});
    follow_feed();
}

void conversation::follow_feed()
{
    server_.follow(base + "/sites/" + client::percent_encoded(site_) + "/live",
                   {.on_snapshot = [this](const auto& message) { snapshot_came(message); },
                    .on_message = [this](const auto& message) { message_came(message); },
                    .on_state =
                        [this](client::server_state state, boost::system::error_code why) {
                            if (why == client::error::token_refused) {
                                return tell_(device_refused{});
                            }
                            tell_(connection_changed{state == client::server_state::connected});
                        }});
}

void conversation::snapshot_came(const boost::json::value& message)
{
    ++messages_;
    read<protocol::feed_snapshot>(message, [&](const auto& snapshot) { tell_(board_of(snapshot.board)); });
    everything_.lost();
}

void conversation::message_came(const boost::json::value& message)
{
    ++messages_;
    read<protocol::feed_ticket<protocol::ticket>>(
        message, [&](const auto& change) { tell_(ticket_changed{ticket_of(change.ticket)}); });
    read<feed_counter>(message,
                       [&](const auto& change) { tell_(counter_changed{counter_of(change.status)}); });
    waiting_.changed();
}

void conversation::ask_everything()
{
    get<protocol::service_list>("/services", [this](const auto& all) { tell_(services_of(all)); });
    get<protocol::board>("/board", [this](const auto& board) { tell_(board_of(board)); });
    waiting_.lost();
    ask_others(0, {});
}

void conversation::ask_others(std::size_t nth, std::vector<ticket> found)
{
    const auto target = "/tickets?state=" + std::string(other_states[nth]) +
                        "&limit=" + std::to_string(limits::waiting_asked);
    const auto answered = [this, nth, found = std::move(found),
                           before = messages_](const client::answer<protocol::ticket_list>& got) mutable {
        if (!got || before != messages_) {
            everything_.answered();
            return everything_.changed();
        }
        for (const auto& t : got->items) {
            found.push_back(ticket_of(t));
        }
        if (nth + 1 < other_states.size()) {
            return ask_others(nth + 1, std::move(found));
        }
        everything_.answered();
        tell_(others_arrived{std::move(found)});
    };
    server_.call<protocol::ticket_list>(verb::get, path(target), answered, {limits::list_answer, {}});
}

void conversation::ask_waiting()
{
    const auto target = "/tickets?state=waiting&limit=" + std::to_string(limits::waiting_asked);
    const auto answered = [this, before = messages_](const client::answer<protocol::ticket_list>& got) {
        waiting_.answered();
        if (!got || before != messages_) {
            return waiting_.changed();
        }
        waiting_arrived arrived;
        for (const auto& t : got->items) {
            arrived.tickets.push_back(ticket_of(t));
        }
        tell_(std::move(arrived));
    };
    server_.call<protocol::ticket_list>(verb::get, path(target), answered, {limits::list_answer, {}});
}

/// Asks for `rest` of the site; without an answer what was known stays.
template <class Answer>
void conversation::get(const std::string& rest, std::function<void(const Answer&)> take)
{
    server_.call<Answer>(
        verb::get, path(rest),
        [take = std::move(take), before = messages_, this](const client::answer<Answer>& got) {
            if (got && before == messages_) {
                take(*got);
            }
        },
        {limits::list_answer, {}});
}

void conversation::ask(const order& o)
{
    switch (o.wish.action) {
    case action::pause:
    case action::open:
    case action::close:
        return post<protocol::counter>(o, [this, key = o.key](const protocol::counter& now) {
            tell_(counter_changed{counter_of(now)});
            tell_(done{key, {}});
        });
    default:
        return post<std::optional<protocol::ticket>>(
            o, [this, key = o.key](const std::optional<protocol::ticket>& now) {
                if (now) {
                    return tell_(done{key, ticket_of(*now)});
                }
                tell_(nobody_waits{key});
            });
    }
}

template <class Answer>
void conversation::post(const order& o, std::function<void(const Answer&)> succeeded)
{
    auto wanted = call_of(o.wish, site_, counter_);
    const auto answered = [this, key = o.key, succeeded](const client::result<client::http_response>& got) {
        ++messages_;
        const auto answer = client::read_answer<Answer>(got);
        if (answer) {
            return succeeded(*answer);
        }
        const auto& wrong = answer.error();
        if (is_no_answer(wrong.status)) {
            return tell_(unanswered{key});
        }
        // What the console believed was not so.
        everything_.changed();
        tell_(refused{key, wrong.code});
    };
    server_.call({verb::post, base + wanted.path, std::move(wanted.body), {}}, answered,
                 {limits::answer, o.key});
}

std::string conversation::path(const std::string& rest) const
{
    return base + "/sites/" + client::percent_encoded(site_) + rest;
}

} // namespace motcua::counter::console
