#include "tests/simulation/disk/simulated_disk.hpp"

#include "tests/simulation/disk/disk_vfs.hpp"

#include <stdexcept>

namespace motcua::simulation {

namespace {

/// SQLite seeds its random numbers once a process, from the default VFS: here from `vfs`, and now.
void seed_sqlite(sqlite3_vfs& vfs)
{
    auto* usual = sqlite3_vfs_find(nullptr);
    sqlite3_vfs_register(&vfs, 1);
    sqlite3_randomness(0, nullptr);
    char first = 0;
    sqlite3_randomness(1, &first);
    sqlite3_vfs_register(usual, 1);
}

} // namespace

simulated_disk::simulated_disk(draws random, std::string name)
    : name_(std::move(name)), state_{.random = random,
                                     .clock = {[this] { return slept_; },
                                               [this](std::chrono::microseconds by) { slept_ += by; }},
                                     .names = {},
                                     .faults = {},
                                     .capacity = {}},
      vfs_(vfs_of(state_, name_))
{
    if (sqlite3_initialize() != SQLITE_OK || sqlite3_vfs_find(name_.c_str()) != nullptr) {
        throw std::runtime_error("SQLite cannot take the disk " + name_);
    }
    seed_sqlite(vfs_);
}

simulated_disk::~simulated_disk() { sqlite3_vfs_unregister(&vfs_); }

std::string simulated_disk::uri(const std::string& path) const { return "file:" + path + "?vfs=" + name_; }

void simulated_disk::power_loss()
{
    state_.names.lose_power(state_.random);
    begin_again();
}

void simulated_disk::process_crash()
{
    state_.names.lose_process();
    begin_again();
}

void simulated_disk::heal()
{
    state_.faults.heal();
    state_.capacity.reset();
}

void simulated_disk::begin_again()
{
    ++state_.lives;
    state_.dead = false;
    heal();
}

} // namespace motcua::simulation
