#include "server/office/configuration.hpp"

#include <catch2/catch.hpp>

using namespace motcua;

namespace {

auto read(const std::string& tls)
{
    return office::read_configuration("listen = \"127.0.0.1:0\"\n[site]\ncode = \"a\"\n" + tls,
                                      "motcua.toml");
}

} // namespace

TEST_CASE("a configuration without TLS is plain, and one with it may be plain besides")
{
    CHECK_FALSE(read("")->tls);
    CHECK_FALSE(read("[tls]\n")->tls);
    const auto both =
        read("[tls]\ncertificate = \"c.pem\"\nkey = \"/k.pem\"\nplain_listen = \"0.0.0.0:80\"\n");
    REQUIRE(both.has_value());
    CHECK(both->tls->certificate == "c.pem");
    CHECK(both->tls->key == "/k.pem");
    CHECK(both->tls->plain_listen == "0.0.0.0:80");
}

TEST_CASE("a mistake in the section for TLS is named by its line and key")
{
    const auto [text, fault] = GENERATE(table<std::string, std::string>(
        {{"certificate = \"c\"", "motcua.toml:5: tls.certificate: certificate and key go together"},
         {"key = \"k\"", "motcua.toml:5: tls.key: certificate and key go together"},
         {"certificate = \"\"\nkey = \"k\"", "motcua.toml:5: tls.certificate: it is empty"},
         {"plain_listen = \"0.0.0.0:80\"", "motcua.toml:5: tls.plain_listen: without certificate and key the "
                                           "address of listen is plain already"},
         {"certificate = \"c\"\nkey = \"k\"\nplain_listen = \"80\"",
          "motcua.toml:7: tls.plain_listen: this must be ADDRESS:PORT, such as 127.0.0.1:8080"},
         {"secret = \"k\"", "motcua.toml:5: tls.secret: There is no such key."}}));
    CHECK(read("[tls]\n" + text + "\n").error().why == fault);
}
