#pragma once
// One row of the endpoint table as an operation of the OpenAPI document.

#include "server/api/endpoint.hpp"

namespace motcua::api {

/// The refusals that may come before the handler of a row runs.
inline constexpr std::array common_refusals{400U, 401U, 403U, 404U, 409U, 413U, 415U, 422U, 429U, 500U, 503U};
/// The refusal of a feed to a request without an upgrade.
inline constexpr unsigned upgrade_required = 426;

/// The refusals of a row that needs an If-Match.
inline constexpr std::array match_refusals{412U, 428U};

/// A reference to the schema with this name among the components.
boost::json::object reference(std::string_view name);

/// The member `content`: one content type with its schema.
boost::json::object content_of(std::string_view type, boost::json::object schema);

/// Adds the headers that every answer with this status has.
void add_headers_of_status(boost::json::object& answer, unsigned status);

boost::json::object operation_of(const endpoint& row);

} // namespace motcua::api
