#include "server/http/request.hpp"

#include <algorithm>
#include <utility>

namespace motcua::http {
namespace {

constexpr std::size_t most_query_parameters = 32;
constexpr std::string_view broken_escape =
    "The path or the query has a broken percent escape or is not UTF-8.";

int hex_value(char digit) noexcept
{
    if (digit >= '0' && digit <= '9') {
        return digit - '0';
    }
    if (digit >= 'a' && digit <= 'f') {
        return digit - 'a' + 10;
    }
    if (digit >= 'A' && digit <= 'F') {
        return digit - 'A' + 10;
    }
    return -1;
}

/// Well-formed UTF-8 by the table of RFC 3629, section 4.
bool is_utf8(std::string_view text) noexcept
{
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
    for (std::size_t i = 0; i < text.size();) {
        const auto lead = byte(i);
        if (lead < 0x80) {
            ++i;
            continue;
        }
        const std::size_t length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
        if (lead < 0xc2 || lead > 0xf4 || i + length > text.size()) {
            return false;
        }
        const auto second = byte(i + 1);
        const unsigned lowest = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
        const unsigned highest = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
        if (second < lowest || second > highest) {
            return false;
        }
        for (std::size_t k = 2; k < length; ++k) {
            if ((byte(i + k) & 0xc0) != 0x80) {
                return false;
            }
        }
        i += length;
    }
    return true;
}

bool unescape(std::string_view text, bool plus_is_space, std::string& out)
{
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '%') {
            if (i + 2 >= text.size()) {
                return false;
            }
            const int high = hex_value(text[i + 1]), low = hex_value(text[i + 2]);
            if (high < 0 || low < 0) {
                return false;
            }
            out += static_cast<char>(high * 16 + low);
            i += 2;
        } else {
            out += plus_is_space && text[i] == '+' ? ' ' : text[i];
        }
    }
    return true;
}

} // namespace

bool request::set_target(std::string_view target)
{
    segments_.clear();
    parameters_.clear();
    query_.clear();
    decoded_.clear();
    target_fault_ = {};
    if (target.empty() || target.front() != '/') {
        return refuse_target("The path must begin with /.");
    }
    const auto question = target.find('?');
    path_ = target.substr(0, question);
    std::string_view rest = path_ == "/" ? "" : path_;
    while (!rest.empty() && segments_.size() < segments_.capacity()) {
        rest.remove_prefix(1);
        const auto text = rest.substr(0, rest.find('/'));
        rest.remove_prefix(text.size());
        std::string_view segment;
        if (!decode(text, false, segment)) {
            return refuse_target(broken_escape);
        }
        segments_.push_back(segment);
    }
    return question == target.npos || set_query(target.substr(question + 1));
}

void request::reset() noexcept
{
    method = verb::get;
    host = origin = content_type = user_agent = if_none_match = if_match = body = path_ = target_fault_ = {};
    bearer.reset();
    cookie.reset();
    from_script = false;
    idempotency_key.reset();
    content_length = 0;
    segments_.clear();
    parameters_.clear();
    query_.clear();
    decoded_.clear();
}

bool request::set_query(std::string_view text)
{
    while (!text.empty()) {
        const auto end = text.find('&');
        const auto item = text.substr(0, end);
        text.remove_prefix(end == text.npos ? text.size() : end + 1);
        if (item.empty()) {
            continue;
        }
        const auto equals = item.find('=');
        pair decoded;
        if (query_.size() == most_query_parameters) {
            return refuse_target("The query has more than 32 parameters.");
        }
        if (!decode(item.substr(0, equals), true, decoded.name) ||
            (equals != item.npos && !decode(item.substr(equals + 1), true, decoded.value))) {
            return refuse_target(broken_escape);
        }
        query_.push_back(decoded);
    }
    return true;
}

bool request::refuse_target(std::string_view why) noexcept
{
    target_fault_ = why;
    return false;
}

bool request::decode(std::string_view text, bool plus_is_space, std::string_view& decoded)
{
    decoded = text;
    if (text.find('%') != text.npos || (plus_is_space && text.find('+') != text.npos)) {
        std::string& changed = decoded_.emplace_front();
        if (!unescape(text, plus_is_space, changed)) {
            return false;
        }
        decoded = changed;
    }
    return is_utf8(decoded);
}

std::string_view request::parameter(std::string_view name) const noexcept
{
    for (const auto& each : parameters_) {
        if (each.name == name) {
            return each.value;
        }
    }
    return {};
}

std::optional<std::string_view> request::query(std::string_view name) const noexcept
{
    for (const auto& each : query_) {
        if (each.name == name) {
            return each.value;
        }
    }
    return std::nullopt;
}

void request::set_parameter(std::string_view name, std::string_view value)
{
    parameters_.push_back({name, value});
}

} // namespace motcua::http
