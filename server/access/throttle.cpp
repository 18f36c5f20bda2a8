#include "server/access/throttle.hpp"

#include <algorithm>
#include <boost/asio/ip/network_v6.hpp>

namespace motcua::access {

std::string party_of(const boost::asio::ip::address& address)
{
    namespace ip = boost::asio::ip;
    if (address.is_v4()) {
        return address.to_string();
    }
    const auto whole = address.to_v6();
    // A socket that listens on both versions reports an IPv4 client as ::ffff:192.0.2.7.
    if (whole.is_v4_mapped()) {
        return ip::make_address_v4(ip::v4_mapped, whole).to_string();
    }
    return ip::make_network_v6(whole, 64).canonical().to_string();
}

address_limit::address_limit(pace allowed) : allowed_(allowed), buckets_(limits::anonymous_addresses) {}

std::chrono::seconds address_limit::take(const boost::asio::ip::address& address, steady_time now)
{
    auto& held = buckets_.use(party_of(address));
    if (!held.known) {
        held = {allowed_.burst, now, true};
    }
    const auto passed = std::chrono::duration<double>(now - held.filled).count();
    held.left = std::min(allowed_.burst, held.left + passed * allowed_.per_second);
    held.filled = now;
    if (held.left < 1) {
        return std::chrono::ceil<std::chrono::seconds>(
            std::chrono::duration<double>((1 - held.left) / allowed_.per_second));
    }
    held.left -= 1;
    return std::chrono::seconds{0};
}

password_limit::password_limit() : tries_(limits::remembered_tries) {}

std::chrono::seconds password_limit::wait(const std::string& key, steady_time now)
{
    const auto& counted = tries_.use(key);
    return std::max(std::chrono::seconds{0}, std::chrono::ceil<std::chrono::seconds>(counted.free_at - now));
}

void password_limit::failed(const std::string& key, steady_time now)
{
    auto& counted = tries_.use(key);
    ++counted.wrong;
    if (counted.wrong < limits::free_tries) {
        return;
    }
    // 1, 2, 4, … seconds, up to the longest pause.
    const int doubled = std::min(counted.wrong - limits::free_tries, 6);
    counted.free_at = now + std::min(limits::pause_most, limits::pause_first * (1 << doubled));
}

void password_limit::forgive(const std::string& key)
{
    auto& counted = tries_.use(key);
    counted.wrong = std::max(0, counted.wrong - 1);
    counted.free_at = {};
}

void password_limit::succeeded(const std::string& key) { tries_.forget(key); }

code_limit::code_limit() : tries_(limits::remembered_tries) {}

std::chrono::seconds code_limit::wait(const std::string& code, steady_time now)
{
    const auto& counted = tries_.use(code);
    return std::max(std::chrono::seconds{0}, std::chrono::ceil<std::chrono::seconds>(counted.free_at - now));
}

void code_limit::failed(const std::string& code, steady_time now)
{
    auto& counted = tries_.use(code);
    if (++counted.wrong == limits::code_tries) {
        counted = {.wrong = 0, .free_at = now + limits::code_pause};
    }
}

} // namespace motcua::access
