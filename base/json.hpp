#pragma once
// JSON of described structs, both ways: the member names are the wire names, the member types are the rules.

#include "base/json_codec.hpp"

#include <algorithm>
#include <array>
#include <boost/describe.hpp>
#include <boost/json.hpp>
#include <boost/mp11.hpp>
#include <charconv>
#include <concepts>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace motcua::base {

template <class T>
concept has_codec = requires(std::string& out, const T& value)
{
    json_codec<T>::write(out, value);
};

template <class T>
concept described_struct =
    boost::describe::has_describe_members<T>::value && !std::is_enum_v<T> && !has_codec<T>;

template <class T>
concept described_enum = boost::describe::has_describe_enumerators<T>::value && !has_codec<T>;

template <class T>
using members_of =
    boost::describe::describe_members<T, boost::describe::mod_public | boost::describe::mod_inherited>;

template <class T>
struct is_optional : std::false_type
{};
template <class T>
struct is_optional<std::optional<T>> : std::true_type
{};
template <class T>
struct is_vector : std::false_type
{};
template <class T>
struct is_vector<std::vector<T>> : std::true_type
{};
template <class T>
struct is_string_map : std::false_type
{};
template <class T>
struct is_string_map<std::map<std::string, T>> : std::true_type
{};

/// The name of a member on the wire. A member that would be a word of C++ has an underscore behind it.
template <class Member>
constexpr std::string_view wire_name = [] {
    std::string_view name = Member::name;
    if (name.ends_with('_')) {
        name.remove_suffix(1);
    }
    return name;
}();

/// What stands before the value of a member: `,"name":`. Made by the compiler, since an answer has thirty.
template <class Member>
constexpr auto member_start = [] {
    constexpr auto name = wire_name<Member>;
    std::array<char, name.size() + 4> text{',', '"'};
    std::ranges::copy(name, text.begin() + 2);
    text[name.size() + 2] = '"';
    text[name.size() + 3] = ':';
    return text;
}();

/// Most messages are not longer: their text is allocated once.
constexpr std::size_t usual_message_bytes = 768;

/// Appends `text` as a JSON string with quotes and escapes.
void write_string(std::string& out, std::string_view text);

/// Appends `value` as JSON. Optionals that are empty are written as null, never left out.
template <class T>
void write_json(std::string& out, const T& value)
{
    if constexpr (has_codec<T>) {
        json_codec<T>::write(out, value);
    } else if constexpr (std::same_as<T, bool>) {
        out += value ? "true" : "false";
    } else if constexpr (std::integral<T> || std::floating_point<T>) {
        std::array<char, 32> digits;
        const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
        out.append(digits.data(), end);
    } else if constexpr (described_enum<T>) {
        out += '"';
        out += boost::describe::enum_to_string(value, "");
        out += '"';
    } else if constexpr (std::convertible_to<const T&, std::string_view>) {
        write_string(out, value);
    } else if constexpr (is_optional<T>::value) {
        if (value) {
            write_json(out, *value);
        } else {
            out += "null";
        }
    } else if constexpr (is_vector<T>::value) {
        out += '[';
        for (const auto& item : value) {
            if (out.back() != '[') {
                out += ',';
            }
            write_json(out, item);
        }
        out += ']';
    } else if constexpr (is_string_map<T>::value) {
        out += '{';
        for (const auto& [name, item] : value) {
            if (out.back() != '{') {
                out += ',';
            }
            write_string(out, name);
            out += ':';
            write_json(out, item);
        }
        out += '}';
    } else {
        static_assert(described_struct<T>, "describe the struct or give it a json_codec");
        const auto start = out.size();
        boost::mp11::mp_for_each<members_of<T>>([&](auto member) {
            out.append(member_start<decltype(member)>.data(), member_start<decltype(member)>.size());
            write_json(out, value.*member.pointer);
        });
        if (out.size() == start) {
            out += '{';
        } else {
            out[start] = '{';
        }
        out += '}';
    }
}

template <class T>
std::string to_json(const T& value)
{
    std::string out;
    out.reserve(usual_message_bytes);
    write_json(out, value);
    return out;
}

template <class T>
parsed<T> read_json(const boost::json::value& value);

template <class T>
parsed<T> read_struct(const boost::json::value& value)
{
    const auto* object = value.if_object();
    if (object == nullptr) {
        return field_error{field_fault::wrong_type, "", "This must be an object."};
    }
    T result{};
    std::optional<field_error> fault;
    boost::mp11::mp_for_each<members_of<T>>([&](auto member) {
        if (fault) {
            return;
        }
        constexpr auto name = wire_name<decltype(member)>;
        auto& target = result.*member.pointer;
        using member_type = std::remove_reference_t<decltype(target)>;
        const auto* item = object->if_contains(name);
        if (item == nullptr || item->is_null()) {
            // What may be null may be left out.
            if constexpr (!is_optional<member_type>::value) {
                fault = field_error{field_fault::missing, std::string(name), "This field is required."};
            }
            return;
        }
        auto read = read_json<member_type>(*item);
        if (read) {
            target = std::move(*read);
        } else {
            fault = std::move(read).error().inside(std::string(name));
        }
    });
    if (fault) {
        return *std::move(fault);
    }
    return result;
}

/// The names of an enum for an error message: "none, elderly, disabled".
template <described_enum T>
std::string enum_names()
{
    std::string names;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<T>>([&](auto enumerator) {
        if (!names.empty()) {
            names += ", ";
        }
        names += enumerator.name;
    });
    return names;
}

/// The enumerator called `name`, all of it; none when there is none.
template <described_enum T>
std::optional<T> enum_named(std::string_view name)
{
    std::optional<T> found;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<T>>([&](auto enumerator) {
        if (name == enumerator.name) {
            found = enumerator.value;
        }
    });
    return found;
}

/// The same as a value that someone sent.
template <described_enum T>
parsed<T> read_word(std::string_view name)
{
    const auto named = enum_named<T>(name);
    if (!named) {
        return field_error{field_fault::not_allowed, "", "This must be one of " + enum_names<T>() + "."};
    }
    return *named;
}

template <std::integral T>
parsed<T> read_integer(const boost::json::value& value)
{
    boost::system::error_code error;
    const auto number = value.to_number<T>(error);
    if (!value.is_number()) {
        return field_error{field_fault::wrong_type, "", "This must be a whole number."};
    }
    if (error) {
        return field_error{field_fault::out_of_range, "", "The number does not fit this field."};
    }
    return number;
}

template <class T>
parsed<std::vector<T>> read_vector(const boost::json::value& value)
{
    const auto* array = value.if_array();
    if (array == nullptr) {
        return field_error{field_fault::wrong_type, "", "This must be a list."};
    }
    std::vector<T> items;
    items.reserve(array->size());
    for (const auto& item : *array) {
        auto read = read_json<T>(item);
        if (!read) {
            return std::move(read).error().inside("[" + std::to_string(items.size()) + "]");
        }
        items.push_back(std::move(*read));
    }
    return items;
}

template <class T>
parsed<std::map<std::string, T>> read_map(const boost::json::value& value)
{
    const auto* object = value.if_object();
    if (object == nullptr) {
        return field_error{field_fault::wrong_type, "", "This must be an object."};
    }
    std::map<std::string, T> items;
    for (const auto& [name, item] : *object) {
        auto read = read_json<T>(item);
        if (!read) {
            return std::move(read).error().inside(name);
        }
        items.emplace(name, std::move(*read));
    }
    return items;
}

template <class T>
parsed<T> read_json(const boost::json::value& value)
{
    if constexpr (has_codec<T>) {
        return json_codec<T>::read(value);
    } else if constexpr (std::same_as<T, bool>) {
        if (!value.is_bool()) {
            return field_error{field_fault::wrong_type, "", "This must be true or false."};
        }
        return value.get_bool();
    } else if constexpr (std::integral<T>) {
        return read_integer<T>(value);
    } else if constexpr (std::floating_point<T>) {
        if (!value.is_number()) {
            return field_error{field_fault::wrong_type, "", "This must be a number."};
        }
        return value.to_number<T>();
    } else if constexpr (described_enum<T>) {
        if (!value.is_string()) {
            return field_error{field_fault::wrong_type, "", "This must be a text."};
        }
        const auto& name = value.get_string();
        return read_word<T>({name.data(), name.size()});
    } else if constexpr (std::same_as<T, std::string>) {
        if (!value.is_string()) {
            return field_error{field_fault::wrong_type, "", "This must be a text."};
        }
        return std::string(value.get_string());
    } else if constexpr (is_optional<T>::value) {
        if (value.is_null()) {
            return T{};
        }
        auto read = read_json<typename T::value_type>(value);
        if (!read) {
            return std::move(read).error();
        }
        return T{std::move(*read)};
    } else if constexpr (is_vector<T>::value) {
        return read_vector<typename T::value_type>(value);
    } else if constexpr (is_string_map<T>::value) {
        return read_map<typename T::mapped_type>(value);
    } else {
        return read_struct<T>(value);
    }
}

/// Parses `text` (at most `json_depth_max` deep) without looking at its meaning.
parsed<boost::json::value> parse_json(std::string_view text, boost::json::storage_ptr storage = {});

/// The message in `text`, or the first field that is wrong and why.
template <class T>
parsed<T> from_json(std::string_view text)
{
    // Most messages are small: their parse tree lives on the stack.
    std::array<unsigned char, 4096> buffer;
    boost::json::monotonic_resource storage(buffer.data(), buffer.size());
    auto value = parse_json(text, &storage);
    if (!value) {
        return std::move(value).error();
    }
    return read_json<T>(*value);
}

} // namespace motcua::base
