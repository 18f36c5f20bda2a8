#pragma once
// The OpenAPI 3.1 description of the interface, made from its rows and their messages.

#include "server/api/endpoint.hpp"

namespace motcua::api {

/// The whole document as JSON.
std::string openapi_document(const std::vector<endpoint>& rows);

} // namespace motcua::api
