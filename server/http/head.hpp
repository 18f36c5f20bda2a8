#pragma once
// Reads the header of a request, stricter than Beast does: what RFC 9112 wants refused, or what lets two
// parsers disagree about where a request ends, is refused here before any of its body is read.

#include "server/http/limits.hpp"
#include "server/http/request.hpp"
#include "server/http/response.hpp"

#include <cstddef>
#include <optional>
#include <string_view>

namespace motcua::http {

/// What the header says to the session and not to the handler.
struct head
{
    bool keep_alive = true;
    bool expects_continue = false;
    bool is_http_1_0 = false;
    bool upgrades = false; ///< to WebSocket
    std::string_view websocket_key;
    std::string_view websocket_version;
    std::string_view websocket_protocols;
};

/// Finds the blank line that ends a header.
class head_scan
{
public:
    enum class found
    {
        nothing,
        end,
        broken
    };

    /// Looks through the bytes that came since the last call. `broken`: a line that does not end in CR LF or
    /// that continues the one before it (obs-fold).
    found look(std::string_view bytes) noexcept;

    std::size_t length() const noexcept { return line_; } ///< of the header with its blank line, once found
    bool on_first_line() const noexcept { return line_ == 0; }
    void reset() noexcept { *this = {}; }

private:
    std::size_t line_ = 0; ///< where the unfinished line begins
    std::size_t seen_ = 0;
};

/// Reads a whole header, blank line included, into `asked` and `said` anew; both keep views into `bytes`.
/// Returns the answer with which to refuse it, or nothing.
std::optional<response> parse_head(std::string_view bytes, const limits& bounds, request& asked, head& said);

} // namespace motcua::http
