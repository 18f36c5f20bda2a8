#include "tests/simulation/disk/faulty_memory.hpp"

#include <stdexcept>

namespace motcua::simulation {

faulty_memory& faulty_memory::instance()
{
    static faulty_memory memory;
    return memory;
}

faulty_memory::faulty_memory()
{
    sqlite3_shutdown();
    sqlite3_config(SQLITE_CONFIG_GETMALLOC, &real_);
    auto ours = real_;
    ours.xMalloc = allocate;
    ours.xRealloc = reallocate;
    // SQLite starts again, and allocates, only when it is used.
    if (sqlite3_config(SQLITE_CONFIG_MALLOC, &ours) != SQLITE_OK) {
        throw std::runtime_error("SQLite does not take another allocator");
    }
}

void faulty_memory::fail_after(std::uint64_t requests, lasting how_long)
{
    requests_left_ = requests;
    how_long_ = how_long;
    faults_ = 0;
}

bool faulty_memory::is_out()
{
    if (requests_left_ == 0) {
        return false;
    }
    if (requests_left_ > 1) {
        --requests_left_;
        return false;
    }
    ++faults_;
    if (how_long_ == lasting::once) {
        requests_left_ = 0;
    }
    return true;
}

void* faulty_memory::allocate(int bytes)
{
    auto& memory = instance();
    return memory.is_out() ? nullptr : memory.real_.xMalloc(bytes);
}

void* faulty_memory::reallocate(void* block, int bytes)
{
    auto& memory = instance();
    return memory.is_out() ? nullptr : memory.real_.xRealloc(block, bytes);
}

} // namespace motcua::simulation
