#include "server/domain/staff/invariants.hpp"

#include <map>
#include <set>

namespace motcua::domain {

namespace {

constexpr auto unknown_account_named = "is about an account that the site does not have";

} // namespace

void check_staff(findings& found, const site_state& state)
{
    std::set<std::string> logins;
    for (const auto& member : state.staff().members()) {
        found.must(logins.insert(member.login).second, "account " + member.login, "is there twice");
    }
    std::map<counter_code, std::string> seats;
    session_id last{};
    for (const auto& session : state.staff().sessions()) {
        const auto subject = "session " + std::to_string(static_cast<std::int64_t>(session.id));
        const auto* member = state.staff().find(session.login);
        found.must(session.id > last, subject, "is not in the order of its id");
        found.must(member != nullptr && !member->disabled, subject, "is of an account that may not sign in");
        found.must(!session.counter ||
                       seats.emplace(*session.counter, session.login).first->second == session.login,
                   subject, "sits at the counter of another officer");
        last = session.id;
    }
    found.must(static_cast<std::int64_t>(last) <= state.staff().last_session(), "the last session",
               "has an id that was not given yet");
}

std::string why_not(const site_state& state, const staff_added& body)
{
    return state.staff().find(body.login) == nullptr ? "" : "adds a login that is there";
}

std::string why_not(const site_state& state, const staff_changed& body)
{
    return state.staff().find(body.login) != nullptr ? "" : unknown_account_named;
}

std::string why_not(const site_state& state, const password_set& body)
{
    return state.staff().find(body.login) != nullptr ? "" : unknown_account_named;
}

std::string why_not(const site_state& state, const staff_signed_in& body)
{
    const auto* member = state.staff().find(body.login);
    if (member == nullptr) {
        return unknown_account_named;
    }
    if (member->disabled) {
        return "signs in an account that is disabled";
    }
    if (static_cast<std::int64_t>(body.session) != state.staff().last_session() + 1) {
        return "begins a session whose id is not the next";
    }
    const auto* sitting = body.counter ? state.staff().find_at(*body.counter) : nullptr;
    return sitting != nullptr && sitting->login != body.login ? "sits down where another officer sits" : "";
}

std::string why_not(const site_state& state, const staff_signed_out& body)
{
    return state.staff().find(body.session) != nullptr ? "" : "ends a session that is not there";
}

} // namespace motcua::domain
