#pragma once
// Forecasts that were just made, so that boards, phones and a flood of tickets do not each cost one.

#include "server/domain/forecast/forecast.hpp"

#include <string>
#include <vector>

namespace motcua::domain {

/// Belongs to one site. Forget it when the state goes back to what is stored.
class forecast_memory
{
public:
    /// One evaluation for all boards and phones: per change, a few at once and one per second on average. It
    /// may be a second old, more only while nobody asks.
    const forecasts& shared(const site_state& state, const forecast_moment& moment);

    /// What `who` is promised. Fresh, unless there is a flood of tickets.
    forecast promise(const site_state& state, const newcomer& who, const forecast_moment& moment);

    void forget() { *this = {}; }

private:
    /// A promise of a flood, kept up by the tickets that followed.
    struct kept
    {
        service_code service;
        std::chrono::microseconds head_start{};
        forecast promise;
        instant at;
        std::int64_t seq{};
        std::int64_t last_ticket{};
    };

    kept* find(const site_state& state, const newcomer& who, instant now);
    bool is_flooded(instant now);

    forecasts shared_;
    std::int64_t shared_seq_ = -1;
    instant shared_second_;
    int shared_left_ = 0;

    std::vector<kept> kept_;
    instant promise_second_;
    int promises_left_ = 0;
};

} // namespace motcua::domain
