#pragma once
// The locks on one file as SQLite asks for them (https://www.sqlite.org/lockingv3.html).

#include <vector>

namespace motcua::simulation {

/// Who holds which lock. A holder is known by the address of its handle; levels are SQLITE_LOCK_….
class file_locks
{
public:
    /// Whether `who` has at least `level` now. A holder that is refused SQLITE_LOCK_EXCLUSIVE because of
    /// readers has SQLITE_LOCK_PENDING, which lets no new reader in.
    bool raise(const void* who, int level);

    /// `who` keeps at most `level`.
    void lower(const void* who, int level);

    /// Whether any holder is about to write.
    bool is_reserved() const;

private:
    struct holder
    {
        const void* who;
        int level;
    };

    holder& of(const void* who);
    int highest_of_others(const void* who) const;

    std::vector<holder> holders_;
};

} // namespace motcua::simulation
