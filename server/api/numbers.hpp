#pragma once
// Whole numbers in paths, queries and cursors.

#include <charconv>
#include <cstdint>
#include <optional>
#include <string_view>

namespace motcua::api {

/// All of `text` as a number to `base`; none when it is anything else, or does not fit.
template <class Number = std::int64_t>
std::optional<Number> read_number(std::string_view text, int base = 10)
{
    Number number = 0;
    const auto* end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, number, base);
    return read.ec == std::errc{} && read.ptr == end ? std::optional{number} : std::nullopt;
}

} // namespace motcua::api
