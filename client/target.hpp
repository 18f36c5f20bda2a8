#pragma once
// The target of a request: a path with its query, percent-encoded.

#include <string>
#include <string_view>

namespace motcua::client {

/// `text` as one segment of a path or one value of a query.
std::string percent_encoded(std::string_view text);

/// Adds `name=value` to the query of `target`; `value` is encoded here.
std::string with_query(std::string target, std::string_view name, std::string_view value);

/// Begins with a slash and holds nothing that would break a request's first line.
bool is_target(std::string_view text);

/// Printable ASCII without spaces, not empty.
bool is_token(std::string_view text);

} // namespace motcua::client
