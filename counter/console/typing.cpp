#include "counter/console/typing.hpp"

#include "base/text.hpp"

#include <cstdint>

namespace motcua::counter::console {
namespace {

constexpr bool begins_letter(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }

/// `letter` as UTF-8; empty for what is not a letter of Unicode.
std::string utf8(char32_t letter)
{
    const auto tail = [letter](unsigned shift) {
        return static_cast<char>(0x80U | ((static_cast<std::uint32_t>(letter) >> shift) & 0x3FU));
    };
    const auto head = [letter](unsigned mark, unsigned shift) {
        return static_cast<char>(mark | (static_cast<std::uint32_t>(letter) >> shift));
    };
    if (letter < 0x80) {
        return {static_cast<char>(letter)};
    }
    if (letter < 0x800) {
        return {head(0xC0U, 6), tail(0)};
    }
    if (letter >= 0xD800 && letter <= 0xDFFF) {
        return {};
    }
    if (letter < 0x10000) {
        return {head(0xE0U, 12), tail(6), tail(0)};
    }
    return letter <= 0x10FFFF ? std::string{head(0xF0U, 18), tail(12), tail(6), tail(0)} : std::string();
}

} // namespace

void type_into(std::string& text, char32_t letter, std::size_t most)
{
    const bool is_control = letter < U' ' || letter == 0x7F;
    const bool is_first_space = letter == U' ' && text.empty();
    if (!is_control && !is_first_space && base::count_characters(text) < most) {
        text += utf8(letter);
    }
}

void erase_last(std::string& text)
{
    while (!text.empty() && !begins_letter(text.back())) {
        text.pop_back();
    }
    if (!text.empty()) {
        text.pop_back();
    }
}

} // namespace motcua::counter::console
