// Personal data under the office's key.

#include "server/access/person_vault.hpp"

#include <catch2/catch.hpp>
#include <set>

using namespace motcua::access;

TEST_CASE("what was sealed is read under its own name and key, and nothing else is")
{
    const office_key key = new_office_key();
    const person_vault vault(key);
    random_bits random;
    const std::string person = R"({"name":"Nguyễn Thị Lan","phone":"0912345678"})";
    auto sealed = vault.seal("person:1", person, random);
    CHECK(vault.open("person:1", sealed) == person);
    CHECK(person_vault(key).open("person:1", sealed) == person);
    CHECK_FALSE(vault.open("person:2", sealed));
    CHECK_FALSE(person_vault(new_office_key()).open("person:1", sealed));
    for (std::size_t place = 0; place < sealed.size(); ++place) {
        sealed[place] ^= 1;
        CHECK_FALSE(vault.open("person:1", sealed));
        sealed[place] ^= 1;
    }
    sealed.pop_back();
    CHECK_FALSE(vault.open("person:1", sealed));
    CHECK_FALSE(vault.open("person:1", {}));
}

TEST_CASE("the same text is sealed differently each time")
{
    const person_vault vault;
    random_bits random;
    std::set<std::vector<std::uint8_t>> seen;
    for (int times = 0; times < 100; ++times) {
        CHECK(seen.insert(vault.seal("person:1", "", random)).second);
    }
}

TEST_CASE("a tag is the same for the same texts, and texts do not run into each other")
{
    const office_key key = new_office_key();
    const person_vault vault(key);
    CHECK(vault.tag("phone", "demo", "0912345678") == person_vault(key).tag("phone", "demo", "0912345678"));
    CHECK(vault.tag("phone", "demo", "0912345678") != person_vault().tag("phone", "demo", "0912345678"));
    CHECK(vault.tag("phone", "demo", "1") != vault.tag("digits", "demo", "1"));
    CHECK(vault.tag("phone", "demo1", "2") != vault.tag("phone", "demo", "12"));
}
