#include "server/http/answer_text.hpp"

#include <algorithm>
#include <array>
#include <boost/beast/core/string.hpp>
#include <charconv>
#include <ctime>

namespace motcua::http {
namespace {

struct named
{
    std::string_view name, line;
};

constexpr std::string_view always = "X-Content-Type-Options: nosniff\r\nReferrer-Policy: no-referrer\r\n";

// A page may have its own of these.
constexpr std::array defaults{
    named{"Cache-Control", "Cache-Control: no-store\r\n"},
    named{"Content-Security-Policy",
          "Content-Security-Policy: default-src 'none'; frame-ancestors 'none'\r\n"}};

void append_number(std::string& out, std::size_t number)
{
    std::array<char, 20> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    out.append(digits.data(), end);
}

bool has_own(const response& answer, std::string_view name)
{
    return std::any_of(answer.headers.begin(), answer.headers.end(), [&](const response::header& header) {
        return boost::beast::iequals(header.first, name);
    });
}

} // namespace

void format_header(const response& answer, const answer_context& context, std::string& out)
{
    out = "HTTP/1.1 ";
    append_number(out, answer.status);
    ((out += ' ') += reason(answer.status)) += "\r\nDate: ";
    (out += context.date) += "\r\n";
    out += always;
    for (const auto& each : defaults) {
        if (!has_own(answer, each.name)) {
            out += each.line;
        }
    }
    for (const auto& [name, value] : answer.headers) {
        (((out += name) += ": ") += value) += "\r\n";
    }
    if (const auto length = answer.content_bytes().size(); length > 0) {
        ((out += "Content-Type: ") += answer.content_type) += "\r\n";
    }
    if (answer.status != 204 && answer.status != 304) {
        out += "Content-Length: ";
        append_number(out, answer.content_bytes().size());
        out += "\r\n";
    }
    if (answer.status == 426) {
        out += context.close ? "Upgrade: websocket\r\nConnection: close, Upgrade\r\n"
                             : "Upgrade: websocket\r\nConnection: Upgrade\r\n";
    } else if (context.close) {
        out += "Connection: close\r\n";
    } else if (context.is_http_1_0) {
        out += "Connection: keep-alive\r\n";
    }
    out += "\r\n";
}

std::string http_date(std::int64_t seconds)
{
    const std::time_t time = seconds;
    std::tm utc{};
    gmtime_r(&time, &utc);
    std::array<char, 32> text;
    return {text.data(), std::strftime(text.data(), text.size(), "%a, %d %b %Y %H:%M:%S GMT", &utc)};
}

} // namespace motcua::http
