#pragma once
// Memory for SQLite that runs out on demand.

#include "tests/simulation/disk/fault_plan.hpp"

#include <sqlite3.h>

namespace motcua::simulation {

/// Stands between SQLite and its allocator until the process ends; must be made while no connection is
/// open.
class faulty_memory
{
public:
    static faulty_memory& instance();

    /// The `requests`-th allocation from now fails.
    void fail_after(std::uint64_t requests, lasting how_long);
    void heal() { requests_left_ = 0; }

    /// How many allocations have failed since the last order.
    std::uint64_t faults() const { return faults_; }

private:
    faulty_memory();

    bool is_out();
    static void* allocate(int bytes);
    static void* reallocate(void* block, int bytes);

    sqlite3_mem_methods real_{};
    /// Counts down to 1, which fails; 0: nothing is ordered.
    std::uint64_t requests_left_ = 0;
    lasting how_long_ = lasting::once;
    std::uint64_t faults_ = 0;
};

} // namespace motcua::simulation
