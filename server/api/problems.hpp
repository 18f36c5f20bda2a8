#pragma once
// Every reason to refuse a request, as an answer.

#include "base/field_error.hpp"
#include "server/domain/commands.hpp"
#include "server/http/response.hpp"

namespace motcua::api {

/// 400 for a text that is not JSON, 422 with the field for everything else.
http::response problem_of(const base::field_error& wrong);

/// A refusal of the domain. `wrong_state` has the ticket's state as member `state` too; a ticket that is not
/// issued now has `opens_at` at `offset`, and the `reason` and end of a suspension.
http::response problem_of(const domain::refusal& refused, std::chrono::minutes offset = {});

http::response unknown_thing(std::string_view what);
/// 422: a `cursor` that is not the `next_cursor` of a page.
http::response wrong_cursor();
/// 428: a change of what others may change too must say what it was made from.
http::response precondition_required();
http::response no_credential();
http::response wrong_role();
/// 403: a page of another server may have sent the cookie.
http::response cross_site();
/// 403: the console only reads until an officer signs in.
http::response sign_in_required();
/// 403: the password was given for one time.
http::response password_change_required();

/// 503 with `Retry-After`: the store accepts nothing now and the outcome is unknown; the same key may be sent
/// again.
http::response unavailable();

/// 429 with `Retry-After`.
http::response too_many_requests(std::chrono::seconds wait);
http::response too_many_sign_ins(std::chrono::seconds wait);

} // namespace motcua::api
