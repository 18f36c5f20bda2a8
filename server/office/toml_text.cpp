#include "server/office/toml_text.hpp"

#include <boost/json.hpp>
#include <cerrno>
#include <fstream>
#include <iterator>
#include <sstream>
#include <system_error>

namespace motcua::office {

or_reason<std::string> read_text(const std::filesystem::path& file)
{
    std::error_code not_there;
    if (std::filesystem::is_directory(file, not_there)) {
        return reason{file.string() + " is a folder, not a file"};
    }
    std::ifstream in(file, std::ios::binary);
    if (!in) {
        return reason{file.string() + " cannot be read: " + std::generic_category().message(errno)};
    }
    return {boost::system::in_place_value, std::istreambuf_iterator<char>(in),
            std::istreambuf_iterator<char>()};
}

or_reason<toml::table> parse_toml(std::string_view text, const std::string& file)
{
    try {
        return toml::table{toml::parse(text, file)};
    } catch (const toml::parse_error& wrong) {
        std::ostringstream line;
        line << file << ":" << wrong.source().begin.line << ": " << wrong.description();
        return reason{line.str()};
    }
}

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

} // namespace motcua::office
