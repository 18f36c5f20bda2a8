// The system clock of the server jumps: by seconds, hours, days, to 1970 and to 2099; with and without
// anything that keeps it synchronised.

#include "tests/simulation/faults/fault.hpp"

namespace motcua::simulation {

namespace {

using std::chrono::days;
using std::chrono::hours;

microseconds drawn_jump(draws& random)
{
    const auto sign = random.chance(500) ? 1 : -1;
    switch (random.below(3)) {
    case 0:
        return sign * seconds{random.between(1, 600)};
    case 1:
        return sign * hours{random.between(1, 23)};
    default:
        return sign * days{random.between(1, 40)};
    }
}

void clock_jumps(world& in, draws random)
{
    in.clock.synchronised = random.chance(500);
    in.clock.jump(drawn_jump(random));
}

/// And, some time later, is set right again.
void clock_goes_wild(world& in, draws random)
{
    using std::chrono::year;
    const auto right = in.clock.read();
    const auto wrong = random.chance(500) ? std::chrono::sys_days{year{1970} / 1 / 1}
                                          : std::chrono::sys_days{year{2099} / 12 / 31};
    in.clock.synchronised = random.chance(200);
    in.clock.set(wrong);
    in.when.after(a_while(random, seconds{10}), [&in, right] {
        in.clock.set(right.system + (in.when.now() - right.steady));
        in.clock.synchronised = true;
    });
}

const fault_row jump_row{{"clock jumps", clock_jumps}};
const fault_row wild_row{{"clock goes wild", clock_goes_wild}};

} // namespace

} // namespace motcua::simulation
