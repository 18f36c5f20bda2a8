// Somebody who books: looks for a time, has it held, books it or lets the hold go; moves and cancels; comes
// early, late, twice or never. Mostly without a credential, sometimes at a kiosk, sometimes an officer.

#include "base/json.hpp"
#include "client/answer.hpp"
#include "protocol/appointments.hpp"
#include "tests/simulation/people/person.hpp"
#include "tests/simulation/zones.hpp"

#include <algorithm>
#include <optional>

namespace motcua::simulation {

namespace {

using client::verb;

class booker final : public person
{
public:
    booker(world& in, unsigned number)
        : world_{in}, phone_{in, "booker-" + std::to_string(number), true}, kiosk_{in, "kiosk-1"}
    {
        if (in.here.managers > 0) {
            officer_.emplace(in, "manager-1");
        }
    }

    void act(draws random) override
    {
        if (!is_idle() && !random.chance(200)) {
            return;
        }
        if (slots_.empty()) {
            return look(random);
        }
        switch (random.below(16)) {
        case 0:
        case 1:
            return look(random);
        case 2:
        case 3:
        case 4:
            return hold(random);
        case 5:
        case 6:
            return book_held(random);
        case 7:
        case 8:
            return book(random.pick(slots_), {}, random);
        case 9:
        case 10:
            return move(random);
        case 11:
            return cancel(random);
        case 12:
            return show(random);
        default:
            return check_in(random);
        }
    }

    bool is_idle() const override
    {
        return phone_.is_idle() && kiosk_.is_idle() && (!officer_ || officer_->is_idle());
    }

private:
    /// A time of a service, held or free.
    struct known_time
    {
        std::string service;
        base::timestamp start;
    };
    struct held_time
    {
        known_time when;
        std::string hold;
    };
    struct booking
    {
        std::string code;
        std::string phone;
        base::timestamp start;
    };

    static constexpr std::size_t known_most = 12;

    device& any_device(draws& random)
    {
        const auto drawn = random.below(10);
        if (drawn < 2) {
            return kiosk_;
        }
        return drawn < 4 && officer_ ? *officer_ : phone_;
    }

    /// Few, so that they meet their limit.
    static std::string any_phone(draws& random) { return "091234567" + std::to_string(random.below(4)); }

    /// What anyone but an officer adds to the path; now and then the wrong digits.
    static std::string digits_of(const booking& mine, draws& random)
    {
        return "?phone=" +
               (random.chance(60) ? std::string("0000") : mine.phone.substr(mine.phone.size() - 4));
    }

    void look(draws& random)
    {
        const auto service = random.pick(world_.here.settings.services).code;
        const auto local = domain::to_local(zone_of(world_.here.settings), world_.clock.read().system);
        const auto today = std::chrono::floor<std::chrono::days>(local);
        const auto last = today + std::chrono::days{random.chance(200) ? 1 : 0};
        const auto span = "/slots?from=" + base::format_day({today}) + "&to=" + base::format_day({last});
        any_device(random).send(
            verb::get, world_.path("/services/" + service + span), {}, [this, service](const auto& got) {
                const auto list = client::read_answer<protocol::slot_list>(got);
                if (!list) {
                    return;
                }
                std::erase_if(slots_, [&](const known_time& each) { return each.service == service; });
                for (const auto& each : list->items) {
                    // The first ones: a run lasts minutes.
                    if (std::ranges::count(slots_, service, &known_time::service) < slots_of_service_most) {
                        slots_.push_back({service, each.start});
                    }
                }
            });
    }

    void hold(draws& random)
    {
        const auto wanted = random.pick(slots_);
        any_device(random).send(verb::post, world_.path("/services/" + wanted.service + "/holds"),
                                base::to_json(protocol::hold_slot{.start = wanted.start, .procedure = {}}),
                                [this, wanted](const auto& got) {
                                    if (const auto held = client::read_answer<protocol::slot_hold>(got)) {
                                        keep(holds_, {wanted, held->hold});
                                    }
                                });
    }

    /// Perhaps too late; and now and then a second time, which must give the same appointment.
    void book_held(draws& random)
    {
        if (holds_.empty()) {
            return hold(random);
        }
        const auto place = static_cast<std::size_t>(random.below(holds_.size()));
        const auto held = holds_[place];
        if (random.chance(700)) {
            holds_.erase(holds_.begin() + static_cast<std::ptrdiff_t>(place));
        }
        book(held.when, held.hold, random);
    }

    void book(const known_time& when, const std::string& hold, draws& random)
    {
        const auto phone = any_phone(random);
        protocol::book_appointment wanted{.service = protocol::code_text{when.service},
                                          .start = when.start,
                                          .name = protocol::text<1, 100>{"Nguyễn Thị Lan"},
                                          .phone = protocol::text<1, 30>{phone},
                                          .procedure = {},
                                          .hold = {},
                                          .lang = {}};
        if (!hold.empty()) {
            wanted.hold = protocol::text<1, 64>{hold};
        }
        auto& with = any_device(random);
        auto key = with.new_key();
        const auto body = base::to_json(wanted);
        if (random.chance(100)) {
            with.send(verb::post, world_.path("/appointments"), body, {}, key);
        }
        with.send(
            verb::post, world_.path("/appointments"), body,
            [this, phone](const auto& got) {
                if (const auto booked = client::read_answer<protocol::appointment>(got)) {
                    keep(bookings_, {booked->code, phone, booked->start});
                }
            },
            std::move(key));
    }

    void move(draws& random)
    {
        if (bookings_.empty()) {
            return book_held(random);
        }
        const auto& mine = random.pick(bookings_);
        // Sometimes to where it is, which changes nothing.
        const auto to = random.chance(100) ? mine.start : random.pick(slots_).start;
        about(mine, "/reschedule", base::to_json(protocol::reschedule{.start = to}), random);
    }

    void cancel(draws& random)
    {
        if (!bookings_.empty()) {
            about(random.pick(bookings_), "/cancel", "{}", random);
        }
    }

    /// By its holder; now and then an officer reads who booked.
    void show(draws& random)
    {
        if (bookings_.empty()) {
            return;
        }
        const auto& mine = random.pick(bookings_);
        const auto path = "/api/v1/appointments/" + mine.code;
        if (officer_ && random.chance(300)) {
            return officer_->send(verb::get, path + "/person");
        }
        phone_.send(verb::get, path + digits_of(mine, random));
    }

    void about(const booking& mine, const std::string& act, std::string body, draws& random)
    {
        auto& with = any_device(random);
        const bool is_officers = officer_ && &with == &*officer_;
        const auto digits = is_officers ? std::string() : digits_of(mine, random);
        with.send(verb::post, "/api/v1/appointments/" + mine.code + act + digits, std::move(body));
    }

    /// At any moment: too early, in time, late; of one that was cancelled, or is checked in.
    void check_in(draws& random)
    {
        if (bookings_.empty()) {
            return book_held(random);
        }
        // From outside the office nobody can.
        auto& with = random.chance(50) ? phone_ : officer_ && random.chance(200) ? *officer_ : kiosk_;
        const auto target = "/api/v1/appointments/" + random.pick(bookings_).code + "/check_in";
        auto key = with.new_key();
        if (random.chance(100)) {
            with.send(verb::post, target, "{}", {}, key);
        }
        with.send(verb::post, target, "{}", {}, std::move(key));
    }

    template <class Thing>
    static void keep(std::vector<Thing>& things, Thing one)
    {
        if (things.size() >= known_most) {
            things.erase(things.begin());
        }
        things.push_back(std::move(one));
    }

    static constexpr std::ptrdiff_t slots_of_service_most = 6;

    world& world_;
    device phone_;
    device kiosk_;
    std::optional<device> officer_;
    std::vector<known_time> slots_; ///< as they were when it last looked
    std::vector<held_time> holds_;
    std::vector<booking> bookings_;
};

const people_row booker_row{{.name = "booker",
                             .how_many = [](const drawn_site& of) { return of.bookers; },
                             .how_often = [](const mood& in) { return in.onlookers + in.arrivals / 2; },
                             .make = [](world& in, unsigned number) -> std::unique_ptr<person> {
                                 return std::make_unique<booker>(in, number);
                             }}};

} // namespace

} // namespace motcua::simulation
