#include "tests/simulation/disk/fault_plan.hpp"

namespace motcua::simulation {

namespace {

bool concerns(disk_fault what, storage_call call)
{
    switch (what) {
    case disk_fault::open_error:
        return call == storage_call::open;
    case disk_fault::read_error:
        return call == storage_call::read || call == storage_call::read_log;
    case disk_fault::short_read:
        return call == storage_call::read_log;
    case disk_fault::write_error:
    case disk_fault::full:
        return call == storage_call::write;
    case disk_fault::sync_error:
        return call == storage_call::sync;
    case disk_fault::truncate_error:
        return call == storage_call::truncate;
    case disk_fault::remove_error:
        return call == storage_call::remove;
    case disk_fault::access_error:
        return call == storage_call::access;
    case disk_fault::size_error:
        return call == storage_call::size;
    case disk_fault::lock_busy:
    case disk_fault::lock_error:
        return call == storage_call::lock;
    case disk_fault::map_error:
        break;
    }
    return call == storage_call::map;
}

bool is_operation(storage_call call)
{
    return call == storage_call::write || call == storage_call::sync || call == storage_call::truncate ||
           call == storage_call::remove;
}

} // namespace

void fault_plan::fail_after(std::uint64_t calls, disk_fault what, lasting how_long)
{
    what_ = what;
    calls_left_ = calls;
    how_long_ = how_long;
}

void fault_plan::heal()
{
    what_.reset();
    operations_left_ = 0;
}

fate fault_plan::next(storage_call call)
{
    count(call);
    fate met;
    if (is_operation(call) && operations_left_ > 0) {
        met.is_last = --operations_left_ == 0;
    }
    if (what_ && concerns(*what_, call)) {
        if (calls_left_ > 1) {
            --calls_left_;
            return met;
        }
        met.fault = what_;
        ++counts_.faults;
        if (how_long_ == lasting::once) {
            what_.reset();
        }
    }
    return met;
}

void fault_plan::count(storage_call call)
{
    counts_.operations += is_operation(call) ? 1U : 0U;
    counts_.reads += call == storage_call::read || call == storage_call::read_log ? 1U : 0U;
    counts_.writes += call == storage_call::write ? 1U : 0U;
    counts_.syncs += call == storage_call::sync ? 1U : 0U;
}

} // namespace motcua::simulation
