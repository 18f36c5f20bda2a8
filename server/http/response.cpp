#include "server/http/response.hpp"

#include "base/hex.hpp"

#include <algorithm>
#include <array>
#include <boost/beast/core/string.hpp>
#include <boost/beast/http/status.hpp>
#include <stdexcept>

namespace motcua::http {
namespace {

constexpr std::array<std::string_view, 6> written_by_session{
    "Connection", "Content-Length", "Content-Type", "Date", "Transfer-Encoding", "Upgrade"};

bool is_token(std::string_view text) noexcept
{
    constexpr std::string_view others = "!#$%&'*+-.^_`|~";
    return !text.empty() && std::all_of(text.begin(), text.end(), [&](char letter) {
        return (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'z') ||
               (letter >= 'A' && letter <= 'Z') || others.find(letter) != others.npos;
    });
}

bool has_control_byte(std::string_view text) noexcept
{
    return std::any_of(text.begin(), text.end(),
                       [](char byte) { return static_cast<unsigned char>(byte) < 0x20 || byte == 0x7f; });
}

} // namespace

response& response::set_header(std::string_view name, std::string_view value)
{
    const auto same = [&](std::string_view other) { return boost::beast::iequals(name, other); };
    if (!is_token(name) || has_control_byte(value) ||
        std::any_of(written_by_session.begin(), written_by_session.end(), same)) {
        throw std::invalid_argument{"a header that must not be sent"};
    }
    const auto old =
        std::find_if(headers.begin(), headers.end(), [&](const header& known) { return same(known.first); });
    if (old != headers.end()) {
        old->second = value;
    } else {
        headers.emplace_back(name, value);
    }
    return *this;
}

response json(unsigned status, std::string body)
{
    response answer;
    answer.status = status;
    answer.body = std::move(body);
    return answer;
}

response problem(unsigned status, std::string_view code, std::string_view detail, std::string_view field)
{
    response answer;
    answer.status = status;
    answer.content_type = content::problem;
    answer.body = R"({"type":"about:blank","title":)" + json_quoted(reason(status)) +
                  ",\"status\":" + std::to_string(status) + ",\"detail\":" + json_quoted(detail) +
                  ",\"code\":" + json_quoted(code);
    if (!field.empty()) {
        answer.body += ",\"field\":" + json_quoted(field);
    }
    answer.body += '}';
    return answer;
}

std::string json_quoted(std::string_view text)
{
    std::string out = "\"";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            (out += '\\') += c;
        } else if (byte < 0x20) {
            ((out += "\\u00") += base::hex_digits[byte >> 4]) += base::hex_digits[byte & 15];
        } else {
            out += c;
        }
    }
    return out += '"';
}

std::string_view reason(unsigned status) noexcept
{
    // RFC 9110 has other names for these than Beast.
    if (status == 413) {
        return "Content Too Large";
    }
    if (status == 422) {
        return "Unprocessable Content";
    }
    const auto known = boost::beast::http::int_to_status(status);
    if (known == boost::beast::http::status::unknown) {
        return "Unknown";
    }
    const auto text = boost::beast::http::obsolete_reason(known);
    return {text.data(), text.size()};
}

} // namespace motcua::http
