#pragma once
// The messages about a ticket that its holder follows.

#include "base/json.hpp"
#include "base/timestamp.hpp"
#include "protocol/words.hpp"

namespace motcua::protocol {

using base::timestamp;

/// What a service takes now, as in `service`.
struct intake
{
    intake_state state{};
    std::optional<std::string> reason;
    std::optional<timestamp> until;
    std::optional<timestamp> opens_at;
    std::optional<std::string> last_number;
};
BOOST_DESCRIBE_STRUCT(intake, (), (state, reason, until, opens_at, last_number))

/// `GET /track/{track}`: what the holder of a ticket sees on a phone.
struct tracked_ticket
{
    std::string number;
    std::string service;
    std::string service_name;
    std::string service_name_en;
    std::string site;
    std::string site_name;
    std::string site_name_en;
    base::day day{};
    ticket_state state{};
    /// How many people are called before it, now, at the counters that it shares with them.
    int ahead{};
    /// Null where nothing can be said, and after the end of a visit without a call.
    std::optional<timestamp> expected_call_at;
    /// 0 once it does not wait any more.
    std::optional<std::int64_t> expected_wait_s;
    std::optional<std::int64_t> expected_from_s;
    std::optional<std::int64_t> expected_to_s;
    /// Null once it does not wait any more.
    std::optional<protocol::forecast_state> forecast_state;
    std::optional<timestamp> opens_at;
    bool doubtful{};
    std::optional<std::string> counter;
    timestamp issued_at;
    std::optional<timestamp> called_at;
    /// While it is held: when its holder is to be back.
    std::optional<timestamp> held_until;
    int calls{};
    /// Null where the site no longer has the service, and once the day of the ticket is over.
    std::optional<protocol::intake> intake;
    timestamp time;
};
BOOST_DESCRIBE_STRUCT(tracked_ticket, (),
                      (number, service, service_name, service_name_en, site, site_name, site_name_en, day,
                       state, ahead, expected_call_at, expected_wait_s, expected_from_s, expected_to_s,
                       forecast_state, opens_at, doubtful, counter, issued_at, called_at, held_until, calls,
                       intake, time))

/// `POST /track/{track}/postpone`
struct postpone_ticket
{
    int minutes{};
};
BOOST_DESCRIBE_STRUCT(postpone_ticket, (), (minutes))

/// `POST /track/{track}/service`
struct change_service
{
    code_text service;
};
BOOST_DESCRIBE_STRUCT(change_service, (), (service))

/// `POST /track/{track}/rating`: 5 very satisfied to 1 very dissatisfied.
struct rate_visit
{
    int score{};
    std::optional<text<0, 500>> remark;
};
BOOST_DESCRIBE_STRUCT(rate_visit, (), (score, remark))

struct visit_rating
{
    int score{};
};
BOOST_DESCRIBE_STRUCT(visit_rating, (), (score))

struct track_snapshot
{
    std::string type;
    std::int64_t seq{};
    tracked_ticket ticket;
};
BOOST_DESCRIBE_STRUCT(track_snapshot, (), (type, seq, ticket))

struct track_message
{
    std::string type;
    std::int64_t seq{};
    std::int64_t prev{};
    tracked_ticket ticket;
};
BOOST_DESCRIBE_STRUCT(track_message, (), (type, seq, prev, ticket))

} // namespace motcua::protocol
