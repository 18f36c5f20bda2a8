#pragma once
// What the forecast takes in at most.

#include <chrono>
#include <cstddef>

namespace motcua::domain {

/// The forecast follows the calling rule over this many waiting tickets; who is behind them waits longer in
/// proportion to the work before them.
constexpr std::size_t forecast_tickets_max = 200;

/// Longer, and the officer was away, not slow.
constexpr std::chrono::milliseconds gap_max = std::chrono::minutes{5};

/// A longer stay counts as this many times the usual one: a forgotten ticket must not spoil the mean.
constexpr int stay_max = 8;

/// How far back, in time and in tickets, arrivals are counted.
constexpr std::chrono::minutes arrivals_window{45};
constexpr int arrivals_max = 1000;

/// Boards and phones get a new evaluation once a second, and this many at once after a quiet time: a screen
/// that follows a few changes of one moment shows each of them.
constexpr int shared_forecasts_at_once = 5;

/// More tickets in one second are a flood, in which a promise serves the next tickets too, for this long.
constexpr int fresh_promises_per_second = 50;
constexpr std::chrono::milliseconds promise_kept{250};
constexpr std::size_t promises_kept_max = 64;

} // namespace motcua::domain
