#include "tests/simulation/world/hall.hpp"

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
                            .name_vi = "Quầy " + letter(i),
                            .name_en = "Service " + letter(i),
                            .service_time = seconds{random.between(30, 900)}});
        if (random.chance(150)) {
            // So narrow that numbers come again, and run out.
            const auto first = static_cast<int>(random.between(1, 50));
            services.back().range =
                domain::number_range{first, first + static_cast<int>(random.between(4, 60))};
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
        domain::counter_settings made{.code = std::to_string(i + 1), .services = {}};
        for (const auto& service : services) {
            if (random.chance(600)) {
                made.services.push_back(service.code);
            }
        }
        if (made.services.empty()) {
            made.services.push_back(random.pick(services).code);
        }
        counters.push_back(std::move(made));
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
    starts.elderly = drawn();
    starts.disabled = drawn();
    starts.pregnant = drawn();
    starts.infant = drawn();
    starts.merit = drawn();
    return starts;
}

/// Any day of 2026; often a few moments before the business day changes.
domain::instant drawn_opening(draws& random, const domain::site_settings& settings)
{
    const domain::instant midnight =
        std::chrono::sys_days{std::chrono::year{2026} / 1 / 1} + hours{24 * random.between(0, 360)};
    const auto day_starts = midnight + settings.day_starts - settings.utc_offset;
    if (random.chance(250)) {
        return day_starts - seconds{random.between(1, 40)};
    }
    const std::chrono::microseconds part_of_a_second{random.between(0, 999'999)};
    return day_starts + seconds{random.between(0, 24 * 3600 - 1)} + part_of_a_second;
}

void admit(hall& made, const std::string& name, access::role role, std::optional<std::string> counter = {})
{
    made.access.devices.push_back({.site = made.site,
                                   .name = name,
                                   .role = role,
                                   .counter = std::move(counter),
                                   .token_sha256 = access::hash_of_token(token_of(name))});
}

void admit_everybody(hall& made)
{
    for (unsigned i = 1; i <= made.kiosks; ++i) {
        admit(made, "kiosk-" + std::to_string(i), access::role::kiosk);
    }
    for (const auto& at : made.settings.counters) {
        admit(made, "counter-" + at.code, access::role::counter, at.code);
    }
    for (unsigned i = 1; i <= made.boards; ++i) {
        admit(made, "board-" + std::to_string(i), access::role::display);
    }
    for (unsigned i = 1; i <= made.managers; ++i) {
        admit(made, "manager-" + std::to_string(i), access::role::manager);
    }
}

} // namespace

std::string token_of(const std::string& device) { return "token-of-" + device; }

hall drawn_hall(draws random)
{
    hall made;
    made.settings.name_vi = "Một cửa";
    made.settings.name_en = "One door";
    made.settings.utc_offset = random.chance(700) ? minutes{420} : minutes{60 * random.between(-12, 14)};
    made.settings.day_starts = random.chance(700) ? minutes{0} : minutes{random.between(0, 24 * 60 - 1)};
    made.settings.recall_grace = minutes{random.between(0, 15)};
    made.settings.services = drawn_services(random);
    made.settings.counters = drawn_counters(random, made.settings.services);
    made.settings.head_start = drawn_head_starts(random);
    made.mood = random.pick(moods);
    made.opens_at = drawn_opening(random, made.settings);
    made.kiosks = static_cast<unsigned>(random.between(1, 3));
    made.consoles_a_counter = random.chance(150) ? 2 : 1;
    made.boards = static_cast<unsigned>(random.between(1, 2));
    made.phones = static_cast<unsigned>(random.between(0, 2));
    made.managers = static_cast<unsigned>(random.between(0, 1));
    made.snapshot_every = random.chance(700) ? random.between(5, 200) : 20'000;
    admit_everybody(made);
    return made;
}

} // namespace motcua::simulation
