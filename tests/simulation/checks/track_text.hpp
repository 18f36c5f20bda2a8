#pragma once
// The ids of tracks and holds as paths and messages have them.

#include <array>
#include <cstdint>
#include <string>

namespace motcua::simulation {

/// RFC 4648, section 5, without padding: six bits a character.
inline std::string track_text(const std::array<std::uint8_t, 16>& bits)
{
    constexpr const char* digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    constexpr std::size_t characters = 22;
    std::string text;
    for (std::size_t place = 0; place < characters; ++place) {
        unsigned value = 0;
        for (std::size_t bit = place * 6; bit < place * 6 + 6; ++bit) {
            const auto byte = bit / 8 < bits.size() ? bits[bit / 8] : std::uint8_t{0};
            value = value << 1U | ((static_cast<unsigned>(byte) >> (7U - bit % 8)) & 1U);
        }
        text += digits[value];
    }
    return text;
}

} // namespace motcua::simulation
