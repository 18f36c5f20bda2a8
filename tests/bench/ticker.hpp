#pragma once
// A timer that can be waited on with sockets: the timetable of an open load.

#include "tests/bench/descriptor.hpp"

namespace motcua::bench {

class ticker
{
public:
    /// Begins at once.
    explicit ticker(std::chrono::nanoseconds period);

    const descriptor& handle() const { return timer_; }

    /// How many periods have passed since it was last read.
    std::uint64_t passed() const;

private:
    descriptor timer_;
};

} // namespace motcua::bench
