#pragma once
// A simulated disk from inside: what it holds, and the requests to it, each with the faults it may meet.
// Results are SQLite's codes.

#include "tests/simulation/disk/directory.hpp"
#include "tests/simulation/disk/fault_plan.hpp"

#include <chrono>
#include <functional>
#include <utility>

namespace motcua::simulation {

/// Time as SQLite asks for it.
struct disk_clock
{
    std::function<std::chrono::microseconds()> since_1970;
    std::function<void(std::chrono::microseconds)> sleep;
};

struct disk_state
{
    draws random;
    disk_clock clock;
    directory names;
    fault_plan faults;
    /// How much all files may take together.
    std::optional<std::uint64_t> capacity;
    /// The machine has stopped: nothing is done any more.
    bool dead = false;
    /// Counts power losses and crashes; a handle of an earlier time is good for nothing.
    std::uint64_t lives = 0;

    int exists(const std::string& name, int* answer);
    int remove(const std::string& name, bool sync_folder);
};

/// A handle as SQLite has it.
class open_file
{
public:
    /// Throws nothing but std::bad_alloc; gives null and says why in `code` when it cannot be opened.
    static std::unique_ptr<open_file> open(disk_state& disk, const char* name, int flags, int& code);

    ~open_file();
    open_file(const open_file&) = delete;
    open_file& operator=(const open_file&) = delete;

    int read(std::span<std::uint8_t> into, std::uint64_t offset);
    int write(std::span<const std::uint8_t> bytes, std::uint64_t offset);
    int truncate(std::uint64_t size);
    int sync();
    int size(std::int64_t* answer);

    int lock(int level);
    int unlock(int level);
    int is_reserved(int* answer);

    int map(int region, int bytes, bool extend, void volatile** answer);
    int lock_map(int offset, int count, int flags);
    int unmap();

private:
    open_file(disk_state& disk, std::shared_ptr<stored_file> file) : disk_(disk), file_(std::move(file)) {}

    bool is_alive() const { return !disk_.dead && life_ == disk_.lives; }
    bool has_room(std::uint64_t end) const;
    int last_write(std::span<const std::uint8_t> bytes, std::uint64_t offset);
    void write_part(std::span<const std::uint8_t> bytes, std::uint64_t offset);
    int last_sync();
    void sync_all();

    disk_state& disk_;
    std::shared_ptr<stored_file> file_;
    std::uint64_t life_ = disk_.lives;
    /// A write-ahead log.
    bool is_log_ = false;
    /// A journal or log that may have been made: with its first sync SQLite on Unix syncs the folder.
    bool sync_folder_ = false;
    /// A temporary file is gone with its handle and takes no room.
    std::string remove_at_close_;
    std::shared_ptr<shared_memory> memory_;
};

} // namespace motcua::simulation
