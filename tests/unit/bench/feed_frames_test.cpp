#include "tests/bench/http_wire.hpp"

#include <catch2/catch.hpp>

using namespace motcua::bench;

TEST_CASE("a frame of each size of length is found once it is whole")
{
    const auto size = GENERATE(std::size_t{0}, std::size_t{125}, std::size_t{126}, std::size_t{65'536});
    const std::string payload(size, 'x');
    std::string whole = "\x81";
    const auto append = [&](int bytes) {
        for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) {
            whole += static_cast<char>(size >> static_cast<unsigned>(shift) & 0xFFU);
        }
    };
    if (size < 126) {
        append(1);
    } else {
        whole += static_cast<char>(size < 65'536 ? 126 : 127);
        append(size < 65'536 ? 2 : 8);
    }
    whole += payload;
    CHECK_FALSE(find_frame(std::string_view(whole).substr(0, whole.size() - 1)));
    const auto length = whole.size();
    whole += '\x81';
    const auto found = find_frame(whole);
    REQUIRE(found);
    CHECK(found->opcode == 1);
    CHECK(found->payload == payload);
    CHECK(found->length == length);
}
