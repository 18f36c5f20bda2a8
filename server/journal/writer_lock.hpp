#pragma once
// One writer per database: a lock that the kernel releases when the process ends, however it ends.

#include "server/journal/journal.hpp"

#include <utility>

namespace motcua::journal {

/// Holds flock(2) on the file PATH.lock beside a database. Readers need no lock.
class writer_lock
{
public:
    /// `in_use` when another journal, of this process or another, holds it. The file is made when it is not
    /// there and stays: removing it could let two writers in.
    static result<writer_lock> take(const std::string& database_path);

    writer_lock(writer_lock&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}
    writer_lock& operator=(writer_lock&&) = delete;
    ~writer_lock();

private:
    explicit writer_lock(int descriptor) : descriptor_(descriptor) {}

    int descriptor_;
};

} // namespace motcua::journal
