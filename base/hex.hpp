#pragma once
// Bits as lowercase hex digits, and back.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace motcua::base {

inline constexpr std::string_view hex_digits = "0123456789abcdef";

/// Appends two digits per byte, the high half first.
void append_hex(std::string& out, std::span<const std::uint8_t> bytes);

std::string to_hex(std::span<const std::uint8_t> bytes);

/// Fills `bytes` from exactly twice as many digits, uppercase or lowercase. False when `text` is anything
/// else; `bytes` is then unspecified.
bool read_hex(std::string_view text, std::span<std::uint8_t> bytes);

} // namespace motcua::base
