#include "server/access/enrolments.hpp"

#include "server/access/limits.hpp"
#include "server/access/secrets.hpp"
#include "server/access/throttle.hpp"

#include <algorithm>

namespace motcua::access {

std::optional<enrolments::shown> enrolments::begin(domain::device_kind kind,
                                                   const boost::asio::ip::address& from, random_bits& random,
                                                   steady_time now)
{
    drop_old(now);
    auto party = party_of(from);
    const auto of_party =
        static_cast<std::size_t>(std::ranges::count(waiting_, party, &enrolments::waiting::party));
    if (of_party >= limits::enrolments_per_address || waiting_.size() >= limits::enrolments) {
        return std::nullopt;
    }
    auto user_code = new_user_code(random);
    while (std::ranges::count(waiting_, user_code, &waiting::user_code) > 0) {
        user_code = new_user_code(random);
    }
    shown codes{.device_code = new_token(random), .user_code = user_code};
    waiting_.push_back({.user_code = std::move(user_code),
                        .device_code_hash = hash_of_token(codes.device_code),
                        .kind = kind,
                        .party = std::move(party),
                        .ends = now + limits::enrolment_length});
    return codes;
}

const enrolments::waiting* enrolments::find_shown(std::string_view user_code, steady_time now)
{
    drop_old(now);
    const auto found = std::ranges::find(waiting_, user_code, &waiting::user_code);
    return found == waiting_.end() || found->claimed ? nullptr : &*found;
}

bool enrolments::is_waiting(const std::string& device_code_hash, steady_time now)
{
    drop_old(now);
    return std::ranges::count(waiting_, device_code_hash, &waiting::device_code_hash) > 0;
}

void enrolments::claim(const std::string& device_code_hash) { set_claimed(device_code_hash, true); }

void enrolments::give_back(const std::string& device_code_hash) { set_claimed(device_code_hash, false); }

void enrolments::set_claimed(const std::string& device_code_hash, bool claimed)
{
    const auto found = std::ranges::find(waiting_, device_code_hash, &waiting::device_code_hash);
    if (found != waiting_.end()) {
        found->claimed = claimed;
    }
}

void enrolments::allow(const std::string& device_code_hash, allowed device)
{
    std::erase_if(waiting_, [&](const waiting& each) { return each.device_code_hash == device_code_hash; });
    allowed_.insert_or_assign(device_code_hash, std::move(device));
}

const enrolments::allowed* enrolments::find_allowed(const std::string& device_code_hash) const
{
    const auto found = allowed_.find(device_code_hash);
    return found == allowed_.end() ? nullptr : &found->second;
}

void enrolments::forget(const std::string& device_code_hash) { allowed_.erase(device_code_hash); }

void enrolments::drop_old(steady_time now)
{
    std::erase_if(waiting_, [now](const waiting& each) { return each.ends <= now; });
}

} // namespace motcua::access
