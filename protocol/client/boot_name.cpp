#include "protocol/client/boot_name.hpp"

#include <cstdint>
#include <random>

namespace motcua::client {

std::string boot_name()
{
    constexpr std::string_view digits = "0123456789abcdef";
    std::random_device random;
    std::string name;
    for (int part = 0; part < 2; ++part) {
        const std::uint32_t bits = random();
        for (int shift = 28; shift >= 0; shift -= 4)
            name += digits[bits >> shift & 15U];
    }
    return name;
}

} // namespace motcua::client
