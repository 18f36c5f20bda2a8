#include "client/key_prefix.hpp"

#include <catch2/catch.hpp>

using namespace motcua::client;

TEST_CASE("the keys of no two runs begin alike")
{
    const auto first = new_key_prefix();
    CHECK(first.size() == 16);
    CHECK(first.find_first_not_of("0123456789abcdef") == first.npos);
    CHECK(first != new_key_prefix());
}
