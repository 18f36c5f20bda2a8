#include "counter/console/bookings/form.hpp"

#include "base/text.hpp"
#include "counter/console/bookings/limits.hpp"

#include <string_view>

namespace motcua::counter::console::bookings {
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

bool is_of_phone(char32_t letter)
{
    constexpr std::u32string_view others = U"+ .-()";
    return (letter >= U'0' && letter <= U'9') || others.find(letter) != others.npos;
}

bool is_blank(const std::string& text) { return text.find_first_not_of(' ') == text.npos; }

} // namespace

void type_into_form(state& form, char32_t letter)
{
    const bool is_phone = form.field == field::phone;
    if (letter < U' ' || letter == 0x7F || (is_phone && !is_of_phone(letter))) {
        return;
    }
    auto& typed = is_phone ? form.phone : form.name;
    const bool is_first_space = letter == U' ' && typed.empty();
    const auto most = is_phone ? limits::phone_letters : limits::name_letters;
    if (!is_first_space && base::count_characters(typed) < most) {
        typed += utf8(letter);
    }
}

void erase_from_form(state& form)
{
    auto& typed = form.field == field::phone ? form.phone : form.name;
    while (!typed.empty() && !begins_letter(typed.back())) {
        typed.pop_back();
    }
    if (!typed.empty()) {
        typed.pop_back();
    }
}

std::optional<field> missing_field(const state& form)
{
    if (is_blank(form.name)) {
        return field::name;
    }
    return is_blank(form.phone) ? std::optional(field::phone) : std::nullopt;
}

} // namespace motcua::counter::console::bookings
