#include "tests/bench/ticker.hpp"

#include "tests/bench/failure.hpp"

#include <sys/timerfd.h>
#include <unistd.h>

namespace motcua::bench {

ticker::ticker(std::chrono::nanoseconds period)
    : timer_(checked(timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK | TFD_CLOEXEC), "make a timer"))
{
    const timespec step{.tv_sec = period.count() / 1'000'000'000, .tv_nsec = period.count() % 1'000'000'000};
    const itimerspec timetable{.it_interval = step, .it_value = step};
    checked(timerfd_settime(timer_.number(), 0, &timetable, nullptr), "start a timer");
}

std::uint64_t ticker::passed() const
{
    std::uint64_t count = 0;
    return ::read(timer_.number(), &count, sizeof count) == sizeof count ? count : 0;
}

} // namespace motcua::bench
