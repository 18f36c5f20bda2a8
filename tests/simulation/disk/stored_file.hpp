#pragma once
// One file of a simulated disk: what a reader sees of it, and what of that a power loss spares.

#include "tests/simulation/disk/file_locks.hpp"
#include "tests/simulation/disk/shared_memory.hpp"
#include "tests/simulation/random.hpp"

#include <memory>
#include <span>
#include <vector>

namespace motcua::simulation {

/// What a disk writes whole or not at all.
constexpr std::size_t sector_bytes = 512;

/// Changes are seen at once and are durable when sync() has returned, as write(2) and fsync(2) promise.
class stored_file
{
public:
    std::uint64_t size() const { return current_.size(); }

    /// Returns how many bytes there were to read.
    std::size_t read(std::uint64_t offset, std::span<std::uint8_t> into) const;

    void write(std::uint64_t offset, std::span<const std::uint8_t> bytes);

    /// Makes it shorter; a file never grows by that.
    void truncate(std::uint64_t size);

    void sync();

    /// A sync that did not come to its end: of the changes since the last one some, from the first on, are
    /// durable. The next sync makes the rest so.
    void sync_part(draws& random);

    /// What Linux leaves of a sync that failed: what was to be written is seen as before and believed to be
    /// clean, but only a random part of it has reached the disk, and no later sync writes the rest.
    void fail_sync(draws& random);

    /// Of the changes since the last sync a random part survives, later ones perhaps without earlier ones,
    /// writes perhaps in some of their sectors only. No lock is held any more.
    void lose_power(draws& random);

    /// The process is gone: what it wrote stays, its locks and its memory go.
    void lose_process();

    file_locks& locks() { return locks_; }

    /// The memory shared by the connections that have it mapped: made by the first.
    std::shared_ptr<shared_memory> memory();

private:
    struct change
    {
        bool is_write{};
        /// Where it begins; of a truncation the new size.
        std::uint64_t offset{};
        /// Where in `written_` its bytes are.
        std::size_t first{};
        std::size_t count{};
    };

    std::span<const std::uint8_t> bytes_of(const change& made) const;
    void make_durable(const change& made);
    void make_partly_durable(const change& made, unsigned survival_per_mille, draws& random);
    void take_part(draws& random);

    std::vector<std::uint8_t> current_;
    std::vector<std::uint8_t> durable_;
    /// Since the last sync, in order.
    std::vector<change> changes_;
    /// What they wrote, one after the other, so that a write allocates nothing.
    std::vector<std::uint8_t> written_;
    file_locks locks_;
    std::weak_ptr<shared_memory> memory_;
};

} // namespace motcua::simulation
