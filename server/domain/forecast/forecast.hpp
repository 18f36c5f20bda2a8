#pragma once
// How long people will wait: the site's calling rule, run forward from now in 16 runs with drawn times.
// Card, board, ticket, phone and log all take their figures from here, so that they agree.

#include "server/domain/calendar/time_zone.hpp"
#include "server/domain/types.hpp"

#include <boost/describe/class.hpp>
#include <map>
#include <optional>
#include <span>

namespace motcua::domain {

class site_state;
struct ticket;

enum class forecast_state
{
    open,    ///< an open counter serves it
    planned, ///< no counter is open now; the hours say that one opens later
    paused,
    closed,
    too_late ///< it would probably not be called today
};
BOOST_DESCRIBE_ENUM(forecast_state, open, planned, paused, closed, too_late)

/// Waits are counted from the moment that was asked about. They are none, all three, in every state but
/// `open`, and `planned` with an opening later in the same business day.
struct forecast
{
    forecast_state state = forecast_state::closed;
    /// The range to show: 3 of the 16 runs are shorter or as short, 1 is longer.
    std::optional<seconds> from;
    std::optional<seconds> expected;
    std::optional<seconds> to;
    /// When a counter that serves it opens, for `planned`.
    std::optional<instant> opens_at;
    /// Some runs never come to it: it may not be reached today.
    bool doubtful = false;

    friend bool operator==(const forecast&, const forecast&) = default;
};
BOOST_DESCRIBE_STRUCT(forecast, (), (state, from, expected, to, opens_at, doubtful))

/// Someone who might come now: behind all who are here with the same due time.
struct newcomer
{
    service_code service;
    instant due;
};

/// A booking that is not checked in yet.
struct expected_booking
{
    service_code service;
    instant start;
};

/// When the question is asked: within the same second answers are the same. `bookings` are those that the
/// state does not have.
struct forecast_moment
{
    instant now;
    const time_zone& zone;
    std::span<const expected_booking> bookings{};
};

/// What `who` is promised. O(16 · waiting · (counters + services of a counter)), with the first
/// forecast_tickets_max who wait.
forecast forecast_of(const site_state& state, const newcomer& who, const forecast_moment& moment);

/// The same for a ticket that waits.
forecast forecast_of(const site_state& state, const ticket& who, const forecast_moment& moment);

/// One evaluation for everybody.
struct forecasts
{
    /// For an ordinary newcomer of each service of the settings.
    std::map<service_code, forecast> services;
    /// For each waiting ticket; of the first forecast_tickets_max only, in calling order.
    std::map<ticket_id, forecast> tickets;
};

forecasts forecast_all(const site_state& state, const forecast_moment& moment);

} // namespace motcua::domain
