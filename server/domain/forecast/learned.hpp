#pragma once
// What a site has learned of itself for the forecast: how long a call takes of a counter, how soon a free
// counter calls, how often people are transferred, when counters are open. Each start value and memory was
// measured on made-up days: forecast.md, section 1.

#include "server/domain/forecast/faded_mean.hpp"
#include "server/domain/settings/settings.hpp"

#include <optional>
#include <vector>

namespace motcua::domain {

struct event;
class site_state;

using std::chrono::milliseconds;

/// Shares of 1 are in millionths.
inline constexpr std::int64_t whole_share = 1'000'000;

/// What a call takes of a counter, for one service: milliseconds.
struct learned_stay
{
    service_code service;
    faded_mean mean = begin_mean(10);

    friend bool operator==(const learned_stay&, const learned_stay&) = default;
};
BOOST_DESCRIBE_STRUCT(learned_stay, (), (service, mean))

/// The share of tickets without appointment that have this head start.
struct learned_head_start
{
    minutes head_start{};
    faded_mean share = begin_mean(30);

    friend bool operator==(const learned_head_start&, const learned_head_start&) = default;
};
BOOST_DESCRIBE_STRUCT(learned_head_start, (), (head_start, share))

/// When a counter was there in one half of a day, by local time. None: from the beginning, or to the end, of
/// the site's own hours in that half.
struct presence
{
    std::optional<minutes> from;
    std::optional<minutes> to;

    friend bool operator==(const presence&, const presence&) = default;
};
BOOST_DESCRIBE_STRUCT(presence, (), (from, to))

/// Where the halves of a day meet.
inline constexpr minutes noon{12 * 60};

/// The halves of the last day before today that had them, and those of today so far. The day divides at noon.
struct learned_hours
{
    counter_code counter;
    std::optional<presence> morning;
    std::optional<presence> afternoon;
    std::optional<presence> morning_today;
    std::optional<presence> afternoon_today;

    friend bool operator==(const learned_hours&, const learned_hours&) = default;
};
BOOST_DESCRIBE_STRUCT(learned_hours, (), (counter, morning, afternoon, morning_today, afternoon_today))

struct learned
{
    /// Raised when the same events teach something else: a snapshot with another version is not read.
    static constexpr int present_version = 1;

    int version = present_version;
    std::vector<learned_stay> stays;
    /// A stay as a multiple of what the settings say, over all services.
    faded_mean factor = begin_mean(10);
    /// From a free counter to its call of someone who already waited: milliseconds.
    faded_mean gap = begin_mean(10);
    /// The share of finished visits that had a transfer.
    faded_mean again = begin_mean(40);
    /// Milliseconds.
    faded_mean pause = begin_mean(5);
    milliseconds open_time{};
    milliseconds paused_time{};
    std::vector<learned_head_start> head_starts;
    std::vector<learned_hours> hours;

    milliseconds usual_stay(const service_settings& service) const;
    milliseconds usual_gap() const;
    milliseconds usual_pause() const;
    /// What a call for `service` takes until the counter is free for the next, with its part of pauses and of
    /// calls after a transfer.
    milliseconds usual_turn(const service_settings& service) const;
    /// The share of tickets that have `head_start`, in millionths.
    std::int64_t share_of(minutes head_start) const;

    friend bool operator==(const learned&, const learned&) = default;
};
BOOST_DESCRIBE_STRUCT(learned, (),
                      (version, stays, factor, gap, again, pause, open_time, paused_time, head_starts, hours))

/// What a call for `service` takes of a counter by the settings alone: its minutes, and the way there.
milliseconds stay_by_settings(const service_settings& service);

/// That share of a duration; `share` in millionths.
constexpr milliseconds part_of(milliseconds duration, std::int64_t share)
{
    return milliseconds{duration.count() * share / whole_share};
}

/// Takes in `next`, which is about to be applied to `before`. Visits and stretches across a set clock, the
/// close of a day and counters whose console was gone teach nothing.
void learn(learned& known, const event& next, const site_state& before);

} // namespace motcua::domain
