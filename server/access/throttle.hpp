#pragma once
// Limits on frequency: what comes without a credential per address, and wrong passwords per account and
// address. Bounded: the entry that was silent for longest is forgotten first.

#include "server/access/credentials.hpp"
#include "server/access/limits.hpp"

#include <boost/asio/ip/address.hpp>
#include <list>

namespace motcua::access {

/// Values by key with a bound on how many; the one used least recently gives way.
template <class Value>
class bounded_map
{
public:
    explicit bounded_map(std::size_t most) : most_(most) {}

    /// The value of `key`, a new one if there is none; it counts as used now.
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

/// The part of an address that belongs to one party: all of IPv4, 64 bits of IPv6.
std::string party_of(const boost::asio::ip::address& address);

/// A bucket per address that holds `allowed.burst` and fills at `allowed.per_second`.
class address_limit
{
public:
    explicit address_limit(pace allowed);

    /// Takes one from the bucket of `address` and returns zero; how long until it holds one when it is empty.
    std::chrono::seconds take(const boost::asio::ip::address& address, steady_time now);

private:
    struct bucket
    {
        double left;
        steady_time filled;
        bool known = false;
    };
    pace allowed_;
    bounded_map<bucket> buckets_;
};

/// After limits::free_tries wrong passwords each further one makes the account, and the address, wait longer.
/// Nobody is locked out for good.
class password_limit
{
public:
    password_limit();

    /// How long `key`, an account or an address, must wait before the next attempt; zero when it need not.
    std::chrono::seconds wait(const std::string& key, steady_time now);
    /// Counts a wrong password, or one that is still being checked.
    void failed(const std::string& key, steady_time now);
    void succeeded(const std::string& key);
    /// Takes one failed() back: the password was not looked at.
    void forgive(const std::string& key);

private:
    struct tries
    {
        int wrong = 0;
        steady_time free_at;
    };
    bounded_map<tries> tries_;
};

/// After limits::code_tries wrong tries a code of an appointment takes none for limits::code_pause.
class code_limit
{
public:
    code_limit();

    /// How long nobody may try `code`; zero when it can be tried.
    std::chrono::seconds wait(const std::string& code, steady_time now);
    void failed(const std::string& code, steady_time now);

private:
    struct tries
    {
        int wrong = 0;
        steady_time free_at;
    };
    bounded_map<tries> tries_;
};

} // namespace motcua::access
