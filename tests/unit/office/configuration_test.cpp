#include "server/office/configuration.hpp"

#include "server/office/configuration_template.hpp"
#include "server/office/listen_address.hpp"

#include <catch2/catch.hpp>

using namespace motcua;
using namespace motcua::office;

namespace {

std::string changed(const std::string& from, const std::string& to)
{
    auto text = configuration_template("demo", false);
    const auto at = text.find(from);
    REQUIRE(at != text.npos);
    return text.replace(at, from.size(), to);
}

std::string why(const std::string& toml)
{
    const auto read = read_configuration(toml, "motcua.toml");
    REQUIRE(read.has_error());
    CHECK(read.error().why.find('\n') == std::string::npos);
    return read.error().why;
}

} // namespace

TEST_CASE("a new configuration names its site and listens on this machine alone")
{
    const bool has_tls = GENERATE(false, true);
    const auto read = read_configuration(configuration_template("hall", has_tls), "motcua.toml");
    REQUIRE(read.has_value());
    CHECK(read->site == "hall");
    CHECK(read->tls.has_value() == has_tls);
    CHECK(read->listen == "127.0.0.1:8080");
    CHECK(read->old_keys.empty());
    CHECK_FALSE(read->old_open);
}

TEST_CASE("a wrong configuration is refused by the line and the name of what is wrong")
{
    CHECK(why(changed("[site]", "[site")).starts_with("motcua.toml:"));
    CHECK(why(changed("listen =", "timeout = 7\nlisten =")) ==
          "motcua.toml:6: timeout: There is no such key.");
    CHECK(why(changed("\"demo\"", "\"Demo Hall\"")).starts_with("motcua.toml:10: site.code: "));
    CHECK(why(changed("\"demo\"", "7")).starts_with("motcua.toml:10: site.code: "));
    CHECK(why(changed("127.0.0.1:8080", "localhost")).starts_with("motcua.toml:6: listen: "));
}

TEST_CASE("settings of the site in an older configuration are named, and not read")
{
    const auto old = changed("code = \"demo\"", "code = \"demo\"\nname = \"A\"\n[open]\nreads = true\n"
                                                "[[service]]\ncode = \"A\"");
    const auto read = read_configuration(old, "motcua.toml");
    REQUIRE(read.has_value());
    CHECK(read->old_keys == std::vector<std::string>{"open", "service", "site.name"});
    REQUIRE(read->old_open);
    CHECK(read->old_open->reads);
    CHECK_FALSE(read->old_open->tickets);
}

TEST_CASE("an address to listen on is numbers and a port")
{
    CHECK(parse_listen("127.0.0.1:0").has_value());
    CHECK(parse_listen("0.0.0.0:8080")->port() == 8080);
    CHECK(parse_listen("[::1]:80")->address().is_v6());
    for (const auto* text : {"", ":", "8080", "localhost:80", "127.0.0.1:", "127.0.0.1:65536", "127.0.0.1:8o",
                             "127.0.0.1:80 ", "1.2.3:80"}) {
        INFO(text);
        CHECK(parse_listen(text).has_error());
    }
}
