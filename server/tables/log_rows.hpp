#pragma once
// The rows of the wait-time log: the journal writes them, the reports read them, and so may any SQL tool.

#include "server/domain/forecast/forecast.hpp"
#include "server/domain/types.hpp"
#include "server/tables/table_of.hpp"

#include <boost/describe/class.hpp>
#include <optional>
#include <string>

namespace motcua::tables {

using domain::instant;

/// One row per visit, written when it ends. A no-show that comes back removes its row, which is written again
/// when the visit ends again.
struct visit_row
{
    domain::ticket_id ticket{};
    std::string number;
    domain::local_day day{};
    domain::service_code service;
    std::optional<std::string> procedure;
    domain::ticket_channel channel{};
    domain::priority_class priority{};
    instant issued_at;
    std::optional<instant> first_called_at;
    std::optional<instant> served_from;
    std::optional<instant> served_to;
    std::optional<domain::counter_code> counter;
    std::optional<std::string> staff;
    int calls{};
    /// From issue to the first call that led to service; none without service.
    std::optional<domain::seconds> wait;
    /// All its time in service; none without service.
    std::optional<domain::seconds> service_time;
    int transfers{};
    domain::visit_outcome outcome{};
    /// What the citizen was promised; none where no minutes were.
    std::optional<domain::seconds> expected_wait;
    /// The clock was set during the visit.
    bool unreliable{};
    /// Served, no_show or cancelled: what the outcome day_closed alone does not say.
    domain::ticket_state state{};
    /// Of local time at the site when the ticket came: hour and day of the visit never change afterwards.
    domain::minutes utc_offset{};
    /// What `service` wanted the wait to stay within when the ticket came to it, by issue or by transfer;
    /// none for a slip whose service was gone when it came.
    std::optional<domain::seconds> target;
    /// All its waiting, over transfers.
    domain::seconds wait_total{};
    /// From the last call to the first start of service; none without service.
    std::optional<domain::seconds> walk;
    /// The rest of the promise.
    domain::forecast_state promise_state{};
    std::optional<domain::seconds> expected_from;
    std::optional<domain::seconds> expected_to;
    /// By which its holder asks what became of it.
    domain::track_id track{};

    friend bool operator==(const visit_row&, const visit_row&) = default;
};
BOOST_DESCRIBE_STRUCT(visit_row, (),
                      (ticket, number, day, service, procedure, channel, priority, issued_at, first_called_at,
                       served_from, served_to, counter, staff, calls, wait, service_time, transfers, outcome,
                       expected_wait, unreliable, state, utc_offset, target, wait_total, walk, promise_state,
                       expected_from, expected_to, track))

template <>
struct table_of<visit_row>
{
    static constexpr std::string_view name = "visit";
    static constexpr std::array<std::string_view, 1> key{"ticket"};
    static constexpr std::array<renamed_column, 1> renamed{{{"service_time", "service_s"}}};
};

/// One row per leg of a visit that has ended. From issue to end the legs follow each other without a gap, so
/// that their sum is the visit.
struct leg_row
{
    domain::ticket_id ticket{};
    /// Counts the legs of the ticket from 1.
    int n{};
    /// waiting, called, serving, held; no_show for the time until a no-show came back.
    domain::ticket_state kind{};
    /// That it was for.
    domain::service_code service;
    /// Who had it; none while it waited or was away.
    std::optional<domain::counter_code> counter;
    std::optional<std::string> staff;
    instant from;
    instant to;

    friend bool operator==(const leg_row&, const leg_row&) = default;
};
BOOST_DESCRIBE_STRUCT(leg_row, (), (ticket, n, kind, service, counter, staff, from, to))

template <>
struct table_of<leg_row>
{
    static constexpr std::string_view name = "leg";
    static constexpr std::array<std::string_view, 2> key{"ticket", "n"};
    static constexpr std::array<renamed_column, 0> renamed{};
};

} // namespace motcua::tables
