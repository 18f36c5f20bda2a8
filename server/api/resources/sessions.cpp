// Staff sign in and out, and change their password.

#include "server/access/limits.hpp"
#include "server/access/password_rules.hpp"
#include "server/access/secrets.hpp"
#include "server/api/resources/resources.hpp"
#include "server/api/views.hpp"
#include "server/journal/credential_rows.hpp"

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
    return {now + domain::session_length, context.machine.state().utc_offset()};
}

/// `login` is empty for an account that does not exist: it may be a password that was typed in the wrong
/// field.
void report(const request_context& ctx, access::report_kind kind, const std::string& login)
{
    const auto* member = ctx.site->machine.state().staff().find(login);
    ctx.office.report(
        {.kind = kind,
         .name = login,
         .role = member == nullptr ? std::nullopt : std::optional{access::role_of(member->role)},
         .address = ctx.request.remote});
}

/// Sets the cookie of a session, or with an empty token ends it (RFC 6265).
void set_cookie(response& answer, const http::request& request, const std::string& token)
{
    const auto name = request.over_tls ? http::session_cookie_over_tls : http::session_cookie;
    auto cookie = std::string(name) + "=" + token + "; Path=/; HttpOnly; SameSite=Strict";
    if (request.over_tls) {
        cookie += "; Secure";
    }
    if (token.empty()) {
        cookie += "; Max-Age=0";
    }
    answer.set_header("Set-Cookie", cookie);
}

/// The pauses that wrong passwords cost: one for the account, one for the address.
class attempt
{
public:
    attempt(access::password_limit& limit, const std::string& site, const std::string& login,
            const boost::asio::ip::address& from)
        : limit_(limit), account_("account " + site + "/" + login),
          address_("address " + access::party_of(from))
    {}

    std::chrono::seconds wait(access::steady_time now) const
    {
        return std::max(limit_.wait(account_, now), limit_.wait(address_, now));
    }
    /// Counts as wrong until it is known to be right: otherwise all attempts that arrive during the check
    /// would be free.
    void began(access::steady_time now) { limit_.failed(account_, now); }
    /// Neither right nor wrong: nobody looked.
    void abandoned() { limit_.forgive(account_); }
    void failed(access::steady_time now) { limit_.failed(address_, now); }
    void succeeded()
    {
        limit_.succeeded(account_);
        limit_.succeeded(address_);
    }

private:
    access::password_limit& limit_;
    std::string account_;
    std::string address_;
};

/// Whether `password` has this hash. An empty one is that of an unknown account, which takes the same time,
/// so that nobody learns which names exist.
std::function<bool()> check_of(const access::password_hashing& hashing, std::string hash,
                               std::string password)
{
    return [hashing, hash = std::move(hash), password = std::move(password)] {
        if (!hash.empty()) {
            return hashing.check(hash, password);
        }
        hashing.hash(password);
        return false;
    };
}

/// The hash of the password of `login`; empty where there is no such account. None while the store cannot be
/// read.
std::optional<std::string> password_hash(const site_context& context, const std::string& login)
{
    const auto* member = context.machine.state().staff().find(login);
    if (member == nullptr || member->disabled) {
        return std::string();
    }
    const auto row = context.machine.find_erasable(journal::password_ref(login));
    if (!row) {
        return std::nullopt;
    }
    return *row ? journal::hash_in(**row) : std::string();
}

/// Where the officer sits down.
std::optional<std::string> seat_of(const protocol::sign_in& body, const domain::site_state& state)
{
    if (body.counter) {
        return *body.counter;
    }
    const auto* member = state.staff().find(body.login);
    return member == nullptr || body.cookie.value_or(false) ? std::nullopt : member->counter;
}

// gcc 12 takes new and delete of these frames for a mismatch where it inlines only one of them.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wmismatched-new-delete"
/// Begins a session for somebody who has given the right password.
awaitable<response> begin_session(request_context& ctx, const protocol::sign_in& body)
{
    const auto token = access::new_token(ctx.office.random);
    const auto hash = access::hash_of_token(token);
    const bool cookie = body.cookie.value_or(false);
    const std::string login = body.login;
    const auto began = std::make_shared<std::optional<domain::staff_session>>();
    const auto context = ctx.site;
    auto changed = change_by(
        ctx, {.actor = "staff:" + login, .counter = {}, .staff = login, .key = {}},
        domain::sign_in{.login = login,
                        .counter = seat_of(body, context->machine.state()),
                        .take_over = body.take_over.value_or(false),
                        .cookie = cookie},
        [context, hash, token, cookie, began](const domain::site_state& state, const auto&) {
            const auto& session = state.staff().sessions().back();
            const auto& member = *state.staff().find(session.login);
            *began = session;
            runtime::made_reply given{runtime::reply{
                runtime::answer_kind::created,
                base::to_json(protocol::session{.token = cookie ? std::nullopt : std::optional{token},
                                                .role = domain::name_of(member.role),
                                                .staff = member.login,
                                                .name = member.name,
                                                .counter = session.counter,
                                                .expires_at = expiry(*context),
                                                .password_change_required =
                                                    member.one_time ? std::optional{true} : std::nullopt})}};
            given.erasable.push_back(journal::credential_row(journal::session_ref(session.id), hash));
            return given;
        });
    auto answer = co_await std::move(changed);
    if (answer.status != 201) {
        // Disabled while its password was being checked.
        co_return answer.status == 404 ? wrong_password() : std::move(answer);
    }
    const auto* member = context->machine.state().staff().find(login);
    if (member != nullptr) {
        ctx.office.credentials.add_session(body.site, **began, member->role, hash, ctx.office.steady_now());
    }
    if (cookie) {
        set_cookie(answer, ctx.request, token);
    }
    report(ctx, access::report_kind::signed_in, login);
    co_return answer;
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
    ctx.site = &site->second;
    if (!ctx.site->machine.readable()) {
        co_return unavailable();
    }
    attempt tried(ctx.office.passwords, body->site, body->login, ctx.request.remote);
    const auto now = ctx.office.steady_now();
    const auto hash = password_hash(*ctx.site, body->login);
    const auto known_login = hash && !hash->empty() ? std::string(body->login) : std::string();
    if (const auto wait = tried.wait(now); wait > std::chrono::seconds{0}) {
        report(ctx, access::report_kind::too_many_attempts, known_login);
        co_return too_many_sign_ins(wait);
    }
    if (!hash) {
        co_return unavailable();
    }
    tried.began(now);
    auto check = check_of(ctx.office.password_hashing, *hash, body->password);
    const auto right = co_await ctx.office.hashing.run(std::move(check));
    if (!right) {
        tried.abandoned();
        report(ctx, access::report_kind::too_many_attempts, known_login);
        co_return too_many_sign_ins(std::chrono::seconds{1});
    }
    if (!*right) {
        tried.failed(ctx.office.steady_now());
        report(ctx,
               known_login.empty() ? access::report_kind::unknown_account
                                   : access::report_kind::wrong_password,
               known_login);
        co_return wrong_password();
    }
    tried.succeeded();
    auto begun = begin_session(ctx, *body);
    co_return co_await std::move(begun);
}

awaitable<response> sign_out(request_context& ctx)
{
    if (!ctx.holder->session) {
        co_return wrong_role();
    }
    ctx.site = &ctx.office.sites.find(ctx.holder->site)->second;
    auto changed = change(
        ctx, domain::sign_out{.session = *ctx.holder->session, .reason = domain::sign_out_reason::asked},
        [](const auto&, const auto&) {
            return runtime::reply{runtime::answer_kind::nothing, {}};
        });
    auto answer = co_await std::move(changed);
    if (answer.status == 204) {
        report(ctx, access::report_kind::signed_out, ctx.holder->name);
        if (ctx.holder->cookie) {
            set_cookie(answer, ctx.request, "");
        }
    }
    co_return answer;
}

awaitable<response> change_password(request_context& ctx)
{
    if (!ctx.holder->session) {
        co_return wrong_role();
    }
    const auto body = body_of<protocol::password_change>(ctx);
    if (!body) {
        co_return body.error();
    }
    const auto& login = ctx.holder->name;
    if (const auto fault = access::fault_of_password(body->new_, login)) {
        co_return http::problem(422, fault->code, fault->detail, "new");
    }
    ctx.site = &ctx.office.sites.find(ctx.holder->site)->second;
    const auto old_hash = password_hash(*ctx.site, login);
    if (!old_hash) {
        co_return unavailable();
    }
    attempt tried(ctx.office.passwords, ctx.holder->site, login, ctx.request.remote);
    if (const auto wait = tried.wait(ctx.office.steady_now()); wait > std::chrono::seconds{0}) {
        co_return too_many_sign_ins(wait);
    }
    tried.began(ctx.office.steady_now());
    /// The hash of the new password, if the old one was right.
    std::function<std::string()> rehash =
        [hashing = ctx.office.password_hashing,
         right = check_of(ctx.office.password_hashing, *old_hash, body->old),
         wanted = std::string(body->new_)] { return right() ? hashing.hash(wanted) : std::string(); };
    const auto hash = co_await ctx.office.hashing.run(std::move(rehash));
    if (!hash) {
        tried.abandoned();
        co_return too_many_sign_ins(std::chrono::seconds{1});
    }
    if (hash->empty()) {
        report(ctx, access::report_kind::wrong_password, login);
        co_return http::problem(422, "wrong_password", "This is not the present password.", "old");
    }
    tried.succeeded();
    auto changed =
        change(ctx, domain::set_password{.login = login, .one_time = false, .by = ctx.holder->session},
               [login, hash = *hash](const auto&, const auto&) {
                   runtime::made_reply given{runtime::reply{runtime::answer_kind::nothing, {}}};
                   given.erasable.push_back(journal::credential_row(journal::password_ref(login), hash));
                   return given;
               });
    co_return co_await std::move(changed);
}

#pragma GCC diagnostic pop

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
         .run = sign_out,
         .for_idle_console = true,
         .for_one_time_password = true},
        {.method = http::verb::post,
         .path = "/api/v1/sessions/current/password",
         .roles = access::everyone,
         .open = openness::closed,
         .summary = "Staff change their password; their other sessions end",
         .query = {},
         .body = described<protocol::password_change>("password_change"),
         .answers = {{204, "The password is changed", {}}},
         .run = change_password,
         .takes_key = false, // What is remembered of a request with a key would be a weak hash of passwords.
         .for_idle_console = true,
         .for_one_time_password = true},
    };
}

} // namespace motcua::api
