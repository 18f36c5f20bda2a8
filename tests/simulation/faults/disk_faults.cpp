// The disk: full, failing, losing what it had confirmed, slow.

#include "tests/simulation/faults/fault.hpp"

namespace motcua::simulation {

namespace {

void disk_fails(world& in, breakdown how, draws& random)
{
    in.server.disk().fail(how);
    in.when.after(a_while(random, seconds{5}), [&in] { in.server.disk().heal(); });
}

void disk_full(world& in, draws random) { disk_fails(in, breakdown::full, random); }

void disk_error(world& in, draws random) { disk_fails(in, breakdown::error, random); }

void lost_sync(world& in, draws random) { disk_fails(in, breakdown::lost_sync, random); }

void slow_disk(world& in, draws random)
{
    in.server.commit_delay_most = milliseconds{random.between(5, 900)};
    in.when.after(a_while(random, seconds{8}), [&in] { in.server.commit_delay_most = microseconds{1'500}; });
}

const fault_row full_row{{"disk full", disk_full}};
const fault_row error_row{{"disk error", disk_error}};
const fault_row sync_row{{"failing fsync", lost_sync}};
const fault_row slow_row{{"slow disk", slow_disk}};

} // namespace

} // namespace motcua::simulation
