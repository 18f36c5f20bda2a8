#include "server/api/throttle.hpp"

#include "server/api/limits.hpp"

#include <algorithm>

namespace motcua::api {

std::string party_of(const boost::asio::ip::address& address)
{
    if (!address.is_v6()) {
        return address.to_string();
    }
    const auto bytes = address.to_v6().to_bytes();
    return {bytes.begin(), bytes.begin() + 8};
}

anonymous_limit::anonymous_limit() : buckets_(limits::anonymous_addresses) {}

bool anonymous_limit::allows(const boost::asio::ip::address& address, steady_time now)
{
    auto& at = buckets_.use(party_of(address));
    if (!at.known) {
        at = {limits::anonymous_burst, now, true};
    }
    const auto passed = std::chrono::duration<double>(now - at.filled).count();
    at.calls = std::min(limits::anonymous_burst, at.calls + passed * limits::anonymous_per_second);
    at.filled = now;
    if (at.calls < 1) {
        return false;
    }
    at.calls -= 1;
    return true;
}

password_limit::password_limit() : tries_(limits::remembered_tries) {}

std::chrono::seconds password_limit::wait(const std::string& who, steady_time now)
{
    const auto& at = tries_.use(who);
    return std::max(std::chrono::seconds{0}, std::chrono::ceil<std::chrono::seconds>(at.free_at - now));
}

void password_limit::failed(const std::string& who, steady_time now)
{
    auto& at = tries_.use(who);
    ++at.wrong;
    if (at.wrong < limits::free_tries) {
        return;
    }
    // 1, 2, 4, … seconds, up to a minute.
    const int doubled = std::min(at.wrong - limits::free_tries, 6);
    at.free_at = now + std::min(limits::pause_most, limits::pause_first * (1 << doubled));
}

void password_limit::succeeded(const std::string& who) { tries_.forget(who); }

} // namespace motcua::api
