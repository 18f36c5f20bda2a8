#pragma once
// Writes the header of an answer into a string that the session keeps: no allocation per answer.

#include "server/http/response.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace motcua::http {

struct answer_context
{
    std::string_view date; ///< as RFC 9110 writes it
    bool close = false;
    bool is_http_1_0 = false;
};

/// Replaces `out` by the status line and header of `answer`, blank line included.
void format_header(const response& answer, const answer_context& context, std::string& out);

/// The header Date for `seconds` since 1970.
std::string http_date(std::int64_t seconds);

} // namespace motcua::http
