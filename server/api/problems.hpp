#pragma once
// Why a call is refused, as answers.

#include "base/field_error.hpp"
#include "server/domain/commands.hpp"
#include "server/http/response.hpp"

namespace motcua::api {

/// 400 for a text that is no JSON, 422 with the field for everything else.
http::response problem_of(const base::field_error& wrong);

/// A refusal of the domain. `wrong_state` has the ticket's state as member `state` too.
http::response problem_of(const domain::refusal& refused);

http::response unknown_thing(std::string_view what);
/// 422: a `cursor` that no page gave.
http::response wrong_cursor();
http::response no_credential();
http::response wrong_role();

/// The store does not take anything now: the outcome is unknown, the same key may be asked again.
http::response unavailable();

/// 429 with `Retry-After`.
http::response too_many_calls(std::chrono::seconds wait);
http::response too_many_sign_ins(std::chrono::seconds wait);

} // namespace motcua::api
