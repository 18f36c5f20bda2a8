#include "server/access/enrolments.hpp"

#include "server/access/limits.hpp"
#include "server/access/secrets.hpp"

#include <catch2/catch.hpp>

using namespace motcua;
using namespace motcua::access;
using namespace std::chrono_literals;

namespace {

const steady_time day_begin{100s};
const auto here = boost::asio::ip::make_address("192.0.2.7");

} // namespace

TEST_CASE("a device waits with its codes until it is allowed, and is then known once")
{
    enrolments all;
    random_bits random;
    const auto shown = all.begin(domain::device_kind::kiosk, here, random, day_begin);
    REQUIRE(shown);
    const auto hash = hash_of_token(shown->device_code);
    CHECK(all.is_waiting(hash, day_begin));
    CHECK(all.find_allowed(hash) == nullptr);
    REQUIRE(all.find_shown(shown->user_code, day_begin) != nullptr);
    CHECK(all.find_shown(shown->user_code, day_begin)->kind == domain::device_kind::kiosk);
    all.allow(hash, {.site = "demo", .device = "kiosk-1", .added = 7});
    CHECK_FALSE(all.is_waiting(hash, day_begin));
    CHECK(all.find_shown(shown->user_code, day_begin) == nullptr);
    REQUIRE(all.find_allowed(hash) != nullptr);
    CHECK(all.find_allowed(hash)->device == "kiosk-1");
    all.forget(hash);
    CHECK(all.find_allowed(hash) == nullptr);
}

TEST_CASE("two administrators who allow one code in the same moment allow one device")
{
    enrolments all;
    random_bits random;
    const auto shown = all.begin(domain::device_kind::kiosk, here, random, day_begin).value();
    const auto hash = hash_of_token(shown.device_code);
    all.claim(hash);
    CHECK(all.find_shown(shown.user_code, day_begin) == nullptr);
    CHECK(all.is_waiting(hash, day_begin));
    all.give_back(hash);
    CHECK(all.find_shown(shown.user_code, day_begin) != nullptr);
}

TEST_CASE("a code that nobody allowed is forgotten after its time")
{
    enrolments all;
    random_bits random;
    const auto shown = all.begin(domain::device_kind::board, here, random, day_begin).value();
    CHECK(all.find_shown(shown.user_code, day_begin + limits::enrolment_length - 1s) != nullptr);
    CHECK(all.find_shown(shown.user_code, day_begin + limits::enrolment_length) == nullptr);
    CHECK_FALSE(all.is_waiting(hash_of_token(shown.device_code), day_begin + limits::enrolment_length));
}

TEST_CASE("one address, and all together, have a limit of devices that wait")
{
    enrolments all;
    random_bits random;
    for (std::size_t count = 0; count < limits::enrolments_per_address; ++count) {
        REQUIRE(all.begin(domain::device_kind::kiosk, here, random, day_begin));
    }
    CHECK_FALSE(all.begin(domain::device_kind::kiosk, here, random, day_begin));
    std::size_t others = 0;
    for (unsigned byte = 1; byte < 250; ++byte) {
        const auto from = boost::asio::ip::address(boost::asio::ip::address_v4{0x0a000000U + byte});
        if (all.begin(domain::device_kind::kiosk, from, random, day_begin)) {
            ++others;
        }
    }
    CHECK(others == limits::enrolments - limits::enrolments_per_address);
    CHECK(all.begin(domain::device_kind::kiosk, here, random, day_begin + limits::enrolment_length));
}
