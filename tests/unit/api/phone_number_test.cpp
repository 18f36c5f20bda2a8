// Phone numbers as people write them.

#include "server/api/phone_number.hpp"

#include <catch2/catch.hpp>

using namespace motcua::api;

TEST_CASE("one phone number is one text, however it is written")
{
    for (const auto* written : {"0912345678", "0912 345 678", "091.234.5678", "091-234-5678", "(091) 2345678",
                                "+84912345678", "+84 912 345 678", "84912345678"}) {
        INFO(written);
        CHECK(normal_phone(written) == "0912345678");
    }
    CHECK(normal_phone("024 3825 3825") == "02438253825");
    CHECK(normal_phone("+49 30 1234567") == "+49301234567");
    CHECK(last_digits("0912345678") == "5678");
}

TEST_CASE("what is not a phone number is none")
{
    for (const auto* written : {"", "0", "12345678", "091234567", "091234567890", "+123", "+1234567890123456",
                                "0912345x78", "09+12345678", "0912345678;", "٠٩١٢"}) {
        INFO(written);
        CHECK_FALSE(normal_phone(written));
    }
}
