// Staff sign in and out.

#include "server/access/limits.hpp"
#include "server/api/resources/resources.hpp"
#include "server/api/views.hpp"

namespace motcua::api {

namespace {

response wrong_password()
{
    auto answer = http::problem(401, "wrong_password", "Wrong login or password.");
    answer.set_header("WWW-Authenticate", "Bearer"); // RFC 9110, section 11.6.1
    return answer;
}

/// When a token that is issued now expires, by the clock of the site; the token itself ages by the steady
/// clock.
base::timestamp expiry(const site_context& context)
{
    const auto now = std::chrono::floor<std::chrono::seconds>(context.machine.now());
    return {now + access::limits::session_length, context.machine.state().utc_offset()};
}

void report(const request_context& ctx, access::report_kind kind, const access::staff_member* account)
{
    ctx.office.report({.kind = kind,
                       .name = account == nullptr ? std::string() : account->login,
                       .role = account == nullptr ? std::nullopt : std::optional{account->role},
                       .address = ctx.request.remote});
}

/// Starts a session for somebody who has given the right password.
response begin_session(const request_context& ctx, const site_context& context,
                       const access::staff_member& account)
{
    const auto token = access::new_token(ctx.office.random);
    ctx.office.credentials.begin_session(account, token, ctx.office.steady_now());
    report(ctx, access::report_kind::signed_in, &account);
    return answer_of(201, protocol::session{.token = token,
                                            .role = domain::name_of(account.role),
                                            .staff = account.login,
                                            .name = account.name,
                                            .counter = account.counter,
                                            .expires_at = expiry(context),
                                            .password_change_required = {}});
}

awaitable<response> sign_in(request_context& ctx)
{
    const auto body = body_of<protocol::sign_in>(ctx);
    if (!body) {
        co_return body.error();
    }
    const auto site = ctx.office.sites.find(std::string_view(body->site));
    if (site == ctx.office.sites.end()) {
        co_return unknown_thing("site");
    }
    auto& passwords = ctx.office.passwords;
    const auto* account = ctx.office.credentials.find_staff(body->site, body->login);
    const auto login_key = "account " + body->site + "/" + body->login;
    const auto address_key = "address " + access::party_of(ctx.request.remote);
    const auto began = ctx.office.steady_now();
    const auto wait = std::max(passwords.wait(login_key, began), passwords.wait(address_key, began));
    if (wait > std::chrono::seconds{0}) {
        report(ctx, access::report_kind::too_many_attempts, account);
        co_return too_many_sign_ins(wait);
    }
    // Counts as wrong until it is known to be right: otherwise all attempts that arrive during the check
    // would be free.
    passwords.failed(login_key, began);
    const auto hash = account == nullptr ? std::string() : account->password_hash;
    const std::string password = body->password;
    auto check = [hash, password] {
        if (!hash.empty()) {
            return access::is_password(hash, password);
        }
        // An unknown account takes the same time, so that nobody learns which names exist.
        access::hash_of_password(password);
        return false;
    };
    const auto right = co_await ctx.office.workers.run(std::move(check));
    if (!right) {
        co_return unavailable();
    }
    if (account == nullptr || !*right) {
        passwords.failed(address_key, ctx.office.steady_now());
        report(ctx,
               account == nullptr ? access::report_kind::unknown_account
                                  : access::report_kind::wrong_password,
               account);
        co_return wrong_password();
    }
    passwords.succeeded(login_key);
    passwords.succeeded(address_key);
    co_return begin_session(ctx, site->second, *account);
}

awaitable<response> sign_out(request_context& ctx)
{
    if (!ctx.office.credentials.end_session(*ctx.request.bearer)) {
        co_return wrong_role();
    }
    ctx.office.report({.kind = access::report_kind::signed_out,
                       .name = ctx.holder->name,
                       .role = ctx.holder->role,
                       .address = ctx.request.remote});
    co_return http::json(204, {});
}

} // namespace

std::vector<endpoint> session_endpoints()
{
    return {
        {.method = http::verb::post,
         .path = "/api/v1/sessions",
         .roles = access::everyone,
         .open = openness::open,
         .summary = "Staff sign in",
         .query = {},
         .body = described<protocol::sign_in>("sign_in"),
         .answers = {{201, "A token of at most 12 hours", described<protocol::session>("session")}},
         .run = sign_in,
         .takes_key = false}, // A stored answer would be a stored token.
        {.method = http::verb::delete_,
         .path = "/api/v1/sessions/current",
         .roles = access::everyone,
         .open = openness::closed,
         .summary = "Staff sign out",
         .query = {},
         .body = {},
         .answers = {{204, "The token is no longer valid", {}}},
         .run = sign_out},
    };
}

} // namespace motcua::api
