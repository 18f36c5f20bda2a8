#include "server/access/credentials.hpp"

#include "server/access/limits.hpp"

#include <algorithm>
#include <boost/describe/enum_to_string.hpp>
#include <sodium.h>

namespace motcua::access {

namespace {

std::string name_of(role role) { return boost::describe::enum_to_string(role, ""); }

std::shared_ptr<const holder> holder_of(const device& device)
{
    return std::make_shared<const holder>(holder{.role = device.role,
                                                 .site = device.site,
                                                 .actor = name_of(device.role) + ":" + device.name,
                                                 .name = device.name,
                                                 .counter = device.counter,
                                                 .staff = {}});
}

std::shared_ptr<const holder> holder_of(const staff_member& account)
{
    return std::make_shared<const holder>(holder{.role = account.role,
                                                 .site = account.site,
                                                 .actor = "staff:" + account.login,
                                                 .name = account.login,
                                                 .counter = account.counter,
                                                 .staff = account.login});
}

} // namespace

credentials::credentials(access_list list) : list_(std::move(list))
{
    static_assert(std::tuple_size_v<decltype(fingerprint_key_)> == crypto_shorthash_siphashx24_KEYBYTES);
    static_assert(std::tuple_size_v<fingerprint> == crypto_shorthash_siphashx24_BYTES);
    randombytes_buf(fingerprint_key_.data(), fingerprint_key_.size());
    for (std::size_t index = 0; index < list_.devices.size(); ++index) {
        const auto& listed = list_.devices[index];
        devices_.emplace(listed.token_sha256,
                         known_device{.index = index, .holder = holder_of(listed), .health = {}});
    }
}

credentials::fingerprint credentials::fingerprint_of(std::string_view token) const
{
    fingerprint bits;
    crypto_shorthash_siphashx24(bits.data(), reinterpret_cast<const unsigned char*>(token.data()),
                                token.size(), fingerprint_key_.data());
    return bits;
}

std::shared_ptr<const holder> credentials::find(std::string_view token, std::string_view agent,
                                                steady_time now)
{
    const auto bits = fingerprint_of(token);
    if (const auto known = hashes_.find(bits); known != hashes_.end()) {
        return find_hash(known->second, agent, now);
    }
    auto hash = hash_of_token(token);
    auto found = find_hash(hash, agent, now);
    if (found) {
        if (hashes_.size() >= limits::remembered_tokens) {
            hashes_.clear();
        }
        hashes_.emplace(bits, std::move(hash));
    }
    return found;
}

std::shared_ptr<const holder> credentials::find_hash(const std::string& hash, std::string_view agent,
                                                     steady_time now)
{
    if (const auto found = devices_.find(hash); found != devices_.end()) {
        auto& health = found->second.health;
        health.last_seen = now;
        if (health.version != agent) {
            health.version = agent;
        }
        return found->second.holder;
    }
    const auto found = sessions_.find(hash);
    if (found == sessions_.end()) {
        return nullptr;
    }
    auto& known = found->second;
    if (known.is_over(now)) {
        sessions_.erase(found);
        return nullptr;
    }
    known.last_used = now;
    return known.holder;
}

bool credentials::session::is_over(steady_time now) const
{
    return now - last_used > limits::session_idle || now - began > limits::session_length;
}

const staff_member* credentials::find_staff(std::string_view site, std::string_view login) const
{
    const auto found = std::ranges::find_if(list_.staff, [&](const staff_member& account) {
        return account.site == site && account.login == login;
    });
    return found == list_.staff.end() ? nullptr : &*found;
}

void credentials::begin_session(const staff_member& account, const std::string& token, steady_time now)
{
    if (sessions_.size() >= limits::sessions) {
        sessions_.erase(std::ranges::min_element(sessions_, {},
                                                 [](const auto& entry) { return entry.second.last_used; }));
    }
    sessions_.emplace(hash_of_token(token), session{holder_of(account), now, now});
}

bool credentials::end_session(std::string_view token) { return sessions_.erase(hash_of_token(token)) > 0; }

bool credentials::is_session(const std::string& token_hash, steady_time now) const
{
    const auto found = sessions_.find(token_hash);
    return found != sessions_.end() && !found->second.is_over(now);
}

std::vector<std::pair<const device*, device_health>> credentials::devices(std::string_view site) const
{
    std::vector<device_health> healths(list_.devices.size());
    for (const auto& [hash, known] : devices_) {
        healths[known.index] = known.health;
    }
    std::vector<std::pair<const device*, device_health>> found;
    for (std::size_t index = 0; index < list_.devices.size(); ++index) {
        if (list_.devices[index].site == site) {
            found.emplace_back(&list_.devices[index], healths[index]);
        }
    }
    return found;
}

} // namespace motcua::access
