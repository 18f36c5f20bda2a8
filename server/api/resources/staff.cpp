// The officers of a site, for the administrator.

#include "base/json_overlay.hpp"
#include "server/access/secrets.hpp"
#include "server/api/resources/resources.hpp"
#include "server/api/views.hpp"
#include "server/journal/credential_rows.hpp"

namespace motcua::api {

namespace {

protocol::staff_member view_of(const domain::staff_member& member, const domain::site_state& state,
                               const views& site)
{
    protocol::staff_member shown{.login = member.login,
                                 .name = member.name,
                                 .role = domain::name_of(member.role),
                                 .counter = member.counter,
                                 .disabled = member.disabled,
                                 .at_counter = {},
                                 .last_sign_in = site.timestamp(member.last_sign_in),
                                 .password = {}};
    for (const auto& session : state.staff().sessions()) {
        if (session.login == member.login && session.counter) {
            shown.at_counter = session.counter;
        }
    }
    return shown;
}

/// The account after a change, once with its one-time password. What is stored, to be given again, has
/// neither that nor the name.
runtime::made_reply reply_about(const domain::site_state& state, const std::string& site,
                                const std::string& login, runtime::answer_kind kind,
                                const std::optional<std::string>& password)
{
    auto shown = view_of(*state.staff().find(login), state, views(site, state));
    shown.password = password;
    runtime::made_reply given{runtime::reply{kind, base::to_json(shown)}};
    shown.password.reset();
    shown.name.clear();
    given.stored_body = base::to_json(shown);
    return given;
}

awaitable<response> list_staff(request_context& ctx)
{
    const auto part = list_part_of(ctx);
    if (!part) {
        return ready(part.error());
    }
    return query(ctx, [site = ctx.parameter("site"), part = *part](const domain::site_state& state) {
        protocol::staff_list all;
        for (const auto& member : state.staff().members()) {
            all.items.push_back(view_of(member, state, views(site, state)));
        }
        cut(all, part);
        return answer_of(200, all);
    });
}

// gcc 12 takes new and delete of these frames for a mismatch where it inlines only one of them.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wmismatched-new-delete"
/// Stores the hash of a new one-time password with `command`, and answers with the account.
awaitable<response> with_new_password(request_context& ctx, std::string login, domain::command command,
                                      runtime::answer_kind kind)
{
    const auto password = access::new_password(ctx.office.random);
    std::function<std::string()> make = [password, hashing = ctx.office.password_hashing] {
        return hashing.hash(password);
    };
    const auto hash = co_await ctx.office.hashing.run(std::move(make));
    if (!hash) {
        co_return too_many_requests(std::chrono::seconds{1});
    }
    auto changed =
        change(ctx, std::move(command),
               [site = ctx.parameter("site"), login, kind, password,
                hash = *hash](const domain::site_state& state, const auto&) {
                   auto given = reply_about(state, site, login, kind, password);
                   given.erasable.push_back(journal::credential_row(journal::password_ref(login), hash));
                   return given;
               });
    co_return co_await std::move(changed);
}

awaitable<response> add(request_context& ctx)
{
    const auto body = body_of<protocol::new_staff>(ctx);
    if (!body) {
        co_return body.error();
    }
    if (body->login.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789._-") != std::string::npos) {
        co_return http::problem(422, "not_allowed", "This may have a to z, 0 to 9, dot, hyphen, underscore.",
                                "login");
    }
    domain::add_staff command{.login = body->login,
                              .name = body->name,
                              .role = same_word<domain::staff_role>(body->role),
                              .counter = {},
                              .one_time = true};
    if (body->counter) {
        command.counter = *body->counter;
    }
    auto added = with_new_password(ctx, body->login, std::move(command), runtime::answer_kind::created);
    co_return co_await std::move(added);
}

awaitable<response> reset_password(request_context& ctx)
{
    const auto body = body_of<protocol::nothing>(ctx);
    if (!body) {
        co_return body.error();
    }
    const auto login = ctx.parameter("login");
    if (ctx.site->machine.state().staff().find(login) == nullptr) {
        co_return unknown_thing("account");
    }
    auto reset =
        with_new_password(ctx, login, domain::set_password{.login = login, .one_time = true, .by = {}},
                          runtime::answer_kind::done);
    co_return co_await std::move(reset);
}

#pragma GCC diagnostic pop

/// What can be changed of an account.
struct staff_fields
{
    protocol::text<1, 100> name;
    domain::staff_role role{};
    std::optional<protocol::text<1, 16>> counter;
    bool disabled{};
};
BOOST_DESCRIBE_STRUCT(staff_fields, (), (name, role, counter, disabled))

awaitable<response> alter(request_context& ctx)
{
    const auto login = ctx.parameter("login");
    const auto* known = ctx.site->machine.state().staff().find(login);
    if (known == nullptr) {
        return ready(unknown_thing("account"));
    }
    staff_fields wanted{.name = protocol::text<1, 100>(known->name),
                        .role = known->role,
                        .counter = {},
                        .disabled = known->disabled};
    if (known->counter) {
        wanted.counter.emplace(*known->counter);
    }
    const auto body = base::parse_json(ctx.request.body.empty() ? std::string_view("{}") : ctx.request.body);
    if (!body) {
        return ready(problem_of(body.error()));
    }
    if (const auto fault = base::read_over(wanted, *body)) {
        return ready(problem_of(*fault));
    }
    domain::change_staff command{.login = login,
                                 .name = std::move(wanted.name),
                                 .role = wanted.role,
                                 .counter = {},
                                 .disabled = wanted.disabled};
    if (wanted.counter) {
        command.counter = std::move(*wanted.counter);
    }
    return change(ctx, std::move(command),
                  [site = ctx.parameter("site"), login](const domain::site_state& state, const auto&) {
                      return reply_about(state, site, login, runtime::answer_kind::done, {});
                  });
}

} // namespace

std::vector<endpoint> staff_endpoints()
{
    constexpr auto account = described<protocol::staff_member>("staff_member");
    return {
        {.method = http::verb::get,
         .path = "/api/v1/sites/{site}/staff",
         .roles = access::administering,
         .open = openness::closed,
         .summary = "The officers of the site",
         .query = {limit_parameter, cursor_parameter},
         .body = {},
         .answers = {{200, "A page of accounts", described<protocol::staff_list>("staff_list")}},
         .run = list_staff},
        {.method = http::verb::post,
         .path = "/api/v1/sites/{site}/staff",
         .roles = access::administering,
         .open = openness::closed,
         .summary = "Adds an officer, with a password for one time",
         .query = {},
         .body = described<protocol::new_staff>("new_staff"),
         .answers = {{201, "The account; its password is shown this once", account}},
         .run = add},
        {.method = http::verb::patch,
         .path = "/api/v1/sites/{site}/staff/{login}",
         .roles = access::administering,
         .open = openness::closed,
         .summary = "Changes an account; a disabled one has no sessions",
         .query = {},
         .body = described<staff_fields>("staff_change"),
         .answers = {{200, "The account after the change", account}},
         .run = alter,
         .takes_key = true},
        {.method = http::verb::post,
         .path = "/api/v1/sites/{site}/staff/{login}/reset_password",
         .roles = access::administering,
         .open = openness::closed,
         .summary = "Gives an officer a new password for one time and ends their sessions",
         .query = {},
         .body = described<protocol::nothing>("nothing"),
         .answers = {{200, "The account; its password is shown this once", account}},
         .run = reset_password},
    };
}

} // namespace motcua::api
