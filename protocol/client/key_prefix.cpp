#include "protocol/client/key_prefix.hpp"

#include <cstdint>
#include <random>
#include <string_view>

namespace motcua::client {

std::string new_key_prefix()
{
    constexpr std::string_view digits = "0123456789abcdef";
    std::random_device random;
    std::string prefix;
    for (int part = 0; part < 2; ++part) {
        const std::uint32_t bits = random();
        for (int shift = 28; shift >= 0; shift -= 4)
            prefix += digits[bits >> shift & 15U];
    }
    return prefix;
}

} // namespace motcua::client
