#pragma once
// Everything that can have happened at a site. Events are never rewritten; each carries all that follows from
// it, so that applying one looks nothing up. `kind` is the name under which an event is stored.

#include "server/domain/settings/settings.hpp"

#include <boost/describe/class.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace motcua::domain {

struct site_configured
{
    static constexpr std::string_view kind = "site_configured";

    site_settings settings;
};
BOOST_DESCRIBE_STRUCT(site_configured, (), (settings))

/// The system clock parted from the one that the site went by; time goes on from `after`.
struct clock_anchored
{
    static constexpr std::string_view kind = "clock_anchored";

    instant before;
    instant after;
};
BOOST_DESCRIBE_STRUCT(clock_anchored, (), (before, after))

/// After a long absence days may lie between it and the one that was closed before (missed_days_max).
struct day_opened
{
    static constexpr std::string_view kind = "day_opened";

    local_day day;
};
BOOST_DESCRIBE_STRUCT(day_opened, (), (day))

/// Follows the `ticket_closed` of every ticket that was still alive.
struct day_closed
{
    static constexpr std::string_view kind = "day_closed";

    local_day day;
};
BOOST_DESCRIBE_STRUCT(day_closed, (), (day))

struct ticket_issued
{
    static constexpr std::string_view kind = "ticket_issued";

    ticket_id ticket;
    service_code service;
    int number;
    local_day day;
    priority_class priority;
    ticket_channel channel;
    std::string lang;
    std::optional<std::string> procedure;
    track_id track;
    /// When the citizen was there; earlier than the event's time for a ticket printed while the server was
    /// away.
    instant issued_at;
    instant due;
    int ahead;
    seconds expected_wait;
    std::optional<block_id> block;
};
BOOST_DESCRIBE_STRUCT(ticket_issued, (),
                      (ticket, service, number, day, priority, channel, lang, procedure, track, issued_at,
                       due, ahead, expected_wait, block))

struct ticket_called
{
    static constexpr std::string_view kind = "ticket_called";

    ticket_id ticket;
    counter_code counter;
    std::optional<std::string> staff;
    bool out_of_order;
};
BOOST_DESCRIBE_STRUCT(ticket_called, (), (ticket, counter, staff, out_of_order))

/// `state` is `called` for a new announcement, `waiting` for a no-show that came back; then `due` is its
/// place.
struct ticket_recalled
{
    static constexpr std::string_view kind = "ticket_recalled";

    ticket_id ticket;
    ticket_state state;
    instant due;
};
BOOST_DESCRIBE_STRUCT(ticket_recalled, (), (ticket, state, due))

struct ticket_started
{
    static constexpr std::string_view kind = "ticket_started";

    ticket_id ticket;
};
BOOST_DESCRIBE_STRUCT(ticket_started, (), (ticket))

struct ticket_finished
{
    static constexpr std::string_view kind = "ticket_finished";

    ticket_id ticket;
    visit_outcome outcome;
};
BOOST_DESCRIBE_STRUCT(ticket_finished, (), (ticket, outcome))

struct ticket_no_show
{
    static constexpr std::string_view kind = "ticket_not_shown";

    ticket_id ticket;
};
BOOST_DESCRIBE_STRUCT(ticket_no_show, (), (ticket))

struct ticket_held
{
    static constexpr std::string_view kind = "ticket_held";

    ticket_id ticket;
    std::optional<std::string> reason;
};
BOOST_DESCRIBE_STRUCT(ticket_held, (), (ticket, reason))

struct ticket_resumed
{
    static constexpr std::string_view kind = "ticket_resumed";

    ticket_id ticket;
};
BOOST_DESCRIBE_STRUCT(ticket_resumed, (), (ticket))

/// `counter` empty: any counter that serves `service` may call it.
struct ticket_transferred
{
    static constexpr std::string_view kind = "ticket_transferred";

    ticket_id ticket;
    service_code service;
    std::optional<counter_code> counter;
    instant due;
};
BOOST_DESCRIBE_STRUCT(ticket_transferred, (), (ticket, service, counter, due))

struct ticket_cancelled
{
    static constexpr std::string_view kind = "ticket_cancelled";

    ticket_id ticket;
};
BOOST_DESCRIBE_STRUCT(ticket_cancelled, (), (ticket))

/// The fate, at the close of the day, of a ticket that was still alive.
struct ticket_closed
{
    static constexpr std::string_view kind = "ticket_closed";

    ticket_id ticket;
    ticket_state state;
};
BOOST_DESCRIBE_STRUCT(ticket_closed, (), (ticket, state))

struct counter_opened
{
    static constexpr std::string_view kind = "counter_opened";

    counter_code counter;
    std::vector<service_code> services;
    std::optional<std::string> staff;
};
BOOST_DESCRIBE_STRUCT(counter_opened, (), (counter, services, staff))

struct counter_paused
{
    static constexpr std::string_view kind = "counter_paused";

    counter_code counter;
    std::optional<std::string> reason;
};
BOOST_DESCRIBE_STRUCT(counter_paused, (), (counter, reason))

struct counter_closed
{
    static constexpr std::string_view kind = "counter_closed";

    counter_code counter;
};
BOOST_DESCRIBE_STRUCT(counter_closed, (), (counter))

/// Numbers `first` to `last` of `service` on `day` belong to `kiosk`, and to nobody else, for ever.
struct block_leased
{
    static constexpr std::string_view kind = "block_leased";

    block_id block;
    std::string kiosk;
    service_code service;
    local_day day;
    int first;
    int last;
};
BOOST_DESCRIBE_STRUCT(block_leased, (), (block, kiosk, service, day, first, last))

/// A ticket that a kiosk printed while the server was away, and that came when its day was over or its
/// service gone: nobody can call it any more, and its visit ends as those did that the close of the day found
/// waiting.
struct ticket_logged
{
    static constexpr std::string_view kind = "ticket_logged";

    ticket_id ticket;
    service_code service;
    int number;
    local_day day;
    priority_class priority;
    std::string lang;
    std::optional<std::string> procedure;
    track_id track;
    instant issued_at;
    block_id block;
};
BOOST_DESCRIBE_STRUCT(ticket_logged, (),
                      (ticket, service, number, day, priority, lang, procedure, track, issued_at, block))

using event_body =
    std::variant<site_configured, clock_anchored, day_opened, day_closed, ticket_issued, ticket_called,
                 ticket_recalled, ticket_started, ticket_finished, ticket_no_show, ticket_held,
                 ticket_resumed, ticket_transferred, ticket_cancelled, ticket_closed, counter_opened,
                 counter_paused, counter_closed, block_leased, ticket_logged>;

/// 128 bits each: who asked with which key, and a hash of what was asked.
struct request_key
{
    std::array<std::uint8_t, 16> key;
    std::array<std::uint8_t, 16> request;

    friend auto operator<=>(const request_key&, const request_key&) = default;
};
BOOST_DESCRIBE_STRUCT(request_key, (), (key, request))

/// One entry of a site's journal. `seq` counts from 1 without a gap.
struct event
{
    std::int64_t seq;
    instant at;
    /// "kiosk:hall", "counter:1", "staff:lan", "site" for what nobody asked for.
    std::string actor;
    std::optional<request_key> key;
    event_body body;
};

/// The ticket that an event is about; none for an event of the site, a counter or a block.
std::optional<ticket_id> ticket_of(const event_body& body);

} // namespace motcua::domain
