#include "base/hex.hpp"

#include <charconv>

namespace motcua::base {

void append_hex(std::string& out, std::span<const std::uint8_t> bytes)
{
    const auto start = out.size();
    out.resize(start + 2 * bytes.size());
    auto* digit = out.data() + start;
    for (const auto byte : bytes) {
        *digit++ = hex_digits[byte >> 4U];
        *digit++ = hex_digits[byte & 15U];
    }
}

std::string to_hex(std::span<const std::uint8_t> bytes)
{
    std::string text;
    append_hex(text, bytes);
    return text;
}

bool read_hex(std::string_view text, std::span<std::uint8_t> bytes)
{
    if (text.size() != 2 * bytes.size()) {
        return false;
    }
    const auto* digit = text.data();
    for (auto& byte : bytes) {
        const auto read = std::from_chars(digit, digit + 2, byte, 16);
        if (read.ptr != digit + 2) {
            return false;
        }
        digit += 2;
    }
    return true;
}

} // namespace motcua::base
