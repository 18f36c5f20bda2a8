#include "server/domain/tickets/arrive.hpp"

#include "base/require.hpp"
#include "server/domain/forecast/forecast_memory.hpp"
#include "server/domain/tickets/ahead.hpp"

namespace motcua::domain {

namespace {

forecast promise_of(const site_state& state, const newcomer& who, const context& ctx)
{
    const forecast_moment moment{.now = ctx.now, .zone = *ctx.zone};
    return ctx.forecasts == nullptr ? forecast_of(state, who, moment)
                                    : ctx.forecasts->promise(state, who, moment);
}

/// A slip that was printed while the server was away has waited already.
void count_from(forecast& promise, instant ready, instant now)
{
    const auto waited = std::chrono::floor<seconds>(std::max(now - ready, instant::duration{0}));
    for (auto* each : {&promise.from, &promise.expected, &promise.to}) {
        if (*each) {
            **each += waited;
        }
    }
}

} // namespace

arrival arrive(const site_state& state, const joiner& who, const context& ctx)
{
    const auto due = who.ready - who.head_start;
    base::require(due <= who.ready, "no head start is negative");
    arrival joined{.ready = who.ready,
                   .due = due,
                   .ahead = ahead_of(state, who.service, due),
                   .promise = promise_of(state, {.service = who.service, .due = due}, ctx)};
    count_from(joined.promise, std::min(who.ready, ctx.now), ctx.now);
    base::require(!joined.promise.expected || *joined.promise.expected >= seconds{0},
                  "no promised wait is negative");
    return joined;
}

} // namespace motcua::domain
