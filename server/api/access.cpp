#include "server/api/access.hpp"

#include "server/api/limits.hpp"

#include <algorithm>
#include <boost/describe/enum_to_string.hpp>

namespace motcua::api {

namespace {

std::string name_of(role one) { return boost::describe::enum_to_string(one, ""); }

std::shared_ptr<const holder> holder_of(const device& one)
{
    return std::make_shared<const holder>(holder{.role = one.role,
                                                 .site = one.site,
                                                 .actor = name_of(one.role) + ":" + one.name,
                                                 .name = one.name,
                                                 .counter = one.counter,
                                                 .staff = {}});
}

std::shared_ptr<const holder> holder_of(const staff_member& one)
{
    return std::make_shared<const holder>(holder{.role = one.role,
                                                 .site = one.site,
                                                 .actor = "staff:" + one.login,
                                                 .name = one.login,
                                                 .counter = one.counter,
                                                 .staff = one.login});
}

} // namespace

access::access(access_list list) : list_(std::move(list))
{
    for (std::size_t i = 0; i < list_.devices.size(); ++i) {
        devices_.emplace(list_.devices[i].token_sha256, known_device{i, holder_of(list_.devices[i]), {}});
    }
}

std::shared_ptr<const holder> access::find(const std::string& token, std::string_view agent, steady_time now)
{
    const auto hash = hash_of_token(token);
    if (const auto found = devices_.find(hash); found != devices_.end()) {
        auto& health = found->second.health;
        health.last_seen = now;
        if (health.version != agent) {
            health.version = agent;
        }
        return found->second.stands_for;
    }
    const auto found = sessions_.find(hash);
    if (found == sessions_.end()) {
        return nullptr;
    }
    auto& at = found->second;
    if (now - at.last_used > limits::session_idle || now - at.began > limits::session_length) {
        sessions_.erase(found);
        return nullptr;
    }
    at.last_used = now;
    return at.stands_for;
}

const staff_member* access::find_staff(std::string_view site, std::string_view login) const
{
    const auto found = std::ranges::find_if(
        list_.staff, [&](const staff_member& one) { return one.site == site && one.login == login; });
    return found == list_.staff.end() ? nullptr : &*found;
}

void access::begin_session(const staff_member& who, const std::string& token, steady_time now)
{
    if (sessions_.size() >= limits::sessions) {
        sessions_.erase(std::ranges::min_element(sessions_, {},
                                                 [](const auto& entry) { return entry.second.last_used; }));
    }
    sessions_.emplace(hash_of_token(token), session{holder_of(who), now, now});
}

bool access::end_session(const std::string& token) { return sessions_.erase(hash_of_token(token)) > 0; }

std::vector<std::pair<const device*, device_health>> access::devices(std::string_view site) const
{
    std::vector<device_health> healths(list_.devices.size());
    for (const auto& [hash, known] : devices_) {
        healths[known.index] = known.health;
    }
    std::vector<std::pair<const device*, device_health>> found;
    for (std::size_t i = 0; i < list_.devices.size(); ++i) {
        if (list_.devices[i].site == site) {
            found.emplace_back(&list_.devices[i], healths[i]);
        }
    }
    return found;
}

} // namespace motcua::api
