#pragma once
// Reads the header of a request, more strictly than Beast: everything that RFC 9112 forbids, or that lets two
// parsers disagree about the end of a request, is refused here before any of its body is read.

#include "server/http/limits.hpp"
#include "server/http/request.hpp"
#include "server/http/response.hpp"

#include <cstddef>
#include <optional>
#include <string_view>

namespace motcua::http {

/// The part of the header that is for the session and not for the handler.
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

    /// Reads the bytes that were added since the last look. `broken`: a line that does not end in CR LF or
    /// that continues the one before it (obs-fold).
    found look(std::string_view bytes) noexcept;

    std::size_t length() const noexcept { return line_; } ///< of the header with its blank line, once found
    bool on_first_line() const noexcept { return line_ == 0; }
    void reset() noexcept { *this = {}; }

private:
    std::size_t line_ = 0; ///< where the unfinished line begins
    std::size_t seen_ = 0;
};

/// Replaces `request` and `head` by those of a whole header, blank line included; both keep views into
/// `bytes`. Returns the answer that refuses it, or none.
std::optional<response> parse_head(std::string_view bytes, const limits& bounds, request& request,
                                   head& head);

} // namespace motcua::http
