#include "server/runtime/clock.hpp"

#include <algorithm>
#include <sys/timex.h>

namespace motcua::runtime {

clock_reading machine_clock::read()
{
    timex state{};
    const bool synchronised = adjtimex(&state) != -1 && (state.status & STA_UNSYNC) == 0;
    const auto system = std::chrono::floor<microseconds>(std::chrono::system_clock::now());
    return {system, steady(), synchronised};
}

microseconds machine_clock::steady()
{
    return std::chrono::floor<microseconds>(std::chrono::steady_clock::now().time_since_epoch());
}

site_clock::site_clock(const clock_reading& at_start, std::optional<instant> last_event)
    : anchor_(last_event.value_or(at_start.system)), anchor_steady_(at_start.steady)
{
    // While the server was away time went on as usual: that is no jump.
    const bool plausible =
        anchor_ <= at_start.system && at_start.system - anchor_ <= microseconds{clock_jump_believed};
    if (plausible) {
        anchor_ = at_start.system;
    }
}

std::optional<clock_jump> site_clock::check(const clock_reading& reading)
{
    const auto before = now(reading);
    const auto parting = reading.system - before;
    if (std::chrono::abs(parting) <= clock_parting_max) {
        doubtful_ = false;
        return std::nullopt;
    }
    const bool plausible = parting > microseconds{0} && parting <= clock_jump_believed;
    doubtful_ = !plausible && !reading.synchronised && !confirmed_;
    if (doubtful_) {
        return std::nullopt;
    }
    confirmed_ = false;
    anchor_ = reading.system;
    anchor_steady_ = reading.steady;
    return clock_jump{before, reading.system};
}

} // namespace motcua::runtime
