#include "base/json.hpp"

#include "base/hex.hpp"
#include "base/limits.hpp"

namespace motcua::base {

namespace {

/// What a JSON string may not hold as it is (RFC 8259, section 7).
bool must_escape(char letter)
{
    return static_cast<unsigned char>(letter) < 0x20 || letter == '"' || letter == '\\';
}

void write_escaped(std::string& out, char letter)
{
    switch (letter) {
    case '"':
        out += "\\\"";
        break;
    case '\\':
        out += "\\\\";
        break;
    case '\n':
        out += "\\n";
        break;
    case '\r':
        out += "\\r";
        break;
    case '\t':
        out += "\\t";
        break;
    default:
        out += "\\u00";
        out += hex_digits[static_cast<unsigned char>(letter) >> 4];
        out += hex_digits[static_cast<unsigned char>(letter) & 15];
    }
}

} // namespace

void write_string(std::string& out, std::string_view text)
{
    out += '"';
    std::size_t written = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!must_escape(text[i])) {
            continue;
        }
        out.append(text, written, i - written);
        write_escaped(out, text[i]);
        written = i + 1;
    }
    out.append(text, written);
    out += '"';
}

parsed<boost::json::value> parse_json(std::string_view text, boost::json::storage_ptr storage)
{
    boost::json::parse_options options;
    options.max_depth = json_depth_max;
    boost::system::error_code error;
    auto value = boost::json::parse(text, error, std::move(storage), options);
    if (error) {
        return field_error{field_fault::malformed, "", "This is not JSON: " + error.message() + "."};
    }
    return value;
}

} // namespace motcua::base
