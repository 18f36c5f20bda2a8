#include "tests/simulation/disk/shared_memory.hpp"

#include <algorithm>
#include <span>

namespace motcua::simulation {

void* shared_memory::region(std::size_t number, std::size_t bytes, bool extend)
{
    while (extend && regions_.size() <= number) {
        regions_.push_back(std::make_unique<std::uint8_t[]>(bytes));
    }
    return number < regions_.size() ? regions_[number].get() : nullptr;
}

bool shared_memory::lock(const void* who, int offset, int count, int flags)
{
    const auto wanted =
        std::span(slots_).subspan(static_cast<std::size_t>(offset), static_cast<std::size_t>(count));
    if ((flags & SQLITE_SHM_UNLOCK) != 0) {
        for (auto& one : wanted) {
            std::erase(one.readers, who);
            one.writer = one.writer == who ? nullptr : one.writer;
        }
        return true;
    }
    if ((flags & SQLITE_SHM_SHARED) != 0) {
        auto& one = wanted.front();
        if (one.writer != nullptr && one.writer != who) {
            return false;
        }
        if (std::ranges::find(one.readers, who) == one.readers.end()) {
            one.readers.push_back(who);
        }
        return true;
    }
    if (std::ranges::any_of(wanted, [who](const slot& one) { return one.has_other_than(who); })) {
        return false;
    }
    for (auto& one : wanted) {
        one.writer = who;
    }
    return true;
}

void shared_memory::unlock_all(const void* who)
{
    lock(who, 0, SQLITE_SHM_NLOCK, SQLITE_SHM_UNLOCK | SQLITE_SHM_EXCLUSIVE);
}

bool shared_memory::slot::has_other_than(const void* who) const
{
    return (writer != nullptr && writer != who) ||
           std::ranges::any_of(readers, [who](const void* reader) { return reader != who; });
}

} // namespace motcua::simulation
