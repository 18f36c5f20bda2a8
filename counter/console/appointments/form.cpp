#include "counter/console/appointments/form.hpp"

#include "counter/console/appointments/limits.hpp"
#include "counter/console/typing.hpp"

#include <string_view>

namespace motcua::counter::console::appointments {
namespace {

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
    if (!is_phone) {
        type_into(form.name, letter, limits::name_letters);
    } else if (is_of_phone(letter)) {
        type_into(form.phone, letter, limits::phone_letters);
    }
}

void erase_from_form(state& form) { erase_last(form.field == field::phone ? form.phone : form.name); }

std::optional<field> missing_field(const state& form)
{
    if (is_blank(form.name)) {
        return field::name;
    }
    return is_blank(form.phone) ? std::optional(field::phone) : std::nullopt;
}

} // namespace motcua::counter::console::appointments
