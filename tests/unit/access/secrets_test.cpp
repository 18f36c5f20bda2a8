#include "server/access/secrets.hpp"

#include "server/access/password_rules.hpp"

#include <catch2/catch.hpp>
#include <numeric>
#include <set>

using namespace motcua::access;

TEST_CASE("tokens and passwords are never the same twice, and their hashes do not give them away")
{
    random_bits random;
    CHECK(new_token(random) != new_token(random));
    CHECK(new_token(random).size() == 43);
    const auto password = new_password(random);
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

TEST_CASE("a code has six digits, and each of them is used")
{
    random_bits random;
    std::set<char> seen;
    for (int count = 0; count < 200; ++count) {
        const auto code = new_user_code(random);
        CHECK(code.size() == 6);
        seen.insert(code.begin(), code.end());
    }
    CHECK(std::string(seen.begin(), seen.end()) == "0123456789");
}

TEST_CASE("a password is long, rare, and not the login")
{
    const auto code_of = [](std::string_view password) {
        const auto fault = fault_of_password(password, "nguyenthilan");
        return fault ? fault->code : std::string_view();
    };
    CHECK(code_of("Con mèo trèo cây cau").empty());
    CHECK(code_of("xanh-la-cay-42").empty());
    CHECK(code_of("một hai ba b").empty()); // 12 characters
    CHECK(code_of("một hai ba ") == "too_short");
    CHECK(code_of("nguyenthilan") == "is_login");
    CHECK(code_of("NguyenThiLan") == "is_login");
    CHECK(code_of("nguyenthilan2026") == "is_login");
    for (const std::string_view common :
         {"password1234", "Matkhau@2026", "123456789012", "210987654321", "qwertyuiopas", "aaaaaaaaaaaa",
          "abcabcabcabc", "0912 345 678", "motcua-2026!", "CorrectHorseBatteryStaple"}) {
        CHECK(code_of(common) == "too_common");
    }
}

TEST_CASE("every password that is made for an officer is one that they could choose")
{
    random_bits random;
    for (int count = 0; count < 100; ++count) {
        CHECK_FALSE(fault_of_password(new_password(random), "lan"));
    }
}
