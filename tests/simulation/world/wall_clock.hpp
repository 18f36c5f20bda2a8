#pragma once
// The clocks of the server's machine: a steady one, and a system clock that can be set to anything.

#include "server/runtime/clock.hpp"
#include "tests/simulation/world/schedule.hpp"

namespace motcua::simulation {

class wall_clock final : public runtime::clock_source
{
public:
    wall_clock(const schedule& when, domain::instant at_start) : schedule_{when}, offset_{at_start} {}

    runtime::clock_reading read() override
    {
        return {.system = offset_ + schedule_.now(), .steady = schedule_.now(), .synchronised = synchronised};
    }
    microseconds steady() override { return schedule_.now(); }

    void jump(microseconds by) { offset_ += by; }
    void set(domain::instant to) { offset_ = to - schedule_.now(); }

    bool synchronised = true;

private:
    const schedule& schedule_;
    domain::instant offset_; ///< what it said, or would have said, when the run began
};

} // namespace motcua::simulation
