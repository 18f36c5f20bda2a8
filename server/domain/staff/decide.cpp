#include "server/domain/decide.hpp"

#include <algorithm>
#include <set>

namespace motcua::domain {

namespace {

bool is_unknown(const site_state& state, const std::optional<counter_code>& counter)
{
    return counter && find_counter(state.settings(), *counter) == nullptr;
}

/// Whether a session of `login` goes on at `counter` when those in `ending` are over.
bool stays_at(const site_state& state, const counter_code& counter, const std::vector<session_id>& ending)
{
    return std::ranges::any_of(state.staff().sessions(), [&](const staff_session& each) {
        return each.counter == counter && std::ranges::count(ending, each.id) == 0;
    });
}

/// Ends the sessions for which `ends` holds. An open counter that loses its officer by it is paused, unless
/// another takes over.
template <class Ends>
void end_sessions(const site_state& state, const Ends& ends, sign_out_reason reason,
                  std::vector<event_body>& events)
{
    std::vector<session_id> ending;
    std::set<counter_code> left;
    for (const auto& session : state.staff().sessions()) {
        if (!ends(session)) {
            continue;
        }
        ending.push_back(session.id);
        events.emplace_back(
            staff_signed_out{.session = session.id, .login = session.login, .reason = reason});
        if (session.counter) {
            left.insert(*session.counter);
        }
    }
    if (reason == sign_out_reason::taken_over) {
        return;
    }
    for (const auto& code : left) {
        const auto* counter = state.find_counter(code);
        if (counter != nullptr && counter->state == counter_state::open && !stays_at(state, code, ending)) {
            events.emplace_back(counter_paused{code, std::string(officer_gone)});
        }
    }
}

/// Whether somebody who is not `login` could still administer the site. Without one nobody could ever let
/// anybody in again.
bool has_another_administrator(const site_state& state, const std::string& login)
{
    return std::ranges::any_of(state.staff().members(), [&](const staff_member& each) {
        return each.login != login && each.role == staff_role::admin && !each.disabled;
    });
}

} // namespace

decision decide(const site_state& state, const add_staff& wanted, const context&)
{
    if (state.staff().find(wanted.login) != nullptr) {
        return refusal{.code = refusal_code::name_taken, .field = "login"};
    }
    if (is_unknown(state, wanted.counter)) {
        return refusal{.code = refusal_code::unknown_counter, .field = "counter"};
    }
    return std::vector<event_body>{staff_added{.login = wanted.login,
                                               .name = wanted.name,
                                               .role = wanted.role,
                                               .counter = wanted.counter,
                                               .one_time = wanted.one_time}};
}

decision decide(const site_state& state, const change_staff& wanted, const context&)
{
    const auto* known = state.staff().find(wanted.login);
    if (known == nullptr) {
        return refusal{.code = refusal_code::unknown_staff};
    }
    if (is_unknown(state, wanted.counter)) {
        return refusal{.code = refusal_code::unknown_counter, .field = "counter"};
    }
    const bool stays_administrator = wanted.role == staff_role::admin && !wanted.disabled;
    if (known->role == staff_role::admin && !known->disabled && !stays_administrator &&
        !has_another_administrator(state, wanted.login)) {
        return refusal{.code = refusal_code::last_administrator,
                       .field = wanted.disabled ? "disabled" : "role"};
    }
    std::vector<event_body> events{staff_changed{.login = wanted.login,
                                                 .name = wanted.name,
                                                 .role = wanted.role,
                                                 .counter = wanted.counter,
                                                 .disabled = wanted.disabled}};
    if (wanted.disabled || wanted.role != known->role) {
        const auto is_theirs = [&](const staff_session& each) { return each.login == wanted.login; };
        end_sessions(state, is_theirs, sign_out_reason::account_changed, events);
    }
    return events;
}

decision decide(const site_state& state, const set_password& wanted, const context&)
{
    if (state.staff().find(wanted.login) == nullptr) {
        return refusal{.code = refusal_code::unknown_staff};
    }
    if (wanted.by && state.staff().find(*wanted.by) == nullptr) {
        return refusal{.code = refusal_code::unknown_session};
    }
    std::vector<event_body> events{password_set{.login = wanted.login, .one_time = wanted.one_time}};
    const auto is_another = [&](const staff_session& each) {
        return each.login == wanted.login && each.id != wanted.by;
    };
    end_sessions(state, is_another, sign_out_reason::password_changed, events);
    return events;
}

decision decide(const site_state& state, const sign_in& wanted, const context&)
{
    const auto& staff = state.staff();
    const auto* known = staff.find(wanted.login);
    if (known == nullptr || known->disabled) {
        return refusal{.code = refusal_code::unknown_staff};
    }
    if (is_unknown(state, wanted.counter)) {
        return refusal{.code = refusal_code::unknown_counter, .field = "counter"};
    }
    std::vector<event_body> events;
    const auto* sitting = wanted.counter ? staff.find_at(*wanted.counter) : nullptr;
    if (sitting != nullptr && sitting->login != wanted.login) {
        if (!wanted.take_over) {
            return refusal{.code = refusal_code::counter_taken, .field = "counter", .why = sitting->login};
        }
        const auto is_there = [&](const staff_session& each) { return each.counter == wanted.counter; };
        end_sessions(state, is_there, sign_out_reason::taken_over, events);
    }
    if (events.empty() && staff.sessions().size() >= sessions_max) {
        const auto is_oldest = [oldest = staff.sessions().front().id](const staff_session& each) {
            return each.id == oldest;
        };
        end_sessions(state, is_oldest, sign_out_reason::expired, events);
    }
    events.emplace_back(staff_signed_in{.session = session_id{staff.last_session() + 1},
                                        .login = wanted.login,
                                        .counter = wanted.counter,
                                        .cookie = wanted.cookie});
    return events;
}

decision decide(const site_state& state, const sign_out& wanted, const context&)
{
    if (state.staff().find(wanted.session) == nullptr) {
        return refusal{.code = refusal_code::unknown_session};
    }
    std::vector<event_body> events;
    const auto is_it = [&](const staff_session& each) { return each.id == wanted.session; };
    end_sessions(state, is_it, wanted.reason, events);
    return events;
}

} // namespace motcua::domain
