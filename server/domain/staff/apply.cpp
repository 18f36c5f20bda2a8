#include "base/require.hpp"
#include "server/domain/events.hpp"
#include "server/domain/staff/staff.hpp"

#include <algorithm>

namespace motcua::domain {

using base::require;

const staff_member* staff_list::find(const std::string& login) const
{
    const auto found = std::ranges::find(list_.members, login, &staff_member::login);
    return found == list_.members.end() ? nullptr : &*found;
}

const staff_session* staff_list::find(session_id id) const
{
    const auto found = std::ranges::lower_bound(list_.sessions, id, {}, &staff_session::id);
    return found == list_.sessions.end() || found->id != id ? nullptr : &*found;
}

const staff_member* staff_list::find_actor(std::string_view actor) const
{
    constexpr std::string_view officer = "staff:";
    return actor.starts_with(officer) ? find(std::string(actor.substr(officer.size()))) : nullptr;
}

const staff_session* staff_list::find_at(const counter_code& counter) const
{
    const auto found = std::ranges::find(list_.sessions, counter, &staff_session::counter);
    return found == list_.sessions.end() ? nullptr : &*found;
}

staff_member& staff_list::at(const std::string& login)
{
    const auto found = std::ranges::find(list_.members, login, &staff_member::login);
    require(found != list_.members.end(), "an event names an account that the site has");
    return *found;
}

void staff_list::on(const staff_added& body)
{
    require(find(body.login) == nullptr, "a login is added once");
    list_.members.push_back({.login = body.login,
                             .name = body.name,
                             .role = body.role,
                             .counter = body.counter,
                             .disabled = false,
                             .one_time = body.one_time,
                             .last_sign_in = {}});
}

void staff_list::on(const staff_changed& body)
{
    auto& changed = at(body.login);
    changed.name = body.name;
    changed.role = body.role;
    changed.counter = body.counter;
    changed.disabled = body.disabled;
}

void staff_list::on(const password_set& body) { at(body.login).one_time = body.one_time; }

void staff_list::on(const staff_signed_in& body, const event& happened)
{
    auto& member = at(body.login);
    require(static_cast<std::int64_t>(body.session) == list_.last_session + 1,
            "the next session has the next id");
    if (body.counter) {
        const auto* sitting = find_at(*body.counter);
        require(sitting == nullptr || sitting->login == body.login, "one officer at most sits at a counter");
    }
    member.last_sign_in = happened.at;
    list_.last_session = static_cast<std::int64_t>(body.session);
    list_.sessions.push_back({.id = body.session,
                              .login = body.login,
                              .counter = body.counter,
                              .cookie = body.cookie,
                              .began = happened.at});
}

void staff_list::on(const staff_signed_out& body)
{
    const auto gone =
        std::erase_if(list_.sessions, [&](const auto& each) { return each.id == body.session; });
    require(gone == 1, "a session that ends was there");
}

} // namespace motcua::domain
