#include "tests/simulation/world/drawn_site.hpp"
#include "tests/simulation/zones.hpp"

#include <algorithm>

namespace motcua::simulation {

namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

const std::vector<mood> moods{
    {.name = "quiet",
     .arrivals = 3,
     .service = 4,
     .onlookers = 3,
     .priorities = 150,
     .pause_least_us = 100'000,
     .pause_most_us = 900'000},
    {.name = "steady",
     .arrivals = 4,
     .service = 8,
     .onlookers = 2,
     .priorities = 200,
     .pause_least_us = 20'000,
     .pause_most_us = 200'000},
    {.name = "rush",
     .arrivals = 12,
     .service = 6,
     .onlookers = 1,
     .priorities = 250,
     .pause_least_us = 1'000,
     .pause_most_us = 60'000},
    {.name = "all priorities",
     .arrivals = 6,
     .service = 8,
     .onlookers = 1,
     .priorities = 1000,
     .pause_least_us = 10'000,
     .pause_most_us = 150'000},
    {.name = "onlookers",
     .arrivals = 3,
     .service = 4,
     .onlookers = 9,
     .priorities = 100,
     .pause_least_us = 20'000,
     .pause_most_us = 200'000},
};

std::string letter(std::size_t n) { return std::string(1, static_cast<char>('A' + n)); }

std::vector<domain::service_settings> drawn_services(draws& random)
{
    std::vector<domain::service_settings> services;
    const auto many = 1 + random.below(5);
    for (std::size_t i = 0; i < many; ++i) {
        services.push_back({.code = letter(i),
                            .name = "Quầy " + letter(i),
                            .name_en = "Service " + letter(i),
                            .minutes = minutes{random.between(1, 15)},
                            .target_minutes = minutes{5 * (i + 1)}});
        if (random.chance(150)) {
            services.back().daily_quota = static_cast<int>(random.between(1, 30));
        }
        if (random.chance(150)) {
            // So narrow that numbers come again, and run out.
            const auto first = static_cast<int>(random.between(1, 50));
            services.back().first_number = first;
            services.back().last_number = first + static_cast<int>(random.between(4, 60));
        }
    }
    return services;
}

std::vector<domain::counter_settings> drawn_counters(draws& random,
                                                     const std::vector<domain::service_settings>& services)
{
    std::vector<domain::counter_settings> counters;
    const auto many = random.chance(200) ? 1 : 1 + random.below(5);
    for (std::size_t i = 0; i < many; ++i) {
        domain::counter_settings counter{.code = std::to_string(i + 1), .services = {}};
        for (const auto& service : services) {
            if (random.chance(600)) {
                counter.services.push_back(service.code);
            }
        }
        if (counter.services.empty()) {
            counter.services.push_back(random.pick(services).code);
        }
        counters.push_back(std::move(counter));
    }
    return counters;
}

domain::head_starts drawn_head_starts(draws& random)
{
    if (random.chance(300)) {
        return {};
    }
    // Of seconds' worth too: a run lasts minutes, and the classes are to meet.
    const auto drawn = [&] {
        return minutes{random.chance(500) ? random.between(0, 3) : random.between(0, 45)};
    };
    domain::head_starts starts;
    starts.elderly_minutes = drawn();
    starts.disabled_minutes = drawn();
    starts.pregnant_minutes = drawn();
    starts.infant_minutes = drawn();
    starts.merit_minutes = drawn();
    return starts;
}

/// So that within the minutes of a run slots fill, holds expire, and people are early, late and missed.
domain::appointment_settings drawn_appointments(draws& random)
{
    domain::appointment_settings rules;
    rules.step_minutes = minutes{5};
    rules.slot_minutes = minutes{random.chance(800) ? 5 : 10};
    rules.buffer_minutes = minutes{random.chance(800) ? 0 : random.between(1, 3)};
    rules.capacity = static_cast<int>(random.between(1, 3));
    rules.lead_minutes = minutes{random.chance(600) ? 0 : random.between(1, 4)};
    rules.horizon_days = static_cast<int>(random.between(0, 3));
    rules.early_minutes = minutes{random.chance(600) ? 24 * 60 : random.between(0, 10)};
    rules.grace_minutes = minutes{random.between(0, 2)};
    rules.hold_minutes = minutes{1};
    rules.per_phone_day = static_cast<int>(random.between(1, 4));
    constexpr double a_quarter = 0.25;
    rules.walk_in_share = random.chance(150) ? a_quarter : 0;
    rules.officer_share = random.chance(400) ? a_quarter : 0;
    return rules;
}

void draw_appointments(draws random, domain::site_settings& settings)
{
    settings.appointments = drawn_appointments(random);
    settings.head_start.appointment_minutes =
        minutes{random.chance(500) ? random.between(0, 3) : random.between(0, 45)};
    for (auto& service : settings.services) {
        service.bookable = !random.chance(100);
        if (random.chance(200)) {
            service.appointments = drawn_appointments(random);
        }
    }
    if (random.chance(500)) {
        settings.retention.personal_days = 1;
    }
}

/// Any day of 2026; often a few moments before the business day changes.
domain::instant drawn_opening(draws& random, const domain::site_settings& settings)
{
    const domain::instant midnight =
        std::chrono::sys_days{std::chrono::year{2026} / 1 / 1} + hours{24 * random.between(0, 360)};
    const auto day_starts = midnight + settings.day_starts_minutes - zone_of(settings).first_offset;
    if (random.chance(250)) {
        return day_starts - seconds{random.between(1, 40)};
    }
    const std::chrono::microseconds part_of_a_second{random.between(0, 999'999)};
    return day_starts + seconds{random.between(0, 24 * 3600 - 1)} + part_of_a_second;
}

/// The same every day; they open or close soon after `at`.
domain::week_hours hours_around(draws& random, domain::local_time at)
{
    const auto midnight = std::chrono::floor<std::chrono::days>(at);
    const auto now = std::chrono::floor<minutes>(at - midnight);
    const auto soon = std::clamp(now + minutes{random.between(0, 3)}, minutes{1}, minutes{24 * 60 - 1});
    const domain::day_hours day{random.chance(500) ? domain::time_span{minutes{0}, soon}
                                                   : domain::time_span{soon, minutes{24 * 60}}};
    return {.mon = day, .tue = day, .wed = day, .thu = day, .fri = day, .sat = day, .sun = day};
}

void admit(drawn_site& site, const std::string& name, domain::device_kind kind,
           std::optional<std::string> counter = {})
{
    site.devices.push_back({.name = name,
                            .as = kind,
                            .counter = std::move(counter),
                            .acts_alone = true,
                            .has_token = true,
                            .added = 0});
}

void admit_everybody(drawn_site& site)
{
    for (unsigned i = 1; i <= site.kiosks; ++i) {
        admit(site, "kiosk-" + std::to_string(i), domain::device_kind::kiosk);
    }
    for (const auto& at : site.settings.counters) {
        admit(site, "counter-" + at.code, domain::device_kind::console, at.code);
    }
    for (unsigned i = 1; i <= site.boards; ++i) {
        admit(site, "board-" + std::to_string(i), domain::device_kind::board);
    }
    for (unsigned i = 1; i <= site.managers; ++i) {
        admit(site, "manager-" + std::to_string(i), domain::device_kind::manager);
    }
    for (unsigned i = 1; i <= site.administrators; ++i) {
        admit(site, "admin-" + std::to_string(i), domain::device_kind::admin);
    }
}

} // namespace

std::string token_of(const std::string& device) { return "token-of-" + device; }

drawn_site draw_site(draws random)
{
    drawn_site site;
    site.settings.name = "Một cửa";
    site.settings.name_en = "One door";
    if (random.chance(300)) {
        site.settings.time_zone = domain::fixed_zone(minutes{60 * random.between(-12, 14)}).name;
    }
    site.settings.public_ = {.reads = true, .tickets = true};
    site.settings.day_starts_minutes =
        random.chance(700) ? minutes{0} : minutes{random.between(0, 24 * 60 - 1)};
    site.settings.recall_grace_minutes = minutes{random.between(0, 15)};
    site.settings.services = drawn_services(random);
    site.settings.counters = drawn_counters(random, site.settings.services);
    site.settings.head_start = drawn_head_starts(random);
    // A stream of its own: the rest of each site stays as it was.
    draw_appointments(random.fork("appointments"), site.settings);
    site.mood = random.pick(moods);
    site.opens_at = drawn_opening(random, site.settings);
    if (random.chance(150)) {
        site.settings.hours = hours_around(random, domain::to_local(zone_of(site.settings), site.opens_at));
    }
    if (random.chance(100)) {
        site.settings.time_zone = summer_from(site.opens_at + seconds{random.between(0, 60)});
    }
    site.kiosks = static_cast<unsigned>(random.between(1, 3));
    site.consoles_a_counter = random.chance(150) ? 2 : 1;
    site.boards = static_cast<unsigned>(random.between(1, 2));
    site.phones = static_cast<unsigned>(random.between(0, 2));
    site.bookers = static_cast<unsigned>(random.fork("bookers").between(0, 2));
    site.managers = static_cast<unsigned>(random.between(0, 1));
    site.administrators = random.chance(300) ? 1 : 0;
    site.snapshot_every = random.chance(700) ? random.between(5, 200) : 20'000;
    admit_everybody(site);
    return site;
}

} // namespace motcua::simulation
