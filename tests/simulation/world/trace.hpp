#pragma once
// What a run did, as one number: two runs that did the same have the same.

#include <bit>
#include <chrono>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace motcua::simulation {

/// The finalizer of splitmix64 (Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators, 2014).
constexpr std::uint64_t mixed(std::uint64_t bits)
{
    bits += 0x9e3779b97f4a7c15U;
    bits = (bits ^ (bits >> 30U)) * 0xbf58476d1ce4e5b9U;
    bits = (bits ^ (bits >> 27U)) * 0x94d049bb133111ebU;
    return bits ^ (bits >> 31U);
}

class trace
{
public:
    void note(std::uint64_t number) { hash_ = mixed(hash_ ^ number); }
    void note(std::chrono::microseconds when) { note(static_cast<std::uint64_t>(when.count())); }

    /// Eight bytes at a time, as a little-endian machine holds them.
    void note(std::string_view text)
    {
        note(text.size());
        while (text.size() >= sizeof(std::uint64_t)) {
            std::uint64_t piece = 0;
            std::memcpy(&piece, text.data(), sizeof piece);
            hash_ = (std::rotl(hash_, 23) ^ piece) * 0xbf58476d1ce4e5b9U;
            text.remove_prefix(sizeof piece);
        }
        std::uint64_t rest = 0;
        std::memcpy(&rest, text.data(), text.size());
        note(rest);
    }

    std::uint64_t hash() const { return hash_; }

private:
    std::uint64_t hash_ = 0x6d6f74637561U;
};

} // namespace motcua::simulation
