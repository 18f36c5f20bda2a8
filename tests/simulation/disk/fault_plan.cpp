#include "tests/simulation/disk/fault_plan.hpp"

namespace motcua::simulation {

namespace {

bool concerns(disk_fault what, storage_request request)
{
    switch (what) {
    case disk_fault::open_error:
        return request == storage_request::open;
    case disk_fault::read_error:
        return request == storage_request::read || request == storage_request::read_log;
    case disk_fault::short_read:
        return request == storage_request::read_log;
    case disk_fault::write_error:
    case disk_fault::full:
        return request == storage_request::write;
    case disk_fault::sync_error:
        return request == storage_request::sync;
    case disk_fault::truncate_error:
        return request == storage_request::truncate;
    case disk_fault::remove_error:
        return request == storage_request::remove;
    case disk_fault::access_error:
        return request == storage_request::access;
    case disk_fault::size_error:
        return request == storage_request::size;
    case disk_fault::lock_busy:
    case disk_fault::lock_error:
        return request == storage_request::lock;
    case disk_fault::map_error:
        break;
    }
    return request == storage_request::map;
}

bool is_operation(storage_request request)
{
    return request == storage_request::write || request == storage_request::sync ||
           request == storage_request::truncate || request == storage_request::remove;
}

} // namespace

void fault_plan::fail_after(std::uint64_t requests, disk_fault what, lasting how_long)
{
    what_ = what;
    requests_left_ = requests;
    how_long_ = how_long;
}

void fault_plan::heal()
{
    what_.reset();
    operations_left_ = 0;
}

fate fault_plan::next(storage_request request)
{
    count(request);
    fate met;
    if (is_operation(request) && operations_left_ > 0) {
        met.is_last = --operations_left_ == 0;
    }
    if (what_ && concerns(*what_, request)) {
        if (requests_left_ > 1) {
            --requests_left_;
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

void fault_plan::count(storage_request request)
{
    counts_.operations += is_operation(request) ? 1U : 0U;
    counts_.reads += request == storage_request::read || request == storage_request::read_log ? 1U : 0U;
    counts_.writes += request == storage_request::write ? 1U : 0U;
    counts_.syncs += request == storage_request::sync ? 1U : 0U;
}

} // namespace motcua::simulation
