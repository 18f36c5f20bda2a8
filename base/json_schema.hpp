#pragma once
// The JSON Schema (draft 2020-12, as OpenAPI 3.1 has it) of a message, from the same description as its JSON.

#include "base/json.hpp"

namespace motcua::base {

template <class T>
boost::json::object schema_of();

/// The schema of a described struct: its members, required unless they are optional.
template <class T>
boost::json::object struct_schema()
{
    boost::json::object properties;
    boost::json::array required;
    boost::mp11::mp_for_each<members_of<T>>([&](auto member) {
        using member_type = std::remove_cvref_t<decltype(std::declval<T&>().*member.pointer)>;
        constexpr auto name = wire_name<decltype(member)>;
        properties[name] = schema_of<member_type>();
        if (!is_optional<member_type>::value) {
            required.emplace_back(name);
        }
    });
    boost::json::object schema{{"type", "object"}, {"properties", std::move(properties)}};
    if (!required.empty()) {
        schema["required"] = std::move(required);
    }
    return schema;
}

template <class T>
boost::json::object enum_schema()
{
    boost::json::array names;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<T>>(
        [&](auto enumerator) { names.emplace_back(enumerator.name); });
    return {{"type", "string"}, {"enum", std::move(names)}};
}

template <class T>
boost::json::object schema_of()
{
    if constexpr (has_codec<T>) {
        return json_codec<T>::schema();
    } else if constexpr (std::same_as<T, bool>) {
        return {{"type", "boolean"}};
    } else if constexpr (std::integral<T>) {
        return {{"type", "integer"}};
    } else if constexpr (std::floating_point<T>) {
        return {{"type", "number"}};
    } else if constexpr (described_enum<T>) {
        return enum_schema<T>();
    } else if constexpr (std::same_as<T, std::string>) {
        return {{"type", "string"}};
    } else if constexpr (is_optional<T>::value) {
        return {{"anyOf", boost::json::array{schema_of<typename T::value_type>(), {{"type", "null"}}}}};
    } else if constexpr (is_vector<T>::value) {
        return {{"type", "array"}, {"items", schema_of<typename T::value_type>()}};
    } else if constexpr (is_string_map<T>::value) {
        return {{"type", "object"}, {"additionalProperties", schema_of<typename T::mapped_type>()}};
    } else {
        return struct_schema<T>();
    }
}

} // namespace motcua::base
