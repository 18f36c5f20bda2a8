// The zones of the system's database.

#include "server/office/time_zones.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace motcua;
using namespace std::chrono_literals;
using domain::instant;

namespace {

instant utc(int year, int month, int day, domain::minutes time)
{
    return instant{std::chrono::sys_days{std::chrono::year{year} / month / day} + time};
}

domain::time_zone loaded(const std::string& name)
{
    const auto zone = office::find_time_zone(name);
    REQUIRE(zone.has_value());
    return *zone;
}

} // namespace

TEST_CASE("Viet Nam has had one offset since 1975")
{
    const auto zone = loaded("Asia/Ho_Chi_Minh");
    CHECK(zone.name == "Asia/Ho_Chi_Minh");
    CHECK(domain::offset_at(zone, utc(2026, 11, 23, 0h)) == 7h);
    CHECK(std::ranges::all_of(zone.transitions,
                              [](const auto& one) { return one.from < utc(1976, 1, 1, 0h); }));
}

TEST_CASE("Berlin's summer time of 2026 is that of the law")
{
    const auto zone = loaded("Europe/Berlin");
    const auto has = [&](instant from, domain::minutes offset) {
        return std::ranges::count(zone.transitions, domain::zone_transition{from, offset}) == 1;
    };
    CHECK(has(utc(2026, 3, 29, 1h), 2h));
    CHECK(has(utc(2026, 10, 25, 1h), 1h));
    CHECK(zone.first_offset == 1h);
    CHECK(std::ranges::is_sorted(zone.transitions, {}, &domain::zone_transition::from));
    CHECK(zone.transitions.back().from > utc(office::zone_to_year, 1, 1, 0h));
    CHECK(zone.transitions.back().from < utc(office::zone_to_year + 1, 1, 1, 0h));
}

TEST_CASE("there is no zone that the database does not have")
{
    for (const std::string name :
         {"Asia/Atlantis", "", "../../etc/passwd", "UTC+15:00", "UTC+07:60", "UTC+7"}) {
        CAPTURE(name);
        CHECK_FALSE(office::find_time_zone(name));
    }
}

TEST_CASE("a fixed offset has a name that can be loaded again")
{
    CHECK(domain::fixed_zone(7h + 30min).name == "UTC+07:30");
    CHECK(domain::fixed_zone(-3h - 30min).name == "UTC-03:30");
    for (const auto offset : {-12h + 0min, -30min + 0h, 0h + 0min, 7h + 0min, 14h + 0min}) {
        const auto zone = domain::fixed_zone(offset);
        CHECK(loaded(zone.name) == zone);
        CHECK(domain::offset_at(zone, utc(2026, 1, 1, 0h)) == offset);
    }
}
