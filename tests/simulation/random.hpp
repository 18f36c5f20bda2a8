#pragma once
// Random numbers for simulated worlds: the same seed draws the same on every machine and standard library.

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace motcua::simulation {

/// One stream of draws: xoshiro256**, seeded by splitmix64 (Blackman and Vigna, https://prng.di.unimi.it).
class draws
{
public:
    explicit draws(std::uint64_t seed) : seed_(seed)
    {
        for (auto& word : state_) {
            seed += 0x9E3779B97F4A7C15U;
            word = mixed(seed);
        }
    }

    /// Any 64 bits.
    std::uint64_t bits()
    {
        const auto result = rotated(state_[1] * 5, 7) * 9;
        const auto shifted = state_[1] << 17U;
        state_[2] ^= state_[0];
        state_[3] ^= state_[1];
        state_[1] ^= state_[2];
        state_[0] ^= state_[3];
        state_[2] ^= shifted;
        state_[3] = rotated(state_[3], 45);
        return result;
    }

    /// One of 0 … `count` - 1, each as likely; `count` is not 0.
    std::uint64_t below(std::uint64_t count)
    {
        assert(count > 0);
        // What is left over above the last whole multiple would favour the small numbers: drawn again.
        const auto left_over = (0 - count) % count;
        auto drawn = bits();
        while (drawn < left_over) {
            drawn = bits();
        }
        return drawn % count;
    }

    /// One of `least` … `most`, both included.
    std::int64_t between(std::int64_t least, std::int64_t most)
    {
        assert(least <= most);
        const auto width = static_cast<std::uint64_t>(most) - static_cast<std::uint64_t>(least);
        const auto above = width == UINT64_MAX ? bits() : below(width + 1);
        return static_cast<std::int64_t>(static_cast<std::uint64_t>(least) + above);
    }

    /// True `per_mille` times in a thousand.
    bool chance(unsigned per_mille) { return below(1000) < per_mille; }

    /// One element of `container`, which is not empty and has an index.
    template <class Container>
    auto& pick(Container& container)
    {
        return container[static_cast<std::size_t>(below(container.size()))];
    }

    /// A stream that depends on the seed and `label` alone, not on what was drawn: a part of a world that
    /// draws more leaves the others as they were.
    draws fork(std::string_view label) const
    {
        std::uint64_t hash = 0xCBF29CE484222325U; // FNV-1a
        for (const char c : label) {
            hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
        }
        return draws(mixed(seed_ ^ hash));
    }

    /// The same by number.
    draws fork(std::uint64_t number) const { return draws(mixed(mixed(seed_) + number)); }

private:
    static constexpr std::uint64_t rotated(std::uint64_t value, unsigned by)
    {
        return value << by | value >> (64U - by);
    }

    /// The finalizer of splitmix64.
    static constexpr std::uint64_t mixed(std::uint64_t value)
    {
        value = (value ^ value >> 30U) * 0xBF58476D1CE4E5B9U;
        value = (value ^ value >> 27U) * 0x94D049BB133111EBU;
        return value ^ value >> 31U;
    }

    std::uint64_t seed_;
    std::uint64_t state_[4]{};
};

} // namespace motcua::simulation
