#include "server/access/credentials.hpp"

#include "server/access/limits.hpp"
#include "server/access/secrets.hpp"

#include <sodium.h>

namespace motcua::access {

namespace {

std::string name_of(role role) { return boost::describe::enum_to_string(role, ""); }

role role_of(domain::device_kind kind)
{
    switch (kind) {
    case domain::device_kind::kiosk:
        return role::kiosk;
    case domain::device_kind::console:
        return role::counter;
    case domain::device_kind::manager:
        return role::manager;
    case domain::device_kind::admin:
        return role::admin;
    case domain::device_kind::board:
    case domain::device_kind::sign:
    case domain::device_kind::rating:
        break;
    }
    return role::display;
}

} // namespace

role role_of(domain::staff_role staff)
{
    switch (staff) {
    case domain::staff_role::manager:
        return role::manager;
    case domain::staff_role::admin:
        return role::admin;
    case domain::staff_role::clerk:
        break;
    }
    return role::clerk;
}

credentials::credentials(state_source states) : states_(std::move(states))
{
    static_assert(std::tuple_size_v<decltype(fingerprint_key_)> == crypto_shorthash_siphashx24_KEYBYTES);
    static_assert(std::tuple_size_v<fingerprint> == crypto_shorthash_siphashx24_BYTES);
    randombytes_buf(fingerprint_key_.data(), fingerprint_key_.size());
}

void credentials::add(const std::string& token_hash, known entry)
{
    // A credential that the site has ended is never used again: nothing else would forget it.
    std::erase_if(known_, [this](const auto& each) { return !is_current(*each.second.holder); });
    known_.insert_or_assign(token_hash, std::move(entry));
}

void credentials::add_device(const std::string& site, const domain::device& device,
                             const std::string& token_hash)
{
    const auto role = role_of(device.as);
    health_[{site, device.name}] = {};
    add(token_hash, {.holder = std::make_shared<const holder>(
                         holder{.role = role,
                                .site = site,
                                .actor = name_of(role) + ":" + device.name,
                                .name = device.name,
                                .counter = device.counter,
                                .staff = {},
                                .session = {},
                                .device = device.added,
                                .acts = device.as != domain::device_kind::console || device.acts_alone})});
}

void credentials::add_session(const std::string& site, const domain::staff_session& session,
                              domain::staff_role role, const std::string& token_hash, steady_time now,
                              std::chrono::seconds age)
{
    add(token_hash, {.holder = std::make_shared<const holder>(holder{.role = role_of(role),
                                                                     .site = site,
                                                                     .actor = "staff:" + session.login,
                                                                     .name = session.login,
                                                                     .counter = session.counter,
                                                                     .staff = session.login,
                                                                     .session = session.id,
                                                                     .device = {},
                                                                     .acts = true,
                                                                     .cookie = session.cookie}),
                     .began = now - age,
                     .last_used = now});
}

void credentials::add_program(const std::string& site, const std::string& name, access::role role,
                              const std::string& token_hash)
{
    add(token_hash, {.holder = std::make_shared<const holder>(holder{.role = role,
                                                                     .site = site,
                                                                     .actor = name_of(role) + ":" + name,
                                                                     .name = name,
                                                                     .counter = {},
                                                                     .staff = {},
                                                                     .session = {},
                                                                     .device = {}})});
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
    if (const auto hashed = hashes_.find(bits); hashed != hashes_.end()) {
        return find_hash(hashed->second, agent, now);
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
    const auto found = known_.find(hash);
    if (found == known_.end()) {
        return nullptr;
    }
    auto& entry = found->second;
    if (!is_current(*entry.holder) || is_over(entry, now)) {
        return nullptr;
    }
    entry.last_used = now;
    if (auto* health = health_of(*entry.holder)) {
        health->last_seen = now;
        if (health->version != agent) {
            health->version = agent;
        }
    }
    return entry.holder;
}

bool credentials::is_current(const holder& holder) const
{
    if (!holder.device && !holder.session) {
        return true;
    }
    const auto* state = states_(holder.site);
    if (state == nullptr) {
        return true; // Nothing that is not known can be refused; nor does the site take any change now.
    }
    if (holder.session) {
        return state->staff().find(*holder.session) != nullptr;
    }
    const auto* device = state->devices().find(holder.name);
    return device != nullptr && device->added == holder.device;
}

bool credentials::is_over(const known& entry, steady_time now)
{
    const auto& holder = *entry.holder;
    return holder.session && (now - entry.began > domain::session_length ||
                              (holder.cookie && now - entry.last_used > limits::session_idle));
}

bool credentials::is_valid(const std::string& token_hash, steady_time now) const
{
    const auto found = known_.find(token_hash);
    return found != known_.end() && is_current(*found->second.holder) && !is_over(found->second, now);
}

std::vector<std::shared_ptr<const holder>> credentials::expired(steady_time now) const
{
    std::vector<std::shared_ptr<const holder>> over;
    for (const auto& [hash, entry] : known_) {
        if (is_over(entry, now) && is_current(*entry.holder)) {
            over.push_back(entry.holder);
        }
    }
    return over;
}

void credentials::seen(const holder& device, steady_time now)
{
    if (auto* health = health_of(device)) {
        health->last_seen = now;
    }
}

device_health* credentials::health_of(const holder& device)
{
    if (!device.device) {
        return nullptr;
    }
    const auto found = health_.find(std::pair(device.site, device.name));
    return found == health_.end() ? nullptr : &found->second;
}

const device_health* credentials::health_of(const std::string& site, const std::string& device) const
{
    const auto found = health_.find(std::pair(site, device));
    return found == health_.end() ? nullptr : &found->second;
}

} // namespace motcua::access
