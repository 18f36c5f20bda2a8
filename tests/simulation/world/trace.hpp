#pragma once
// What a run did, as one number: two runs that did the same have the same.

#include "tests/simulation/random.hpp"

#include <chrono>
#include <cstring>
#include <string_view>

namespace motcua::simulation {

class trace
{
public:
    void note(std::uint64_t number) { hash_ = mixed(hash_ ^ number); }
    void note(std::chrono::microseconds moment) { note(static_cast<std::uint64_t>(moment.count())); }

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
