#pragma once
// What the HTTP side reports about itself, for the log of the process.

#include <functional>
#include <string_view>

namespace motcua::http {

enum class notice
{
    handler_failed,   ///< an exception; the request got a 500
    accept_failed,    ///< no descriptor or memory for another connection
    handshake_failed, ///< TLS never began
    feed_behind,      ///< a feed was dropped because its client did not keep up
    client_gone       ///< the client of a feed left or fell silent
};

/// Gets the kind and one line of detail, which never holds a query or a credential. On the thread of the
/// io_context.
using notice_function = std::function<void(notice kind, std::string_view detail)>;

} // namespace motcua::http
