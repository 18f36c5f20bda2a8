#pragma once
// Text fields that carry their own limits.

#include "base/json.hpp"

namespace motcua::base {

/// How many characters (Unicode code points) `text`, which is valid UTF-8, has.
std::size_t count_characters(std::string_view text);

/// Whether `text` has a control character (C0 or DEL), which no field may hold.
bool has_control_character(std::string_view text);

/// A text of `Min` to `Max` characters without control characters.
template <std::size_t Min, std::size_t Max>
struct text : std::string
{
    using std::string::string;
    text() = default;
    explicit text(std::string value) : std::string(std::move(value)) {}
};

template <std::size_t Min, std::size_t Max>
struct json_codec<text<Min, Max>>
{
    static void write(std::string& out, const text<Min, Max>& value) { write_string(out, value); }

    static parsed<text<Min, Max>> read(const boost::json::value& value)
    {
        auto read = read_json<std::string>(value);
        if (!read) {
            return std::move(read).error();
        }
        const auto length = count_characters(*read);
        if (length < Min || length > Max) {
            const auto fault = length < Min ? field_fault::too_short : field_fault::too_long;
            const auto most = Min == Max ? std::string() : " to " + std::to_string(Max);
            return field_error{fault, "", "This must have " + std::to_string(Min) + most + " characters."};
        }
        if (has_control_character(*read)) {
            return field_error{field_fault::not_allowed, "", "Control characters are not allowed."};
        }
        return text<Min, Max>(std::move(*read));
    }

    static boost::json::object schema()
    {
        return {{"type", "string"}, {"minLength", Min}, {"maxLength", Max}};
    }
};

} // namespace motcua::base
