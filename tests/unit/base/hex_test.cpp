#include "base/hex.hpp"

#include <array>
#include <catch2/catch.hpp>

using namespace motcua::base;

TEST_CASE("bits written as hex digits read back the same")
{
    const std::array<std::uint8_t, 4> bytes{0x00, 0x9f, 0xa0, 0xff};
    CHECK(to_hex(bytes) == "009fa0ff");

    std::array<std::uint8_t, 4> read{};
    REQUIRE(read_hex("009fA0ff", read));
    CHECK(read == bytes);
}

TEST_CASE("what is not hex digits of the right length is refused")
{
    std::array<std::uint8_t, 2> read{};
    const auto* text = GENERATE("", "12", "123", "12345", "12g4", "-123", " 123", "1234 ");
    CHECK_FALSE(read_hex(text, read));
}
