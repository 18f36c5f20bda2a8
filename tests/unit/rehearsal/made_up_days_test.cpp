#include "server/rehearsal/day_plan.hpp"

#include "server/domain/calendar/time_zone.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace motcua::rehearsal;
using namespace std::chrono_literals;

namespace {

constexpr std::uint64_t sites = 60;

/// The share of the counters' time that a usual day fills.
double load_of(const site_plan& site)
{
    duration open{0};
    for (const auto& at : site.counters) {
        open += length_of(hours_of(at.kind, site.noon_ends));
    }
    double filled = 0;
    for (const auto& service : site.services) {
        filled += service.visits * static_cast<double>((service.mean + duration{65s}).count());
    }
    return filled / static_cast<double>(open.count());
}

double mean_load(load_band band)
{
    double sum = 0;
    for (std::uint64_t seed = 0; seed < sites; ++seed) {
        sum += load_of(make_site(seed, band));
    }
    return sum / static_cast<double>(sites);
}

instant midnight_of(const day_plan& day)
{
    return motcua::domain::to_instant(motcua::domain::zone_of_vietnam(), motcua::domain::local_time{day.day});
}

} // namespace

TEST_CASE("the same seed makes the same hall and the same days")
{
    const auto site = make_site(5, load_band::rush);
    CHECK(site == make_site(5, load_band::rush));
    CHECK_FALSE(site == make_site(6, load_band::rush));
    CHECK(make_day(site, 2) == make_day(site, 2));
    CHECK_FALSE(make_day(site, 2).people == make_day(site, 3).people);
}

TEST_CASE("the load of made-up halls lies in its band")
{
    CHECK(mean_load(load_band::quiet) == Approx(0.525).margin(0.03));
    CHECK(mean_load(load_band::rush) == Approx(0.775).margin(0.03));
    CHECK(mean_load(load_band::overload) == Approx(0.975).margin(0.03));
}

TEST_CASE("each service of a made-up hall has a counter that is open all day")
{
    for (std::uint64_t seed = 0; seed < sites; ++seed) {
        const auto site = make_site(seed, load_band::rush);
        CHECK((site.counters.size() >= 4 && site.counters.size() <= 12));
        CHECK((site.services.size() >= 4 && site.services.size() <= 10));
        CHECK((visits_of(site) >= 50 && visits_of(site) <= 500));
        for (std::size_t service = 0; service < site.services.size(); ++service) {
            CHECK(std::ranges::any_of(site.counters, [&](const counter_plan& at) {
                return at.kind == counter_kind::all_day && std::ranges::count(at.services, service) == 1;
            }));
        }
    }
}

TEST_CASE("people of a made-up day come in order, from 7:00 to the last ticket")
{
    for (std::uint64_t seed = 0; seed < sites; ++seed) {
        const auto day = make_day(make_site(seed, load_band::rush), 1);
        CHECK(std::ranges::is_sorted(day.people, {}, &person_plan::arrives));
        for (const auto& person : day.people) {
            const auto at = person.arrives - midnight_of(day);
            CHECK((at >= 7h && at <= 16h + 45min));
            CHECK(person.legs.size() <= 2);
        }
    }
}

TEST_CASE("who comes more than ten minutes after the booked time has no appointment")
{
    int late = 0;
    for (std::uint64_t seed = 0; seed < sites; ++seed) {
        const auto day = make_day(make_site(seed, load_band::rush), 1);
        for (const auto& booking : day.bookings) {
            if (!booking.person) {
                continue;
            }
            const auto& person = day.people[*booking.person];
            const bool is_late = person.arrives > booking.start + 10min;
            late += is_late ? 1 : 0;
            CHECK(person.booked == (is_late ? std::nullopt : std::optional{booking.start}));
            CHECK(person.legs.front().service == booking.service);
        }
    }
    CHECK(late > 0);
}

TEST_CASE("about as many come as a usual day has visits")
{
    double wanted = 0;
    double came = 0;
    for (std::uint64_t seed = 0; seed < sites; ++seed) {
        const auto site = make_site(seed, load_band::rush);
        // Of those who booked, a tenth does not come.
        wanted += visits_of(site) * (1 - 0.1 * site.appointment_share);
        came += static_cast<double>(make_day(site, 1).people.size());
    }
    CHECK(came / wanted == Approx(1).margin(0.05));
}
