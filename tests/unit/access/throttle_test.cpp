#include "server/access/throttle.hpp"

#include "server/access/limits.hpp"

#include <catch2/catch.hpp>

using namespace motcua::access;
using namespace std::chrono_literals;

namespace {

const auto phone = boost::asio::ip::make_address("192.0.2.7");
const steady_time first_moment{100s};

int allowed(address_limit& limit, const boost::asio::ip::address& who, steady_time now, int tries)
{
    int count = 0;
    for (int i = 0; i < tries; ++i) {
        count += limit.take(who, now) == 0s ? 1 : 0;
    }
    return count;
}

} // namespace

TEST_CASE("an address without a credential may send a burst, then requests at a steady rate")
{
    address_limit limit(limits::anonymous);
    const auto burst = static_cast<int>(limits::anonymous.burst);
    CHECK(allowed(limit, phone, first_moment, burst + 100) == burst);
    CHECK(allowed(limit, boost::asio::ip::make_address("192.0.2.8"), first_moment, 10) == 10);
    CHECK(allowed(limit, phone, first_moment + 1s, 1000) == static_cast<int>(limits::anonymous.per_second));
}

TEST_CASE("an address that has sent too much is told when it may send again")
{
    address_limit limit({.burst = 2, .per_second = 0.1});
    CHECK(allowed(limit, phone, first_moment, 3) == 2);
    CHECK(limit.take(phone, first_moment + 1s) == 9s);
    CHECK(limit.take(phone, first_moment + 10s) == 0s);
}

TEST_CASE("an IPv6 network of 64 bits is one party")
{
    const auto party = [](const char* text) { return party_of(boost::asio::ip::make_address(text)); };
    CHECK(party("2001:db8:1:2::1") == party("2001:db8:1:2:ffff::9"));
    CHECK(party("2001:db8:1:2::1") != party("2001:db8:1:3::1"));
    CHECK(party("192.0.2.7") != party("192.0.2.8"));
}

TEST_CASE("an IPv4 address is the same party on a socket for both versions")
{
    const auto party = [](const char* text) { return party_of(boost::asio::ip::make_address(text)); };
    CHECK(party("::ffff:192.0.2.7") == party("192.0.2.7"));
    CHECK(party("::ffff:192.0.2.7") != party("::ffff:192.0.2.8"));
    CHECK(party("::ffff:192.0.2.7") != party("::1"));
}

TEST_CASE("wrong passwords cost a growing pause, and nobody is locked out for good")
{
    password_limit limit;
    auto now = first_moment;
    for (int i = 0; i < limits::free_tries - 1; ++i) {
        limit.failed("lan", now);
        CHECK(limit.wait("lan", now) == 0s);
    }
    limit.failed("lan", now);
    CHECK(limit.wait("lan", now) == 1s);
    limit.failed("lan", now);
    CHECK(limit.wait("lan", now) == 2s);
    for (int i = 0; i < 20; ++i) {
        limit.failed("lan", now);
    }
    CHECK(limit.wait("lan", now) == limits::pause_most);
    CHECK(limit.wait("lan", now + limits::pause_most) == 0s);
    CHECK(limit.wait("hoa", now) == 0s);
    limit.succeeded("lan");
    CHECK(limit.wait("lan", now) == 0s);
}

TEST_CASE("the memory of addresses is bounded, and the one silent for longest is forgotten")
{
    bounded_map<int> remembered(2);
    remembered.use("a") = 1;
    remembered.use("b") = 2;
    CHECK(remembered.use("a") == 1);
    remembered.use("c") = 3;
    CHECK(remembered.size() == 2);
    CHECK(remembered.use("a") == 1);
    CHECK(remembered.use("b") == 0);
}

TEST_CASE("ten wrong digits shut one code for a quarter of an hour, and no other")
{
    code_limit limit;
    const steady_time begin{};
    for (int tries = 0; tries < 10; ++tries) {
        CHECK(limit.wait("7KQ2MD", begin) == std::chrono::seconds{0});
        limit.failed("7KQ2MD", begin);
    }
    CHECK(limit.wait("7KQ2MD", begin) == std::chrono::minutes{15});
    CHECK(limit.wait("ZZZZZZ", begin) == std::chrono::seconds{0});
    CHECK(limit.wait("7KQ2MD", begin + std::chrono::minutes{15}) == std::chrono::seconds{0});
}
