#pragma once
// Reading a message over a value that stands already: what it names is replaced, what it leaves out stays.

#include "base/json.hpp"

namespace motcua::base {

/// Reads `value` over `target`. Members that `value` leaves out stay as they are; structs are read member by
/// member; a list is replaced as a whole, its items over fresh ones. Strict: a name that the struct does not
/// have is an error, as is a value of a wrong type. After an error `target` is in part the new one.
template <class T>
std::optional<field_error> read_over(T& target, const boost::json::value& value);

template <described_struct T>
bool has_member(std::string_view name)
{
    bool found = false;
    boost::mp11::mp_for_each<members_of<T>>(
        [&](auto member) { found = found || name == wire_name<decltype(member)>; });
    return found;
}

template <described_struct T>
std::optional<field_error> read_struct_over(T& target, const boost::json::value& value)
{
    const auto* object = value.if_object();
    if (object == nullptr) {
        return field_error{field_fault::wrong_type, "", "This must be an object."};
    }
    for (const auto& [name, item] : *object) {
        if (!has_member<T>(name)) {
            return field_error{field_fault::not_allowed, std::string(name), "There is no such key."};
        }
    }
    std::optional<field_error> fault;
    boost::mp11::mp_for_each<members_of<T>>([&](auto member) {
        constexpr auto name = wire_name<decltype(member)>;
        const auto* item = object->if_contains(name);
        if (fault || item == nullptr) {
            return;
        }
        if ((fault = read_over(target.*member.pointer, *item))) {
            fault = std::move(*fault).inside(std::string(name));
        }
    });
    return fault;
}

template <class Item>
std::optional<field_error> read_list_over(std::vector<Item>& target, const boost::json::value& value)
{
    const auto* array = value.if_array();
    if (array == nullptr) {
        return field_error{field_fault::wrong_type, "", "This must be a list."};
    }
    target.clear();
    target.reserve(array->size());
    for (const auto& item : *array) {
        if (auto fault = read_over(target.emplace_back(), item)) {
            return std::move(*fault).inside("[" + std::to_string(target.size() - 1) + "]");
        }
    }
    return std::nullopt;
}

template <class T>
std::optional<field_error> read_over(T& target, const boost::json::value& value)
{
    if constexpr (described_struct<T>) {
        return read_struct_over(target, value);
    } else if constexpr (is_vector<T>::value && !has_codec<T>) {
        return read_list_over(target, value);
    } else if constexpr (is_optional<T>::value) {
        if (value.is_null()) {
            target.reset();
            return std::nullopt;
        }
        return read_over(target.emplace(), value);
    } else {
        auto read = read_json<T>(value);
        if (!read) {
            return std::move(read).error();
        }
        target = *std::move(read);
        return std::nullopt;
    }
}

} // namespace motcua::base
