#pragma once
// When a counter will call today: now, while it is open, and later, by its hours.

#include "server/domain/forecast/forecast.hpp"
#include "server/domain/site_state.hpp"

#include <vector>

namespace motcua::domain {

struct calling_span
{
    instant from;
    instant to;
    /// When the counter opens, by the hours; `from` where it is there or late.
    instant opens_at;
};

/// The hours of counters on one business day: the rota of a counter if it has one, else when it was there on
/// the last day that had that half, else the site's hours. A site that is open round the clock has none.
class counter_hours
{
public:
    counter_hours(const site_state& state, const forecast_moment& moment);

    /// From now to the end of the business day, in order and apart. The first one of an open counter begins
    /// now; a closed one calls a minute after it should open, or soon if it is a little late.
    std::vector<calling_span> spans_of(const counter& at, const counter_settings& setup) const;

    /// When a closed counter opens on a day after this one; none where no hours say it.
    std::optional<instant> opens_after_today(const counter_settings& setup) const;

private:
    std::vector<calling_span> hours_of(const counter_settings& setup) const;
    day_hours local_hours_of(const counter_settings& setup) const;
    instant end_outside_hours() const;

    const site_state& state_;
    const forecast_moment& moment_;
    local_day day_;
    day_hours site_hours_;
};

} // namespace motcua::domain
