// Staff sign in and out.

#include "server/access/limits.hpp"
#include "server/api/resources/resources.hpp"
#include "server/api/views.hpp"

namespace motcua::api {

namespace {

response wrong_password()
{
    auto told = http::problem(401, "wrong_password", "No such account, or another password.");
    told.set_header("WWW-Authenticate", "Bearer"); // RFC 9110, section 11.6.1
    return told;
}

/// The time is not the site's: a token lives by the steady clock, what is told is when that will be.
base::timestamp expiry(const hall& at)
{
    const auto now = std::chrono::floor<std::chrono::seconds>(at.site.now());
    return {now + limits::session_length, at.site.state().settings().utc_offset};
}

awaitable<response> sign_in(call& made)
{
    const auto body = body_of<protocol::sign_in>(made);
    if (!body) {
        co_return body.error();
    }
    const auto at = made.house.halls.find(std::string_view(body->site));
    if (at == made.house.halls.end()) {
        co_return unknown_thing("site");
    }
    auto& passwords = made.house.passwords;
    const auto account = "account " + body->site + "/" + body->login;
    const auto address = "address " + party_of(made.asked.remote);
    const auto asked_at = made.house.steady_now();
    const auto wait = std::max(passwords.wait(account, asked_at), passwords.wait(address, asked_at));
    if (wait > std::chrono::seconds{0}) {
        co_return too_many_sign_ins(wait);
    }
    // Wrong until it is known to be right: else all that come while the first is looked at were free.
    passwords.failed(account, asked_at);
    const auto* who = made.house.known.find_staff(body->site, body->login);
    const auto hash = who == nullptr ? std::string() : who->password_hash;
    const std::string password = body->password;
    auto check = [hash, password] {
        if (!hash.empty()) {
            return is_password(hash, password);
        }
        // An account that is not there costs the same time: nobody learns which names exist.
        hash_of_password(password);
        return false;
    };
    const auto right = co_await made.house.workers.run(std::move(check));
    if (!right) {
        co_return unavailable();
    }
    const auto now = made.house.steady_now();
    if (who == nullptr || !*right) {
        passwords.failed(address, now);
        co_return wrong_password();
    }
    passwords.succeeded(account);
    passwords.succeeded(address);
    const auto token = new_token(made.house.random);
    made.house.known.begin_session(*who, token, now);
    co_return answer_of(201, protocol::session{.token = token,
                                               .role = domain::name_of(who->role),
                                               .staff = who->login,
                                               .counter = who->counter,
                                               .expires_at = expiry(at->second)});
}

awaitable<response> sign_out(call& made)
{
    if (!made.house.known.end_session(*made.asked.bearer)) {
        co_return wrong_role();
    }
    co_return http::json(204, {});
}

} // namespace

std::vector<endpoint> session_endpoints()
{
    return {
        {.method = http::verb::post,
         .path = "/api/v1/sessions",
         .who = everyone,
         .open = openness::open,
         .summary = "Staff sign in",
         .query = {},
         .body = described<protocol::sign_in>("sign_in"),
         .answers = {{201, "A token of at most 12 hours", described<protocol::session>("session")}},
         .run = sign_in,
         .takes_key = false}, // A kept answer would be a kept token.
        {.method = http::verb::delete_,
         .path = "/api/v1/sessions/current",
         .who = everyone,
         .open = openness::closed,
         .summary = "Staff sign out",
         .query = {},
         .body = {},
         .answers = {{204, "The token is no longer good", {}}},
         .run = sign_out},
    };
}

} // namespace motcua::api
