#include "server/configuration.hpp"

#include <catch2/catch.hpp>

using namespace motcua;

namespace {

std::string changed(const std::string& from, const std::string& to)
{
    auto text = configuration_template(true);
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

TEST_CASE("the demo's configuration is the demo office")
{
    const auto office = read_configuration(configuration_template(true), "motcua.toml");
    REQUIRE(office.has_value());
    CHECK(office->site == "demo");
    CHECK(office->open.reads);
    CHECK_FALSE(office->open.tickets);
    REQUIRE(office->settings.services.size() == 4);
    CHECK(office->settings.services[2].name_vi == "Đăng ký kinh doanh");
    REQUIRE(office->settings.counters.size() == 4);
    CHECK(office->settings.counters[3].services == std::vector<std::string>{"C", "B", "A"});
    CHECK(office->settings.head_start.elderly == std::chrono::minutes{30});
    CHECK(office->settings.head_start.infant == std::chrono::minutes{20});
}

TEST_CASE("an office that is not the demo begins under another name")
{
    const auto office = read_configuration(configuration_template(false), "motcua.toml");
    REQUIRE(office.has_value());
    CHECK(office->site == "hall");
}

TEST_CASE("a wrong configuration is refused by the name of what is wrong")
{
    CHECK(why(changed("[site]", "[site")).starts_with("motcua.toml:"));
    CHECK(why(changed("reads = true", "reeds = true")).find("open.reads") != std::string::npos);
    CHECK(why(changed("reads = true", "reads = true\nwrites = true")) ==
          "motcua.toml: open.writes: there is no such setting");
    CHECK(why(changed("code = \"demo\"", "code = \"Demo Hall\"")).find("site.code") != std::string::npos);
    CHECK(why(changed("code = \"demo\"", "code = 7")).find("site.code") != std::string::npos);
    CHECK(why(changed("127.0.0.1:8080", "localhost")).find("listen") != std::string::npos);
    CHECK(why(changed("minutes = 8", "minutes = \"8\"")).find("minutes") != std::string::npos);
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
