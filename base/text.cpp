#include "base/text.hpp"

#include <algorithm>

namespace motcua::base {

std::size_t count_characters(std::string_view text)
{
    const auto starts_character = [](char unit) { return (static_cast<unsigned char>(unit) & 0xC0) != 0x80; };
    return static_cast<std::size_t>(std::ranges::count_if(text, starts_character));
}

bool has_control_character(std::string_view text)
{
    return std::ranges::any_of(
        text, [](char unit) { return static_cast<unsigned char>(unit) < 0x20 || unit == 0x7F; });
}

} // namespace motcua::base
