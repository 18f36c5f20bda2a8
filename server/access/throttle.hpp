#pragma once
// Who asks too often: calls without a credential for each address, and wrong passwords for each account and
// address. Bounded: whoever was not heard of for longest is forgotten first.

#include "server/access/access.hpp"

#include <boost/asio/ip/address.hpp>
#include <list>

namespace motcua::api {

/// Values by key with a bound on how many; the one used least recently gives way.
template <class Value>
class bounded_map
{
public:
    explicit bounded_map(std::size_t most) : most_(most) {}

    /// The value of `key`, made anew when it is not there; it counts as used now.
    Value& use(const std::string& key)
    {
        if (const auto known = index_.find(key); known != index_.end()) {
            order_.splice(order_.end(), order_, known->second);
            return known->second->second;
        }
        if (order_.size() >= most_) {
            index_.erase(order_.front().first);
            order_.pop_front();
        }
        order_.emplace_back(key, Value{});
        index_.emplace(key, std::prev(order_.end()));
        return order_.back().second;
    }

    void forget(const std::string& key)
    {
        if (const auto known = index_.find(key); known != index_.end()) {
            order_.erase(known->second);
            index_.erase(known);
        }
    }

    std::size_t size() const { return order_.size(); }

private:
    std::size_t most_;
    std::list<std::pair<std::string, Value>> order_;
    std::unordered_map<std::string, typename std::list<std::pair<std::string, Value>>::iterator> index_;
};

/// The part of an address that one party holds: all of IPv4, 64 bits of IPv6.
std::string party_of(const boost::asio::ip::address& address);

/// A bucket of limits::anonymous_burst calls for each address, filled by limits::anonymous_per_second.
class anonymous_limit
{
public:
    anonymous_limit();

    /// Whether `address` may ask now; it has then one call less.
    bool allows(const boost::asio::ip::address& address, steady_time now);

private:
    struct bucket
    {
        double calls;
        steady_time filled;
        bool known = false;
    };
    bounded_map<bucket> buckets_;
};

/// After limits::free_tries wrong passwords each further one makes the account, and the address, wait longer.
/// Nobody is locked out for good.
class password_limit
{
public:
    password_limit();

    /// How long `who` must wait before the next try; zero when he need not.
    std::chrono::seconds wait(const std::string& who, steady_time now);
    /// Counts a wrong password, or one that is still being looked at.
    void failed(const std::string& who, steady_time now);
    void succeeded(const std::string& who);

private:
    struct tries
    {
        int wrong = 0;
        steady_time free_at;
    };
    bounded_map<tries> tries_;
};

} // namespace motcua::api
