// Random bookers against a model of a few lines, which counts visits minute by minute.

#include "booking_site.hpp"

#include "server/domain/invariants.hpp"

#include <random>

using namespace motcua::domain;

namespace {

constexpr int capacity = 3;
constexpr int officers_only = 1;
constexpr int per_phone = 2;
constexpr int first_day = 24;
constexpr int last_day = 26;

struct modelled
{
    instant from;
    instant to;
    bool by_officer{};
    int person{};
    int of_month{};
    std::optional<hold_id> hold; ///< not booked yet
    instant expires_at;
};

/// What is booked and held, by id of the appointment or, negative, of the hold.
class model
{
public:
    bool has_room(instant from, instant to, bool by_officer, std::optional<int> without) const
    {
        for (auto at = from; at < to; at += 1min) {
            int all = 0;
            int citizens = 0;
            for (const auto& [id, each] : taken) {
                if (id != without && each.from <= at && at < each.to) {
                    ++all;
                    citizens += each.by_officer ? 0 : 1;
                }
            }
            if (all >= capacity || (!by_officer && citizens >= capacity - officers_only)) {
                return false;
            }
        }
        return true;
    }

    int bookings_of(int person, int of_month, std::optional<int> without = {}) const
    {
        int count = 0;
        for (const auto& [id, each] : taken) {
            count += id > 0 && id != without && each.person == person && each.of_month == of_month ? 1 : 0;
        }
        return count;
    }

    void expire(instant now)
    {
        std::erase_if(taken,
                      [&](const auto& each) { return each.first < 0 && each.second.expires_at <= now; });
    }

    std::map<int, modelled> taken;
};

bool is_in_hours(minutes from, minutes length)
{
    const auto to = from + length;
    const bool morning = from >= 7h + 30min && to <= 11h + 30min && (from - 7h - 30min) % 30min == 0min;
    const bool afternoon = from >= 13h && to <= 17h && (from - 13h) % 30min == 0min;
    return morning || afternoon;
}

class script
{
public:
    explicit script(unsigned seed) : random_(seed), site_(settings()) {}

    void step()
    {
        site_.now += seconds{draw(0, 90)};
        model_.expire(site_.now);
        if (draw(0, 9) == 0) {
            site_.must(tend_appointments{});
        }
        switch (draw(0, 9)) {
        case 0:
            return hold();
        case 1:
            return book_held();
        case 2:
        case 3:
            return move();
        case 4:
        case 5:
            return cancel();
        default:
            return book();
        }
    }

    void check() const
    {
        CHECK(broken_invariants(site_.state).empty());
        int open = 0;
        for (const auto& [id, each] : site_.state.appointments().all()) {
            open += takes_place(each) ? 1 : 0;
        }
        CHECK(open == std::ranges::count_if(model_.taken, [](const auto& each) { return each.first > 0; }));
    }

private:
    static site_settings settings()
    {
        auto settings = bookable_settings();
        settings.appointments.capacity = capacity;
        settings.appointments.officer_share = 1.0 / 3;
        settings.appointments.per_phone_day = per_phone;
        return settings;
    }

    int draw(int from, int to) { return std::uniform_int_distribution(from, to)(random_); }

    struct wish
    {
        int of_month;
        minutes at;
        minutes length;
        int person;
        bool by_officer;
        instant start() const { return november(of_month, at); }
    };

    wish any()
    {
        return {.of_month = draw(first_day, last_day),
                .at = minutes{draw(14, 34) * 30 + (draw(0, 19) == 0 ? 5 : 0)},
                .length = minutes{draw(1, 3) * 30},
                .person = draw(1, 12),
                .by_officer = draw(0, 3) == 0};
    }

    void must_agree(const command& wanted, bool allowed)
    {
        const auto before = site_.state.seq();
        const auto decided = site_.ask(wanted);
        CHECK(decided.has_value() == allowed);
        CHECK((site_.state.seq() == before) == !allowed);
    }

    void book()
    {
        const auto want = any();
        auto command = site_.wish(want.start(), want.person,
                                  want.by_officer ? ticket_channel::staff : ticket_channel::online);
        command.length = want.length;
        const bool allowed = is_in_hours(want.at, want.length) &&
                             model_.has_room(want.start(), want.start() + want.length, want.by_officer, {}) &&
                             model_.bookings_of(want.person, want.of_month) < per_phone;
        must_agree(command, allowed);
        if (allowed) {
            add(want, static_cast<int>(site_.state.appointments().last()));
        }
    }

    void add(const wish& want, int id)
    {
        model_.taken[id] = {.from = want.start(),
                            .to = want.start() + want.length,
                            .by_officer = want.by_officer,
                            .person = want.person,
                            .of_month = want.of_month,
                            .hold = {},
                            .expires_at = {}};
    }

    void hold()
    {
        const auto want = any();
        const auto number = ++holds_;
        const hold_id id{static_cast<std::uint8_t>(number), static_cast<std::uint8_t>(number >> 8), 1};
        const bool allowed = is_in_hours(want.at, want.length) &&
                             model_.has_room(want.start(), want.start() + want.length, want.by_officer, {});
        must_agree(hold_slot{.hold = id,
                             .service = "A",
                             .start = want.start(),
                             .length = want.length,
                             .channel = want.by_officer ? ticket_channel::staff : ticket_channel::online},
                   allowed);
        if (allowed) {
            add(want, -number);
            model_.taken[-number].hold = id;
            model_.taken[-number].expires_at = site_.now + 5min;
        }
    }

    void book_held()
    {
        if (model_.taken.empty() || model_.taken.begin()->first > 0) {
            return;
        }
        const auto [number, held] = *model_.taken.begin();
        auto command = site_.wish(held.from, held.person,
                                  held.by_officer ? ticket_channel::staff : ticket_channel::online);
        command.hold = held.hold;
        command.length = std::chrono::duration_cast<minutes>(held.to - held.from);
        const bool allowed = model_.bookings_of(held.person, held.of_month) < per_phone;
        must_agree(command, allowed);
        if (allowed) {
            auto booked = held;
            model_.taken.erase(number);
            model_.taken[static_cast<int>(site_.state.appointments().last())] = booked;
        }
    }

    std::optional<int> any_booked()
    {
        std::vector<int> ids;
        for (const auto& [id, each] : model_.taken) {
            if (id > 0) {
                ids.push_back(id);
            }
        }
        return ids.empty()
                   ? std::nullopt
                   : std::optional{ids[static_cast<std::size_t>(draw(0, static_cast<int>(ids.size()) - 1))]};
    }

    void move()
    {
        const auto id = any_booked();
        if (!id) {
            return;
        }
        auto want = any();
        auto& old = model_.taken.at(*id);
        want.length = std::chrono::duration_cast<minutes>(old.to - old.from);
        if (want.start() == old.from) {
            return;
        }
        const bool by_officer = want.by_officer;
        const bool is_same_day = want.of_month == old.of_month;
        const bool allowed = is_in_hours(want.at, want.length) &&
                             model_.has_room(want.start(), want.start() + want.length, by_officer, id) &&
                             (is_same_day || model_.bookings_of(old.person, want.of_month) < per_phone);
        must_agree(move_appointment{.code = code_of(*id),
                                    .start = want.start(),
                                    .phone = tag_of(old.person),
                                    .last_digits = {},
                                    .channel = by_officer ? ticket_channel::staff : ticket_channel::online},
                   allowed);
        if (allowed) {
            old.from = want.start();
            old.to = want.start() + want.length;
            old.of_month = want.of_month;
        }
    }

    void cancel()
    {
        if (const auto id = any_booked()) {
            must_agree(cancel_appointment{.code = code_of(*id)}, true);
            model_.taken.erase(*id);
        }
    }

    appointment_code code_of(int id) const { return site_.state.appointments().at(appointment_id{id}).code; }

    std::mt19937 random_;
    booking_site site_;
    model model_;
    int holds_ = 0;
};

} // namespace

TEST_CASE("random bookers get what a count minute by minute leaves free, and no more")
{
    for (unsigned seed = 1; seed <= 30; ++seed) {
        INFO("seed " << seed);
        script one(seed);
        for (int steps = 0; steps < 400; ++steps) {
            one.step();
        }
        one.check();
    }
}
