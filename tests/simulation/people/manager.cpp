// A manager: reads lists, visits and waits while the site works, stops the intake at times, and closes times
// for bookings.

#include "base/timestamp.hpp"
#include "client/answer.hpp"
#include "protocol/appointments.hpp"
#include "tests/simulation/people/person.hpp"
#include "tests/simulation/zones.hpp"

namespace motcua::simulation {

namespace {

using client::verb;

class manager final : public person
{
public:
    manager(world& in, unsigned number) : world_{in}, device_{in, "manager-" + std::to_string(number)} {}

    void act(draws random) override
    {
        if (random.chance(120)) {
            return change_intake(random);
        }
        if (random.chance(60)) {
            return closures_.empty() || random.chance(500) ? close_slots(random) : apply_closure(random);
        }
        if (!known_.empty() && random.chance(400)) {
            if (random.chance(300)) {
                return device_.send(verb::get, "/api/v1/tickets/" + random.pick(known_));
            }
            return device_.send(verb::post, "/api/v1/tickets/" + random.pick(known_) + "/release", "{}");
        }
        switch (random.below(6)) {
        case 0:
            return look(random.chance(500) ? "held" : "waiting");
        case 1:
            return read("/devices");
        case 2:
            return read("/services");
        case 3:
            return read("/board");
        default:
            return log(random);
        }
    }

    bool is_idle() const override { return device_.is_idle(); }

private:
    void read(const std::string& what) { device_.send(verb::get, world_.path(what)); }

    /// Learns which tickets can be released.
    void look(const std::string& state)
    {
        device_.send(verb::get, world_.path("/tickets?state=" + state), {}, [this](const auto& got) {
            if (const auto list = client::read_answer<protocol::ticket_list>(got)) {
                known_.clear();
                for (const auto& ticket : list->items) {
                    if (ticket.state == protocol::ticket_state::held || ticket.reserved_for) {
                        known_.push_back(ticket.id);
                    }
                }
            }
        });
    }

    void change_intake(draws& random)
    {
        const auto& services = world_.here.settings.services;
        const auto of = random.chance(300) ? std::string() : "/services/" + random.pick(services).code;
        if (random.chance(600)) {
            return device_.send(verb::post, world_.path(of + "/resume"), "{}");
        }
        device_.send(verb::post, world_.path(of + "/suspend"), R"({"reason":"mất điện"})");
    }

    /// Soon and for minutes: a run lasts no longer, and meanwhile no tickets are issued there either.
    void close_slots(draws& random)
    {
        const auto& settings = world_.here.settings;
        const auto now = std::chrono::floor<seconds>(world_.clock.read().system);
        const auto from = now + seconds{random.between(-60, 600)};
        protocol::close_slots wanted{.from = base::timestamp{from},
                                     .to = base::timestamp{from + seconds{random.between(1, 600)}},
                                     .service = {},
                                     .counter = {},
                                     .reason = protocol::reason_text{"họp"}};
        const auto what = random.below(10);
        if (what < 5) {
            wanted.service = protocol::code_text{random.pick(settings.services).code};
        } else if (what < 9) {
            wanted.counter = protocol::code_text{random.pick(settings.counters).code};
        }
        device_.send(verb::post, world_.path("/closures"), base::to_json(wanted), [this](const auto& got) {
            if (const auto closed = client::read_answer<protocol::closure>(got)) {
                closures_.push_back(closed->id);
            }
        });
    }

    /// Now and then one that is applied already, or that nobody made.
    void apply_closure(draws& random)
    {
        const auto id = random.chance(50) ? std::int64_t{1'000} : random.pick(closures_);
        device_.send(verb::post, world_.path("/closures/" + std::to_string(id) + "/apply"), "{}");
    }

    void log(draws& random)
    {
        if (world_.server.disk().database().empty()) {
            return read("/tickets?state=served&limit=20");
        }
        const auto day =
            domain::business_day(zone_of(world_.here.settings), world_.here.settings, world_.here.opens_at);
        const auto span = "from=" + base::format_day({day - std::chrono::days{1}}) +
                          "&to=" + base::format_day({day + std::chrono::days{1}});
        read((random.chance(500) ? "/visits?limit=50&" : "/reports/waits?") + span);
    }

    world& world_;
    device device_;
    std::vector<std::string> known_; ///< tickets that belong to one counter
    std::vector<std::int64_t> closures_;
};

const people_row manager_row{{.name = "manager",
                              .how_many = [](const drawn_site& of) { return of.managers; },
                              .how_often = [](const mood& in) { return in.onlookers; },
                              .make = [](world& in, unsigned number) -> std::unique_ptr<person> {
                                  return std::make_unique<manager>(in, number);
                              }}};

} // namespace

} // namespace motcua::simulation
