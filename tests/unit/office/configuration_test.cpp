#include "server/office/configuration.hpp"

#include "server/office/configuration_template.hpp"
#include "server/office/listen_address.hpp"

#include <catch2/catch.hpp>

using namespace motcua;
using namespace motcua::office;

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
    CHECK(office->open_doors.reads);
    CHECK_FALSE(office->open_doors.tickets);
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
          "motcua.toml:10: open.writes: there is no such setting");
    CHECK(why(changed("code = \"demo\"", "code = \"Demo Hall\"")).find("site.code") != std::string::npos);
    CHECK(why(changed("code = \"demo\"", "code = 7")).find("site.code") != std::string::npos);
    CHECK(why(changed("127.0.0.1:8080", "localhost")).find("listen") != std::string::npos);
    CHECK(why(changed("minutes = 8", "minutes = \"8\"")).find("minutes") != std::string::npos);
}

TEST_CASE("a fault in a configuration is reported with its line and with its name in the file")
{
    const auto* from = "";
    const auto* to = "";
    const auto* fault = "";
    std::tie(from, to, fault) = GENERATE(table<const char*, const char*, const char*>(
        {{"\nminutes = 15\n", "\nminutes = 0\n", "42: service \"B\": minutes: must be more than 0"},
         {"\nminutes = 15\n", "\nminutes = \"x\"\n",
          "42: service \"B\": minutes: This must be a whole number."},
         {"\nminutes = 15\n", "\n", "38: service \"B\": minutes: This field is required."},
         {"\nminutes = 15\n", "\nminutes = 15\nlimit = 1\n",
          "43: service \"B\": limit: there is no such setting"},
         {"code = \"B\"", "code = \"A\"", "39: service \"A\": code: another one has it already"},
         {"code = \"B\"", "code = \"\"", "39: service 2: code: it is empty"},
         {"code = \"B\"", "", "38: service 2: code: This field is required."},
         {"minutes = 8\ntarget_minutes = 15", "minutes = 8\ntarget_minutes = 0",
          "36: service \"A\": target_minutes: must be more than 0"},
         {"minutes = 8\n", "minutes = 8\nfirst_number = 0\nlast_number = 9\n",
          "36: service \"A\": first_number: must be 1 or more"},
         {"minutes = 8\n", "minutes = 8\nfirst_number = 5\n",
          "31: service \"A\": last_number: must not be below the first"},
         {"[\"C\", \"B\", \"A\"]", "[\"C\", \"Z\"]",
          "73: counter \"4\": services: there is no service \"Z\""},
         {"[\"C\", \"B\", \"A\"]", "[\"C\", 7]", "73: counter \"4\": services: This must be a text."},
         {"= 420", "= 9999", "16: site.utc_offset_minutes: must be -720 to 840"},
         {"day_starts_minutes = 0", "day_starts_minutes = 1440",
          "17: site.day_starts_minutes: must be 0 to 1439"},
         {"recall_grace_minutes = 10", "recall_grace_minutes = -1",
          "18: site.recall_grace_minutes: must be 0 to 1439"},
         {"merit_minutes = 30", "merit_minutes = -30", "24: head_start.merit_minutes: must be 0 to 1439"},
         {"listen = ", "heard = ", " listen: This field is required."}}));
    CHECK(why(changed(from, to)) == std::string("motcua.toml:") + fault);
}

TEST_CASE("an office without a service or a site is refused by the name of what is missing")
{
    const std::string start = "listen = \"127.0.0.1:0\"\n";
    CHECK(why(start) == "motcua.toml: site: This field is required.");
    const std::string site = start + "[site]\ncode = \"a\"\nname = \"a\"\nname_en = \"a\"\n";
    CHECK(why("service = []\ncounter = []\n" + site) == "motcua.toml:1: service: must have at least one");
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
