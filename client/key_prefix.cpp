#include "client/key_prefix.hpp"

#include "base/hex.hpp"

#include <cstdint>
#include <random>

namespace motcua::client {

std::string new_key_prefix()
{
    std::random_device random;
    std::string prefix;
    for (int part = 0; part < 2; ++part) {
        const std::uint32_t bits = random();
        for (int shift = 28; shift >= 0; shift -= 4) {
            prefix += base::hex_digits[bits >> shift & 15U];
        }
    }
    return prefix;
}

} // namespace motcua::client
