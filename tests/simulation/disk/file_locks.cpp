#include "tests/simulation/disk/file_locks.hpp"

#include <algorithm>
#include <sqlite3.h>

namespace motcua::simulation {

bool file_locks::raise(const void* who, int level)
{
    auto& mine = of(who);
    if (mine.level >= level) {
        return true;
    }
    const auto others = highest_of_others(who);
    if (level == SQLITE_LOCK_SHARED) {
        if (others >= SQLITE_LOCK_PENDING) {
            return false;
        }
    } else if (others >= SQLITE_LOCK_RESERVED) {
        return false;
    } else if (level == SQLITE_LOCK_EXCLUSIVE && others >= SQLITE_LOCK_SHARED) {
        mine.level = SQLITE_LOCK_PENDING;
        return false;
    }
    mine.level = level;
    return true;
}

void file_locks::lower(const void* who, int level)
{
    auto& mine = of(who);
    mine.level = std::min(mine.level, level);
    std::erase_if(holders_, [](const holder& one) { return one.level == SQLITE_LOCK_NONE; });
}

bool file_locks::is_reserved() const
{
    return std::ranges::any_of(holders_, [](const holder& one) { return one.level >= SQLITE_LOCK_RESERVED; });
}

file_locks::holder& file_locks::of(const void* who)
{
    const auto found = std::ranges::find(holders_, who, &holder::who);
    return found != holders_.end() ? *found : holders_.emplace_back(holder{who, SQLITE_LOCK_NONE});
}

int file_locks::highest_of_others(const void* who) const
{
    int highest = SQLITE_LOCK_NONE;
    for (const auto& one : holders_) {
        if (one.who != who) {
            highest = std::max(highest, one.level);
        }
    }
    return highest;
}

} // namespace motcua::simulation
