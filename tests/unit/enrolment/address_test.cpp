#include "enrolment/address.hpp"

#include <catch2/catch.hpp>

using motcua::enrolment::url_of;

TEST_CASE("an address with a scheme is taken as it stands")
{
    CHECK(url_of("http://10.0.0.5:8080") == "http://10.0.0.5:8080");
}

TEST_CASE("an address without a scheme is a protected one, the machine's own too")
{
    CHECK(url_of("127.0.0.1:8443") == "https://127.0.0.1:8443");
    CHECK(url_of("localhost") == "https://localhost");
    CHECK(url_of("[::1]:8443") == "https://[::1]:8443");
    CHECK(url_of("10.0.0.5:8443") == "https://10.0.0.5:8443");
}

TEST_CASE("what is not an address is none")
{
    for (const auto* wrong :
         {"", ":", "10.0.0.5:", "10.0.0.5:99999", "ftp://x", "http://", "a b", "10.0.0.5/x", "-:-"}) {
        CAPTURE(wrong);
        CHECK_FALSE(url_of(wrong));
    }
}
