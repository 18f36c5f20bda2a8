#include "server/office/settings_file.hpp"

#include "base/duration_json.hpp"
#include "server/office/delivered_settings.hpp"

#include <catch2/catch.hpp>

using namespace motcua;
using namespace motcua::office;

namespace {

std::string json_of(const domain::site_settings& settings) { return base::to_json(settings); }

/// The file of the delivered office with `from` replaced by `to`.
std::string delivered_with(const std::string& from, const std::string& to)
{
    auto text = write_settings(delivered_settings(false));
    const auto at = text.find(from);
    REQUIRE(at != text.npos);
    return text.replace(at, from.size(), to);
}

/// The fault of a file, in one line, without its line number.
std::string fault_of(const std::string& toml)
{
    const auto read = read_settings(toml, "s.toml");
    REQUIRE(read.has_error());
    const auto& why = read.error().why;
    CHECK(why.find('\n') == std::string::npos);
    REQUIRE(why.starts_with("s.toml:"));
    const auto rest = why.find(": ");
    CHECK(why.substr(7, rest - 7).find_first_not_of("0123456789") == std::string::npos);
    return why.substr(rest + 2);
}

} // namespace

TEST_CASE("settings that were exported are the same when they are read")
{
    auto full = delivered_settings(false);
    full.name = "Một \"cửa\" \\ 1 😀";
    full.services[1].first_number = 1;
    full.services[1].last_number = 99;
    full.services[1].daily_quota = 40;
    full.services[1].hours = full.hours;
    full.services[2].appointments = domain::appointment_settings{.capacity = 7, .walk_in_share = 0.25};
    full.counters[0].rota = full.hours;
    full.exceptions = {{.day = full.holidays[0].day, .hours = full.hours.mon, .name = "Làm bù"}};
    full.hold_reasons = {{"Thiếu giấy tờ", "Papers are missing"}};
    full.notices = {{"Nghỉ lễ", "Holiday", std::nullopt, base::timestamp{}}};
    full.kiosk.service_pin = "1234";
    full.check_in_networks = {"192.168.1.0/24"};
    const auto text = write_settings(full);
    CHECK(text.find("\nname = ") < text.find("\nholidays = "));
    for (const auto& settings : {full, delivered_settings(true)}) {
        const auto read = read_settings(write_settings(settings), "s.toml");
        INFO((read ? std::string() : read.error().why));
        REQUIRE(read.has_value());
        CHECK(json_of(*read) == json_of(settings));
    }
}

TEST_CASE("the exported file explains each key in both languages")
{
    const auto text = write_settings(delivered_settings(false));
    CHECK(text.find("# Opening hours by weekday") != text.npos);
    CHECK(text.find("# Giờ mở cửa") != text.npos);
    CHECK(text.find("# service_pin =") != text.npos);
}

TEST_CASE("a key that is left out has its delivered value")
{
    auto older = delivered_settings(false);
    older.elderly_age = 70;
    auto text = write_settings(older);
    const std::string line = "elderly_age = 70\n";
    text.erase(text.find(line), line.size());
    const auto read = read_settings(text, "s.toml");
    REQUIRE(read.has_value());
    CHECK(read->elderly_age == 60);
}

TEST_CASE("a fault in a file of settings is one line with its place and its name")
{
    CHECK(fault_of(delivered_with("elderly_age = 60", "elderly_age = \"x\"")) ==
          "elderly_age: This must be a whole number.");
    CHECK(fault_of(delivered_with("elderly_age = 60", "elderly_aje = 60")) ==
          "elderly_aje: There is no such key.");
    CHECK(
        fault_of(delivered_with("elderly_age = 60", "elderly_age = 0")).starts_with("elderly_age: must be"));
    CHECK(fault_of(delivered_with("\nminutes = 15\n", "\nminutes = 0\n"))
              .starts_with("services \"B\": minutes: must be"));
    CHECK(fault_of(delivered_with("name = ", "name = = ")).size() > 1);
}

TEST_CASE("hours that overlap are refused, as is a holiday that is there twice")
{
    const auto overlap =
        fault_of(delivered_with(R"(mon = [["07:30", "11:30"])", R"(mon = [["07:30", "13:30"])"));
    CHECK(overlap.find("hours.mon") != std::string::npos);
    auto twice = delivered_settings(false);
    twice.holidays.push_back(twice.holidays.front());
    CHECK(fault_of(write_settings(twice)).find("day") != std::string::npos);
}

TEST_CASE("a refusal of the site finds its line in the file")
{
    const std::string toml = "name = \"A\"\n\ntime_zone = \"Mars/Base\"\n";
    CHECK(place_of_setting(toml, "s.toml", "time_zone") == "s.toml:3: time_zone");
}
