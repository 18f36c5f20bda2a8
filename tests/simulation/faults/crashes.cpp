// The server ends: by order, killed, or with its machine; at any moment, within a write, within a sending.

#include "tests/simulation/faults/fault.hpp"

namespace motcua::simulation {

namespace {

ending drawn_ending(draws& random) { return random.chance(500) ? ending::killed : ending::power_loss; }

void restart(world& in, draws random) { in.server.end(ending::orderly, a_while(random, seconds{3})); }

void crash(world& in, draws random)
{
    const auto how = drawn_ending(random);
    in.server.end(how, a_while(random, seconds{4}));
}

void crash_within_a_write(world& in, draws random)
{
    const auto how = drawn_ending(random);
    const auto operations = static_cast<unsigned>(random.between(1, 12));
    in.server.end_within_writes(operations, how, a_while(random, seconds{4}));
}

void crash_within_a_sending(world& in, draws random)
{
    const auto how = drawn_ending(random);
    const auto sendings = static_cast<unsigned>(random.between(1, 12));
    in.server.end_within_sendings(sendings, how, a_while(random, seconds{4}));
}

const fault_row restart_row{{"restart", restart}};
const fault_row crash_row{{"crash", crash}};
const fault_row write_row{{"crash within a write", crash_within_a_write}};
const fault_row sending_row{{"crash within a sending", crash_within_a_sending}};

} // namespace

} // namespace motcua::simulation
