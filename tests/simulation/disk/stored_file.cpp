#include "tests/simulation/disk/stored_file.hpp"

#include <algorithm>
#include <array>
#include <cstring>

namespace motcua::simulation {

namespace {

void put(std::vector<std::uint8_t>& content, std::uint64_t offset, std::span<const std::uint8_t> bytes)
{
    if (content.size() < offset + bytes.size()) {
        content.resize(offset + bytes.size());
    }
    if (!bytes.empty()) {
        std::memcpy(content.data() + offset, bytes.data(), bytes.size());
    }
}

void cut(std::vector<std::uint8_t>& content, std::uint64_t size)
{
    content.resize(std::min<std::uint64_t>(content.size(), size));
}

} // namespace

std::size_t stored_file::read(std::uint64_t offset, std::span<std::uint8_t> into) const
{
    if (offset >= current_.size()) {
        return 0;
    }
    const auto there = std::min<std::size_t>(into.size(), current_.size() - offset);
    std::memcpy(into.data(), current_.data() + offset, there);
    return there;
}

void stored_file::write(std::uint64_t offset, std::span<const std::uint8_t> bytes)
{
    put(current_, offset, bytes);
    changes_.push_back({.is_write = true, .offset = offset, .first = written_.size(), .count = bytes.size()});
    written_.insert(written_.end(), bytes.begin(), bytes.end());
}

void stored_file::truncate(std::uint64_t size)
{
    cut(current_, size);
    changes_.push_back({.is_write = false, .offset = size});
}

void stored_file::sync()
{
    for (const auto& made : changes_) {
        make_durable(made);
    }
    changes_.clear();
    written_.clear();
}

void stored_file::sync_part(draws& random)
{
    const auto end = changes_.begin() + static_cast<std::ptrdiff_t>(random.below(changes_.size() + 1));
    std::for_each(changes_.begin(), end, [this](const change& made) { make_durable(made); });
    changes_.erase(changes_.begin(), end);
}

void stored_file::fail_sync(draws& random) { take_part(random); }

void stored_file::lose_power(draws& random)
{
    take_part(random);
    current_ = durable_;
    lose_process();
}

void stored_file::lose_process()
{
    locks_ = {};
    memory_.reset();
}

std::shared_ptr<shared_memory> stored_file::memory()
{
    auto shared = memory_.lock();
    if (!shared) {
        shared = std::make_shared<shared_memory>();
        memory_ = shared;
    }
    return shared;
}

std::span<const std::uint8_t> stored_file::bytes_of(const change& made) const
{
    return std::span(written_).subspan(made.first, made.count);
}

void stored_file::make_durable(const change& made)
{
    if (made.is_write) {
        put(durable_, made.offset, bytes_of(made));
    } else {
        cut(durable_, made.offset);
    }
}

void stored_file::take_part(draws& random)
{
    // Nearly all or nearly nothing are the cases that a fixed share would hardly ever meet.
    constexpr std::array<unsigned, 6> shares{0, 100, 500, 900, 990, 1000};
    const auto survival = random.pick(shares);
    for (const auto& made : changes_) {
        make_partly_durable(made, survival, random);
    }
    changes_.clear();
    written_.clear();
}

void stored_file::make_partly_durable(const change& made, unsigned survival_per_mille, draws& random)
{
    constexpr unsigned torn_per_mille = 100;
    constexpr unsigned grown_per_mille = 200;
    if (made.is_write && random.chance(torn_per_mille)) {
        const auto bytes = bytes_of(made);
        for (std::size_t at = 0; at < bytes.size();) {
            const auto to_sector_end = sector_bytes - (made.offset + at) % sector_bytes;
            const auto count = std::min<std::size_t>(bytes.size() - at, to_sector_end);
            if (random.chance(500)) {
                put(durable_, made.offset + at, bytes.subspan(at, count));
            }
            at += count;
        }
    } else if (random.chance(survival_per_mille)) {
        make_durable(made);
    } else if (made.is_write && random.chance(grown_per_mille)) {
        // The file has its new length and not the bytes.
        durable_.resize(std::max<std::size_t>(durable_.size(), made.offset + made.count));
    }
}

} // namespace motcua::simulation
