#include "server/domain/forecast/learned.hpp"

namespace motcua::domain {

namespace {

/// From the call to the citizen at the counter: what the settings leave out of a service's minutes.
constexpr milliseconds walk_guess = seconds{45};
constexpr milliseconds gap_guess = seconds{25};
constexpr milliseconds pause_guess = minutes{10};
constexpr std::int64_t again_guess = whole_share / 20;
constexpr std::int64_t head_start_guess = whole_share * 7 / 100;
/// Weigh in before pauses and open hours have been seen.
constexpr milliseconds paused_guess = minutes{10};
constexpr milliseconds open_guess = std::chrono::hours{4};

} // namespace

milliseconds stay_by_settings(const service_settings& service) { return service.minutes + walk_guess; }

milliseconds learned::usual_stay(const service_settings& service) const
{
    const auto guess = part_of(stay_by_settings(service), factor.value(whole_share));
    for (const auto& each : stays) {
        if (each.service == service.code) {
            return milliseconds{each.mean.value(guess.count())};
        }
    }
    return guess;
}

milliseconds learned::usual_gap() const { return milliseconds{gap.value(gap_guess.count())}; }

milliseconds learned::usual_pause() const { return milliseconds{pause.value(pause_guess.count())}; }

milliseconds learned::usual_turn(const service_settings& service) const
{
    const auto away = (paused_time + paused_guess).count() * whole_share / (open_time + open_guess).count();
    return part_of(usual_stay(service) + usual_gap(), whole_share + again.value(again_guess) + away);
}

std::int64_t learned::share_of(minutes head_start) const
{
    for (const auto& each : head_starts) {
        if (each.head_start == head_start) {
            return each.share.value(head_start_guess);
        }
    }
    return head_start_guess;
}

} // namespace motcua::domain
