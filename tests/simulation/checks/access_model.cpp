#include "tests/simulation/checks/access_model.hpp"

#include <algorithm>

namespace motcua::simulation {

void access_model::apply(const domain::event& happened, findings& found)
{
    found_ = &found;
    seq_ = happened.seq;
    std::visit([&](const auto& body) { on(body); }, happened.body);
    found_ = nullptr;
}

void access_model::must(bool holds, std::string_view fault)
{
    if (!holds) {
        note(*found_, seq_name(seq_) + " " + std::string(fault));
    }
}

void access_model::on(const domain::staff_added& body)
{
    must(!accounts_.contains(body.login), "adds an account that is there");
    accounts_[body.login] = {.may_sign_in = true, .is_admin = body.role == domain::staff_role::admin};
}

void access_model::on(const domain::staff_changed& body)
{
    must(accounts_.contains(body.login), "changes an account that is not there");
    const auto administers = [](const auto& each) { return each.second.is_admin && each.second.may_sign_in; };
    const bool had_one = std::ranges::any_of(accounts_, administers);
    accounts_[body.login] = {.may_sign_in = !body.disabled,
                             .is_admin = body.role == domain::staff_role::admin};
    must(!had_one || std::ranges::any_of(accounts_, administers), "leaves the site without an administrator");
}

void access_model::on(const domain::password_set& body)
{
    must(accounts_.contains(body.login), "sets the password of an account that is not there");
}

void access_model::on(const domain::staff_signed_in& body)
{
    const auto known = accounts_.find(body.login);
    must(known != accounts_.end() && known->second.may_sign_in, "signs in somebody who may not");
    must(static_cast<std::int64_t>(body.session) == ++last_session_, "begins a session with another's id");
    const auto counter = body.counter.value_or("");
    must(counter.empty() || std::ranges::all_of(sessions_,
                                                [&](const auto& each) {
                                                    return each.second.counter != counter ||
                                                           each.second.login == body.login;
                                                }),
         "sits down where another officer sits");
    sessions_[body.session] = {body.login, counter};
}

void access_model::on(const domain::staff_signed_out& body)
{
    must(sessions_.erase(body.session) == 1, "ends a session that is not there");
}

void access_model::on(const domain::device_added& body)
{
    if (body.replaces) {
        must(devices_.erase(*body.replaces) == 1, "replaces a device that is not there");
    }
    must(devices_.emplace(body.device, body.has_token).second, "adds a device that is there");
}

void access_model::on(const domain::device_token_taken& body)
{
    const auto known = devices_.find(body.device);
    must(known != devices_.end() && !known->second,
         "gives a token to a device that has one, or is not there");
    devices_[body.device] = true;
}

void access_model::on(const domain::device_revoked& body)
{
    must(devices_.erase(body.device) == 1, "revokes a device that is not there");
}

} // namespace motcua::simulation
