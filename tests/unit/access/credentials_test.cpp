#include "server/access/credentials.hpp"

#include "server/access/limits.hpp"

#include <catch2/catch.hpp>
#include <numeric>

using namespace motcua;
using namespace motcua::access;
using namespace std::chrono_literals;

namespace {

const steady_time start{100s};

access_list one_device_one_officer(const std::string& token)
{
    return {.devices = {{.site = "demo",
                         .name = "counter-3",
                         .role = role::counter,
                         .counter = "3",
                         .token_sha256 = hash_of_token(token)}},
            .staff = {{.site = "demo",
                       .login = "lan",
                       .name = "Lan",
                       .role = role::clerk,
                       .counter = "1",
                       .password_hash = {}}}};
}

} // namespace

TEST_CASE("a device is known by its token, and remembered to have been here")
{
    random_bits random;
    const auto token = new_token(random);
    access::credentials known(one_device_one_officer(token));
    CHECK(known.devices("demo").front().second.last_seen == std::nullopt);
    const auto who = known.find(token, "motcua/0.1.0", start);
    REQUIRE(who);
    CHECK(who->role == role::counter);
    CHECK(who->counter == "3");
    CHECK(who->actor == "counter:counter-3");
    CHECK(known.devices("demo").front().second.last_seen == start);
    CHECK(known.devices("demo").front().second.version == "motcua/0.1.0");
    CHECK(known.devices("other").empty());
    CHECK_FALSE(known.find(token + "x", "", start));
    CHECK_FALSE(known.find("", "", start));
}

TEST_CASE("a session ends when it is ended, when it idles, and after its length")
{
    access::credentials known(one_device_one_officer("device"));
    const auto* lan = known.find_staff("demo", "lan");
    REQUIRE(lan != nullptr);
    CHECK(known.find_staff("other", "lan") == nullptr);

    const std::string ended = "ended";
    known.begin_session(*lan, ended, start);
    REQUIRE(known.find(ended, "", start));
    CHECK(known.find(ended, "", start)->staff == "lan");
    CHECK(known.end_session(ended));
    CHECK_FALSE(known.find(ended, "", start));
    CHECK_FALSE(known.end_session(ended));

    const std::string idle = "idle";
    known.begin_session(*lan, idle, start);
    CHECK(known.is_session(hash_of_token(idle), start + limits::session_idle));
    CHECK_FALSE(known.is_session(hash_of_token(idle), start + limits::session_idle + 1s));
    CHECK_FALSE(known.is_session(hash_of_token(ended), start));
    CHECK(known.find(idle, "", start + limits::session_idle));
    CHECK_FALSE(known.find(idle, "", start + 2 * limits::session_idle + 1s));

    const std::string busy = "busy";
    known.begin_session(*lan, busy, start);
    auto now = start;
    while (now + limits::session_idle <= start + limits::session_length) {
        now += limits::session_idle;
        CHECK(known.find(busy, "", now));
    }
    CHECK_FALSE(known.find(busy, "", start + limits::session_length + 1s));
}

TEST_CASE("a token stays known, and another unknown, when more were seen than are remembered")
{
    random_bits random;
    const auto token = new_token(random);
    access::credentials known(one_device_one_officer(token));
    const auto* lan = known.find_staff("demo", "lan");
    REQUIRE(lan != nullptr);
    for (std::size_t i = 0; i <= limits::remembered_tokens; ++i) {
        const auto passing = new_token(random);
        known.begin_session(*lan, passing, start);
        REQUIRE(known.find(passing, "", start));
        REQUIRE(known.end_session(passing));
        REQUIRE_FALSE(known.find(passing, "", start));
    }
    CHECK(known.find(token, "", start)->actor == "counter:counter-3");
    CHECK_FALSE(known.find(new_token(random), "", start));
}

TEST_CASE("sessions are bounded: the one unused for longest gives way")
{
    access::credentials known(one_device_one_officer("device"));
    const auto* lan = known.find_staff("demo", "lan");
    const std::string oldest = "oldest";
    known.begin_session(*lan, oldest, start);
    for (std::size_t i = 0; i < limits::sessions; ++i) {
        known.begin_session(*lan, std::to_string(i), start + 1s);
    }
    CHECK_FALSE(known.find(oldest, "", start + 1s));
}

TEST_CASE("tokens and passwords are never the same twice, and their hashes do not give them away")
{
    random_bits random;
    CHECK(new_token(random) != new_token(random));
    CHECK(new_token(random).size() == 43);
    const auto password = new_password();
    CHECK(password.size() == 16);
    const auto hash = hash_of_password(password);
    CHECK(is_password(hash, password));
    CHECK_FALSE(is_password(hash, password + " "));
    CHECK(hash != hash_of_password(password));
}

TEST_CASE("a source of random bits determines every token")
{
    const auto counting = [](std::span<std::uint8_t> bits) { std::iota(bits.begin(), bits.end(), 0); };
    random_bits one(counting);
    random_bits other(counting);
    const auto token = new_token(one);
    CHECK(token == new_token(other));
    CHECK(token != new_token(one));
}
