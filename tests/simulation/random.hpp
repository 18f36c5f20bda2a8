#pragma once
// Chance that is the same on every machine: a small generator of our own, for what the standard library's
// distributions draw differs from one library to the next.

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace motcua::simulation {

/// One step of splitmix64 (Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators, 2014).
constexpr std::uint64_t mixed(std::uint64_t bits)
{
    bits += 0x9e3779b97f4a7c15U;
    bits = (bits ^ (bits >> 30U)) * 0xbf58476d1ce4e5b9U;
    bits = (bits ^ (bits >> 27U)) * 0x94d049bb133111ebU;
    return bits ^ (bits >> 31U);
}

/// A stream of draws: splitmix64 itself, which is good enough for choosing and as fast as anything.
class draws
{
public:
    explicit constexpr draws(std::uint64_t seed) : state_{seed} {}

    constexpr std::uint64_t bits()
    {
        const auto drawn = mixed(state_);
        state_ += 0x9e3779b97f4a7c15U;
        return drawn;
    }

    /// 0 to n - 1, for n up to 2^32; n is at least 1. Off by less than n / 2^32.
    constexpr std::uint64_t below(std::uint64_t n) { return ((bits() >> 32U) * n) >> 32U; }

    /// Both ends included.
    constexpr std::int64_t between(std::int64_t least, std::int64_t most)
    {
        return least + static_cast<std::int64_t>(below(static_cast<std::uint64_t>(most - least) + 1));
    }

    /// True in so many of 1,000 cases.
    constexpr bool chance(std::uint64_t per_mille) { return below(1000) < per_mille; }

    /// Any element of `several`, which is not empty.
    template <class Range>
    constexpr auto& pick(Range& several)
    {
        return several[static_cast<std::size_t>(below(several.size()))];
    }

    /// A stream of its own: what is drawn from it changes nothing here but for this one draw.
    constexpr draws fork() { return draws{bits()}; }

private:
    std::uint64_t state_;
};

} // namespace motcua::simulation
