#include "client/server_address.hpp"
#include "client/target.hpp"

#include <catch2/catch.hpp>

using namespace motcua::client;

TEST_CASE("a server's address is read with its port and kept in the form of the Host header")
{
    const auto named = parse_server_address("http://hall.example.vn:8080", "abc").value();
    CHECK(named.host == "hall.example.vn");
    CHECK(named.port == "8080");
    CHECK(named.authority == "hall.example.vn:8080");
    CHECK(named.token == "abc");
    CHECK(parse_server_address("http://10.0.0.2/", "").value().port == "80");
    const auto six = parse_server_address("http://[::1]:8080", "").value();
    CHECK(six.host == "::1");
    CHECK(six.authority == "[::1]:8080");
}

TEST_CASE("a wrong address is one clear line")
{
    const auto* url = GENERATE("", "hall", "hall:8080", "localhost:8080", "http://", "http://hall:x",
                               "http://hall:0", "http://hall:99999", "ftp://hall", "http://hall/path",
                               "http://hall?x=1", "http://me@hall", "http://hall#x", "http://ha ll");
    CAPTURE(url);
    const auto parsed = parse_server_address(url, "");
    REQUIRE(parsed.has_error());
    CHECK(parsed.error() == error::wrong_url);
    CHECK(parsed.error().message() ==
          "the server's address is not of the form http://host:port or https://host:port");
}

TEST_CASE("an https address has its own port and may pin a fingerprint, however it is written")
{
    const auto plain = parse_server_address("http://hall", "").value();
    CHECK_FALSE(plain.is_encrypted);
    const auto trusted = parse_server_address("https://hall", "").value();
    CHECK(trusted.is_encrypted);
    CHECK(trusted.port == "443");
    CHECK_FALSE(trusted.pinned);
    std::string pairs = "0A";
    std::string digits = "0a";
    for (int i = 1; i < 32; ++i) {
        pairs += ":FF";
        digits += "ff";
    }
    const auto pinned = parse_server_address("https://hall", "", pairs).value();
    CHECK(pinned.pinned->front() == 0x0A);
    CHECK(pinned.pinned == parse_server_address("https://hall", "", digits).value().pinned);
}

TEST_CASE("a fingerprint that pins nothing is refused")
{
    const std::string digits(64, 'a');
    CHECK(parse_server_address("http://hall", "", digits).error() == error::fingerprint_without_tls);
    for (const auto& wrong :
         {std::string(62, 'a'), std::string(66, 'a'), std::string(64, 'g'), std::string(":")}) {
        CHECK(parse_server_address("https://hall", "", wrong).error() == error::wrong_fingerprint);
    }
}

TEST_CASE("a token that would break a header is refused")
{
    CHECK(parse_server_address("http://hall", "a b").error() == error::wrong_token);
    CHECK(parse_server_address("http://hall", "a\r\nX: y").error() == error::wrong_token);
}

TEST_CASE("a query's values are encoded")
{
    CHECK(with_query(with_query("/p", "q", "hộ tịch"), "a", "1&2") ==
          "/p?q=h%E1%BB%99%20t%E1%BB%8Bch&a=1%262");
}
