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
    // While the server was away time went on as usual: that does not count as a jump.
    const bool plausible =
        anchor_ <= at_start.system && at_start.system - anchor_ <= microseconds{clock_jump_believed};
    if (plausible) {
        anchor_ = at_start.system;
    }
}

std::optional<clock_jump> site_clock::check(const clock_reading& reading)
{
    const auto jump = parting(reading);
    const auto ahead = jump ? jump->after - jump->before : microseconds{0};
    const bool plausible = microseconds{0} <= ahead && ahead <= clock_jump_believed;
    doubtful_ = !plausible && !reading.synchronised;
    if (!jump || doubtful_) {
        return std::nullopt;
    }
    follow(reading);
    return jump;
}

std::optional<clock_jump> site_clock::confirm(const clock_reading& reading)
{
    const auto jump = parting(reading);
    doubtful_ = false;
    if (jump) {
        follow(reading);
    }
    return jump;
}

std::optional<clock_jump> site_clock::parting(const clock_reading& reading) const
{
    const auto before = now(reading);
    if (std::chrono::abs(reading.system - before) <= clock_parting_max) {
        return std::nullopt;
    }
    return clock_jump{before, reading.system};
}

void site_clock::follow(const clock_reading& reading)
{
    anchor_ = reading.system;
    anchor_steady_ = reading.steady;
}

} // namespace motcua::runtime
