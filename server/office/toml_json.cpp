#include "server/office/toml_json.hpp"

#include <boost/json.hpp>

namespace motcua::office {

boost::json::value to_json_value(const toml::node& node)
{
    if (const auto* table = node.as_table()) {
        boost::json::object object;
        for (const auto& [key, value] : *table) {
            object[key.str()] = to_json_value(value);
        }
        return object;
    }
    if (const auto* list = node.as_array()) {
        boost::json::array array;
        for (const auto& item : *list) {
            array.push_back(to_json_value(item));
        }
        return array;
    }
    if (const auto text = node.value_exact<std::string>()) {
        return boost::json::value(*text);
    }
    if (const auto number = node.value_exact<std::int64_t>()) {
        return boost::json::value(*number);
    }
    if (const auto flag = node.value_exact<bool>()) {
        return boost::json::value(*flag);
    }
    if (const auto real = node.value_exact<double>()) {
        return boost::json::value(*real);
    }
    return boost::json::object{}; // a date or a time: none of our keys takes one, nor an empty table
}

std::optional<std::string> unknown_key(const boost::json::value& given, const boost::json::value& known)
{
    if (const auto* object = given.if_object(); object != nullptr && known.is_object()) {
        for (const auto& [key, value] : *object) {
            const auto* same = known.get_object().if_contains(key);
            if (same == nullptr) {
                return std::string(key);
            }
            if (const auto inside = unknown_key(value, *same)) {
                return std::string(key) + (inside->front() == '[' ? "" : ".") + *inside;
            }
        }
    }
    if (const auto* array = given.if_array(); array != nullptr && known.is_array()) {
        for (std::size_t index = 0; index < array->size() && index < known.get_array().size(); ++index) {
            if (const auto inside = unknown_key(array->at(index), known.get_array().at(index))) {
                return "[" + std::to_string(index) + "]." + *inside;
            }
        }
    }
    return std::nullopt;
}

} // namespace motcua::office
