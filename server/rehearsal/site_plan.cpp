#include "server/rehearsal/site_plan.hpp"

#include "base/require.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace motcua::rehearsal {

namespace {

using namespace std::chrono_literals;
using domain::minutes;

/// What a call takes of a counter beside the service: the walk to it, and the gap after it.
constexpr duration around_service = 65s;
constexpr double visits_min = 50;
constexpr double visits_max = 500;

/// Whether one of the counters that are open all day serves it.
bool is_served_all_day(const site_plan& site, std::size_t service)
{
    return std::ranges::any_of(site.counters, [&](const counter_plan& at) {
        return at.kind == counter_kind::all_day && std::ranges::count(at.services, service) > 0;
    });
}

/// The first of `count` places in an order that is shuffled by `chance`.
std::vector<std::size_t> some_of(std::size_t all, int count, const draws& chance)
{
    std::vector<std::size_t> places(all);
    std::iota(places.begin(), places.end(), std::size_t{0});
    std::ranges::sort(places, {},
                      [&](std::size_t place) { return chance.of("service", place).share("order"); });
    places.resize(std::min(all, static_cast<std::size_t>(count)));
    std::ranges::sort(places);
    return places;
}

std::vector<service_plan> make_services(const draws& chance)
{
    const double bias_of_site = chance.even("bias", -1, 1);
    std::vector<service_plan> services(static_cast<std::size_t>(chance.whole("services", 4, 10)));
    for (std::size_t i = 0; i < services.size(); ++i) {
        const auto own = chance.of("service", i);
        auto& made_up = services[i];
        made_up.code = std::string(1, static_cast<char>('A' + i));
        made_up.mean = own.log_even("mean", 4min, 25min);
        made_up.spread = own.even("spread", 0.6, 1.0);
        const auto believed = scaled(made_up.mean, std::exp2((bias_of_site + own.even("bias", -1, 1)) / 2));
        made_up.setting = std::max(minutes{1}, std::chrono::round<minutes>(believed));
    }
    return services;
}

std::vector<counter_plan> make_counters(const draws& chance, std::size_t services)
{
    std::vector<counter_plan> counters(static_cast<std::size_t>(chance.whole("counters", 4, 12)));
    for (std::size_t i = 0; i < counters.size(); ++i) {
        const auto own = chance.of("counter", i);
        counters[i] = {.code = std::to_string(i + 1),
                       .services = some_of(services, own.whole("services", 2, 5), own),
                       .kind = draw_counter_kind(own),
                       .pace = std::exp(0.2 * own.normal("pace")),
                       .mean_gap = own.even("gap", duration{15s}, duration{45s})};
    }
    return counters;
}

/// Gives each service that has none a counter that is open all day.
void serve_all_day(site_plan& site, const draws& chance)
{
    const auto is_all_day = [](const counter_plan& at) { return at.kind == counter_kind::all_day; };
    if (std::ranges::none_of(site.counters, is_all_day)) {
        site.counters.front().kind = counter_kind::all_day;
    }
    for (std::size_t service = 0; service < site.services.size(); ++service) {
        if (is_served_all_day(site, service)) {
            continue;
        }
        std::vector<counter_plan*> choices;
        for (auto& at : site.counters) {
            if (is_all_day(at)) {
                choices.push_back(&at);
            }
        }
        // Who serves the fewest services gets it; among equals chance decides.
        const auto own = chance.of("service", service);
        auto& chosen = **std::ranges::min_element(choices, {}, [&](const counter_plan* at) {
            return std::pair(
                at->services.size(),
                own.of("at", static_cast<std::size_t>(at - site.counters.data())).share("order"));
        });
        chosen.services.push_back(service);
    }
}

/// Visits that fill `load` of the counters' time. Each counter splits its own over its services.
void fill(site_plan& site, double load, const draws& chance)
{
    std::vector<double> time(site.services.size());
    for (std::size_t i = 0; i < site.counters.size(); ++i) {
        const auto& at = site.counters[i];
        const auto weight = [&](std::size_t service) {
            return chance.of("counter", i).of("service", service).even("weight", 0.5, 1.5);
        };
        double weights = 0;
        for (const auto service : at.services) {
            weights += weight(service);
        }
        const duration open = length_of(hours_of(at.kind, site.noon_ends));
        for (const auto service : at.services) {
            time[service] += static_cast<double>(open.count()) * weight(service) / weights;
        }
    }
    for (std::size_t i = 0; i < site.services.size(); ++i) {
        auto& service = site.services[i];
        const double wanted = chance.of("service", i).even("demand", 0.8, 1.2);
        service.visits =
            load * time[i] * wanted / static_cast<double>((service.mean + around_service).count());
    }
}

double draw_load(load_band band, const draws& chance)
{
    switch (band) {
    case load_band::quiet:
        return chance.even("load", 0.45, 0.6);
    case load_band::rush:
        return chance.even("load", 0.7, 0.85);
    default:
        return chance.even("load", 0.9, 1.05);
    }
}

site_plan try_to_make(std::uint64_t seed, load_band load, const draws& chance)
{
    site_plan site{.seed = seed,
                   .load = load,
                   .noon_ends = chance.chance("noon", 0.5) ? 13h : 13h + 30min,
                   .services = make_services(chance),
                   .priority_share = chance.even("priority", 0.1, 0.2),
                   .transfer_share = chance.even("transfers", 0.05, 0.1),
                   .appointment_share =
                       chance.chance("no appointments", 0.3) ? 0 : chance.even("appointments", 0.05, 0.3)};
    site.counters = make_counters(chance, site.services.size());
    serve_all_day(site, chance);
    fill(site, draw_load(load, chance), chance);
    return site;
}

} // namespace

site_plan make_site(std::uint64_t seed, load_band load)
{
    for (std::uint64_t attempt = 0;; ++attempt) {
        auto site = try_to_make(seed, load, draws(seed).of("site", attempt));
        const double visits = visits_of(site);
        if (visits >= visits_min && visits <= visits_max) {
            return site;
        }
        base::require(attempt < 1000, "most halls have a usual number of visits");
    }
}

double visits_of(const site_plan& site)
{
    double sum = 0;
    for (const auto& service : site.services) {
        sum += service.visits;
    }
    return sum;
}

domain::site_settings settings_of(const site_plan& site, minutes appointment_head_start)
{
    domain::site_settings settings;
    settings.name = "Rehearsal";
    const auto hours = hours_of_site(site.noon_ends);
    settings.hours = {.mon = hours, .tue = hours, .wed = hours, .thu = hours, .fri = hours};
    for (const auto& service : site.services) {
        settings.services.push_back({.code = service.code,
                                     .name = service.code,
                                     .minutes = service.setting,
                                     .last_ticket_before_close_min = minutes{15}});
    }
    for (const auto& at : site.counters) {
        domain::counter_settings counter{.code = at.code};
        for (const auto service : at.services) {
            counter.services.push_back(site.services[service].code);
        }
        settings.counters.push_back(std::move(counter));
    }
    settings.head_start.appointment_minutes = appointment_head_start;
    return settings;
}

} // namespace motcua::rehearsal
