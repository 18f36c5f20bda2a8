#pragma once
// The answer of a handler, and the one form of every error.

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace motcua::http {

namespace content {
inline constexpr std::string_view json = "application/json";
inline constexpr std::string_view problem = "application/problem+json";
inline constexpr std::string_view html = "text/html; charset=utf-8";
inline constexpr std::string_view css = "text/css; charset=utf-8";
inline constexpr std::string_view javascript = "text/javascript; charset=utf-8";
inline constexpr std::string_view text = "text/plain; charset=utf-8";
inline constexpr std::string_view svg = "image/svg+xml";
inline constexpr std::string_view csv = "text/csv; charset=utf-8";
inline constexpr std::string_view calendar = "text/calendar; charset=utf-8";
} // namespace content

struct response
{
    using header = std::pair<std::string, std::string>;

    unsigned status = 200;
    std::string_view content_type = content::json; ///< must be a constant; not sent when the body is empty
    std::string body;
    std::shared_ptr<const std::string> shared_body; ///< sent instead of `body`, without a copy
    std::vector<header> headers;                    ///< only through set_header

    /// Adds a header, in place of one of the same name and of the default of that name
    /// (Content-Security-Policy, …). Throws std::invalid_argument if the name is not a token, the value holds
    /// a control byte (it could begin another header), or the header is one that the session writes itself
    /// (Content-Length, Connection, …).
    response& set_header(std::string_view name, std::string_view value);

    const std::string& content_bytes() const noexcept { return shared_body ? *shared_body : body; }
};

/// An answer with a JSON body.
response json(unsigned status, std::string body);

/// An RFC 9457 problem: `code` is a stable snake_case word, `detail` a sentence for people in UTF-8, `field`
/// the one field at fault, if there is one.
response problem(unsigned status, std::string_view code, std::string_view detail,
                 std::string_view field = {});

/// `text` in quotes, with what RFC 8259 wants escaped.
std::string json_quoted(std::string_view text);

/// "Not Found" for 404; "Unknown" for a status that is not registered.
std::string_view reason(unsigned status) noexcept;

} // namespace motcua::http
