#include "server/journal/codec.hpp"
#include "server/journal/lifting.hpp"

#include <catch2/catch.hpp>

using namespace motcua;
using namespace std::chrono_literals;

namespace {

/// The event as version 1 stored it, with this offset of local time in minutes.
std::string body_v1(int offset)
{
    return R"({"settings":{"name_vi":"Một cửa","name_en":"Hall","utc_offset":)" + std::to_string(offset) +
           R"(,"day_starts":300,"recall_grace":7,"services":[
               {"code":"A","name_vi":"Hộ tịch","name_en":"Records","service_time":481,"target":900,"range":null},
               {"code":"B","name_vi":"Đất đai","name_en":"Land","service_time":900,"target":1800,
                "range":{"first":100,"last":199}}],
             "counters":[{"code":"1","services":["A","B"]}],
             "head_start":{"elderly":31,"disabled":32,"pregnant":33,"infant":34,"merit":35}}})";
}

domain::site_configured lifted(int offset)
{
    const auto read = journal::decode(domain::site_configured::kind, 1, body_v1(offset));
    INFO((read ? std::string() : read.error().field + ": " + read.error().detail));
    REQUIRE(read.has_value());
    return std::get<domain::site_configured>(*read);
}

} // namespace

TEST_CASE("settings of version 1 become the settings that they meant")
{
    const auto event = lifted(420);
    CHECK(event.utc_offset == 420min);
    const auto& settings = event.settings;
    CHECK(settings.name == "Một cửa");
    CHECK(settings.name_en == "Hall");
    CHECK(settings.day_starts_minutes == 300min);
    CHECK(settings.recall_grace_minutes == 7min);
    REQUIRE(settings.services.size() == 2);
    CHECK(settings.services[0].name == "Hộ tịch");
    CHECK(settings.services[0].minutes == 9min); // 481 s, rounded up
    CHECK_FALSE(domain::range_of(settings.services[0]));
    CHECK(settings.services[1].target_minutes == 30min);
    CHECK(settings.services[1].first_number == 100);
    CHECK(settings.services[1].last_number == 199);
    REQUIRE(settings.counters.size() == 1);
    CHECK(settings.counters[0].services == std::vector<std::string>{"A", "B"});
    CHECK(settings.head_start.elderly_minutes == 31min);
    CHECK(settings.head_start.merit_minutes == 35min);
}

TEST_CASE("the offset of Viet Nam becomes its zone, any other a fixed one")
{
    CHECK(lifted(420).settings.time_zone == "Asia/Ho_Chi_Minh");
    CHECK(lifted(540).settings.time_zone == "UTC+09:00");
    CHECK(lifted(540).utc_offset == 540min);
    CHECK(lifted(-210).settings.time_zone == "UTC-03:30");
}

TEST_CASE("what version 1 did not know is as it was then: never closed, and nothing is public")
{
    const auto settings = lifted(420).settings;
    CHECK(domain::is_round_the_clock(settings.hours));
    CHECK(settings.holidays.empty());
    CHECK_FALSE(settings.public_.reads);
    CHECK_FALSE(settings.public_.tickets);
}

TEST_CASE("a body of version 1 that is not whole is an error and not other settings")
{
    CHECK(journal::decode(domain::site_configured::kind, 1, R"({"settings":{"name_vi":"A"}})").has_error());
    CHECK(journal::decode(domain::site_configured::kind, 1, "{}").has_error());
}
