#pragma once
// A day that a person can compute: counters without pauses, people without surprises.

#include "server/domain/calendar/time_zone.hpp"
#include "server/rehearsal/rehearsal.hpp"

#include <catch2/catch.hpp>

namespace motcua::rehearsal {

using namespace std::chrono_literals;

/// Services A and B, each of 10 minutes; the walk takes 30 s, the gap 3 s.
class small_day
{
public:
    /// Counters by the letters of their services.
    small_day(std::initializer_list<std::string_view> counters)
    {
        site.noon_ends = 13h;
        site.services = {{.code = "A", .mean = 10min, .setting = 10min},
                         {.code = "B", .mean = 10min, .setting = 5min}};
        for (const auto letters : counters) {
            auto& added = site.counters.emplace_back(
                counter_plan{.code = std::to_string(site.counters.size() + 1), .mean_gap = 3s});
            for (const char letter : letters) {
                added.services.push_back(static_cast<std::size_t>(letter - 'A'));
            }
        }
        day = {.seed = 1, .day = domain::local_day{std::chrono::year{2026} / 11 / 23}};
        for (std::size_t i = 0; i < site.counters.size(); ++i) {
            day.counters.push_back({.shifts = {{.from = at(8h), .to = at(11h + 30min)}}, .mean_gap = 3s});
        }
    }

    domain::instant at(duration time) const
    {
        return domain::to_instant(domain::zone_of_vietnam(), domain::local_time{day.day}) + time;
    }

    /// They must come in order. The reference holds until the next one comes.
    person_plan& come(duration time, std::size_t service = 0,
                      domain::priority_class priority = domain::priority_class::none)
    {
        return day.people.emplace_back(
            person_plan{.arrives = at(time),
                        .priority = priority,
                        .legs = {{.service = service, .walk = 30s, .length = 10min}}});
    }

    person_plan& check_in(duration time, duration start, std::size_t service = 0)
    {
        auto& person = come(time, service);
        person.booked = at(start);
        return person;
    }

    /// The times of the first calls.
    std::vector<std::optional<duration>> calls(const calling_rule& rule = own_rule())
    {
        rehearsal played(site, rule);
        visits = played.play(day);
        std::vector<std::optional<duration>> times;
        for (const auto& one : visits) {
            times.push_back(one.first_called_at ? std::optional{*one.first_called_at - at(0s)}
                                                : std::nullopt);
        }
        return times;
    }

    site_plan site;
    day_plan day;
    std::vector<visit> visits;
};

using call_times = std::vector<std::optional<duration>>;

/// What one citizen after the other takes of a counter.
constexpr duration one_turn = 30s + 10min + 3s;

} // namespace motcua::rehearsal
