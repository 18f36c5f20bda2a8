#include "server/rehearsal/day_people.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace motcua::rehearsal {

namespace {

using namespace std::chrono_literals;

/// Walk-ins by half hours from 7:00 on.
constexpr std::array walk_in_weights{5, 12, 20, 20, 13, 12, 9, 8, 4, 1, 1, 3, 10, 18, 18, 11, 9, 6, 4, 2};
constexpr duration doors_open = 7h;
constexpr duration half_hour = 30min;
constexpr duration last_ticket = 16h + 45min;

/// One who checks in later than this has lost the appointment.
constexpr duration appointment_grace = 10min;

/// Adds the people of one day: what all of them share.
class crowd
{
public:
    crowd(day_plan& day, const site_plan& site, const draws& chance, instant midnight)
        : day_(day), site_(site), chance_(chance), midnight_(midnight),
          crowd_factor_(std::exp(0.1 * chance.normal("visits")))
    {}

    void come()
    {
        for (std::size_t service = 0; service < site_.services.size(); ++service) {
            const auto own = chance_.of("service", service);
            const double visits = site_.services[service].visits * crowd_factor_;
            const int walk_ins = own.poisson("walk-ins", visits * (1 - site_.appointment_share));
            for (int i = 0; i < walk_ins; ++i) {
                walk_in(service, own.of("walk-in", static_cast<std::size_t>(i)));
            }
            const int bookings = own.poisson("bookings", visits * site_.appointment_share);
            for (int i = 0; i < bookings; ++i) {
                book(service, own.of("booking", static_cast<std::size_t>(i)));
            }
        }
        put_in_order();
    }

private:
    void walk_in(std::size_t service, const draws& own)
    {
        constexpr double all = std::accumulate(walk_in_weights.begin(), walk_in_weights.end(), 0);
        double left = own.even("half hour", 0, all);
        std::size_t half = 0;
        while (left >= walk_in_weights[half]) {
            left -= walk_in_weights[half++];
        }
        const duration begin = doors_open + half_hour * half;
        const duration end = std::min(begin + half_hour, last_ticket);
        add(service, own, midnight_ + own.even("minute", begin, end), std::nullopt);
    }

    void book(std::size_t service, const draws& own)
    {
        const auto slots = slots_of_day();
        const auto slot = static_cast<std::size_t>(own.share("slot") * static_cast<double>(slots.size()));
        booking_plan booked{.service = service, .start = midnight_ + slots[slot]};
        if (own.chance("comes", 0.9)) {
            const auto late =
                std::clamp(scaled(1min, -8 + 7 * own.normal("late")), duration{-30min}, duration{25min});
            const bool holds = late <= appointment_grace;
            booked.person = day_.people.size();
            add(service, own, booked.start + late, holds ? std::optional{booked.start} : std::nullopt);
        }
        day_.bookings.push_back(booked);
    }

    /// On the half hours, up to 11:00 and 16:00.
    std::vector<duration> slots_of_day() const
    {
        std::vector<duration> slots;
        for (duration slot = 7h + 30min; slot <= 11h; slot += half_hour) {
            slots.push_back(slot);
        }
        for (duration slot = site_.noon_ends; slot <= 16h; slot += half_hour) {
            slots.push_back(slot);
        }
        return slots;
    }

    void add(std::size_t service, const draws& own, instant arrives, std::optional<instant> booked)
    {
        person_plan person{.arrives = arrives, .booked = booked};
        if (own.chance("priority", site_.priority_share)) {
            person.priority =
                own.chance("old", 0.6) ? domain::priority_class::elderly : domain::priority_class::infant;
        }
        for (std::size_t i = 0; i < 3; ++i) {
            person.calls.push_back(call(own.of("call", i)));
        }
        person.legs.push_back(leg(service, own.of("leg", 0)));
        if (own.chance("transfer", site_.transfer_share)) {
            transfer(person, own);
        }
        day_.people.push_back(std::move(person));
    }

    static call_plan call(const draws& own)
    {
        return {.luck = own.share("luck"),
                .seen_after = own.even("seen", duration{45s}, duration{90s}),
                .comes_back = own.chance("back", 0.2)
                                  ? std::optional{own.even("back after", duration{2min}, duration{15min})}
                                  : std::nullopt};
    }

    leg_plan leg(std::size_t service, const draws& own) const
    {
        const auto& offered = site_.services[service];
        const double today = std::exp(0.08 * chance_.of("service", service).normal("length"));
        const auto length = own.lognormal("length", scaled(offered.mean, today), offered.spread);
        leg_plan planned{.service = service,
                         .walk = own.lognormal("walk", duration{35s}, 0.5),
                         .length = length,
                         .gap = own.exponential("gap")};
        if (own.chance("hold", 0.02)) {
            planned.hold = {.after = 0.4, .away = own.even("away", duration{5min}, duration{20min})};
        }
        if (own.chance("long gap", 0.02)) {
            planned.long_gap = own.even("long gap", duration{2min}, duration{10min});
        }
        return planned;
    }

    /// Half of those who are transferred only needed to be sent on.
    void transfer(person_plan& person, const draws& own) const
    {
        auto& first = person.legs.front();
        if (own.chance("sent on", 0.5)) {
            first.length = scaled(first.length, 0.3);
        }
        const int others = static_cast<int>(site_.services.size()) - 1;
        const auto step = static_cast<std::size_t>(own.whole("to", 1, others));
        auto second = leg((first.service + step) % site_.services.size(), own.of("leg", 1));
        second.transfer = {.keep_place = own.chance("keep place", 0.7)};
        if (own.chance("reserved", 0.3)) {
            second.transfer->reserved = own.share("reserved for");
        }
        person.legs.push_back(second);
    }

    /// People by their arrival; bookings keep their people.
    void put_in_order()
    {
        std::vector<std::size_t> order(day_.people.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::ranges::stable_sort(order, {}, [&](std::size_t place) { return day_.people[place].arrives; });
        std::vector<person_plan> sorted;
        std::vector<std::size_t> place_of(order.size());
        for (const auto place : order) {
            place_of[place] = sorted.size();
            sorted.push_back(std::move(day_.people[place]));
        }
        day_.people = std::move(sorted);
        for (auto& booked : day_.bookings) {
            if (booked.person) {
                booked.person = place_of[*booked.person];
            }
        }
        std::ranges::stable_sort(day_.bookings, {}, &booking_plan::start);
    }

    day_plan& day_;
    const site_plan& site_;
    const draws& chance_;
    instant midnight_;
    double crowd_factor_;
};

} // namespace

void add_people(day_plan& day, const site_plan& site, const draws& chance, instant midnight)
{
    crowd(day, site, chance, midnight).come();
}

} // namespace motcua::rehearsal
