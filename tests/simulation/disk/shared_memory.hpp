#pragma once
// The memory in which the connections to one file share the index of its write-ahead log, with its locks
// (https://www.sqlite.org/walformat.html, section 2).

#include <array>
#include <cstdint>
#include <memory>
#include <sqlite3.h>
#include <vector>

namespace motcua::simulation {

class shared_memory
{
public:
    /// Region `number` of `bytes`; null where there is none and `extend` does not ask for it.
    void* region(std::size_t number, std::size_t bytes, bool extend);

    /// The request of xShmLock for `who`: whether it is granted. Releasing a lock that is not held is no
    /// error.
    bool lock(const void* who, int offset, int count, int flags);

    /// `who` releases all its locks.
    void unlock_all(const void* who);

private:
    struct slot
    {
        const void* writer = nullptr;
        std::vector<const void*> readers;

        bool has_other_than(const void* who) const;
    };

    std::vector<std::unique_ptr<std::uint8_t[]>> regions_;
    std::array<slot, SQLITE_SHM_NLOCK> slots_;
};

} // namespace motcua::simulation
