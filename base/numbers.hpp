#pragma once
// Whole numbers in paths, queries, cursors and addresses.

#include <charconv>
#include <cstdint>
#include <optional>
#include <string_view>

namespace motcua::base {

/// All of `text` as a decimal number; none for any other text or a number that does not fit.
template <class Number = std::int64_t>
std::optional<Number> read_number(std::string_view text)
{
    Number number = 0;
    const auto* end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, number);
    return read.ec == std::errc{} && read.ptr == end ? std::optional{number} : std::nullopt;
}

} // namespace motcua::base
