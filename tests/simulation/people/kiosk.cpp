// A kiosk: takes numbers, sometimes many at once, sometimes one twice when a finger is impatient; leases
// blocks of numbers, prints from them while the server is away, and brings the slips when it is back.

#include "base/json.hpp"
#include "protocol/number_blocks.hpp"
#include "tests/simulation/people/person.hpp"
#include "tests/simulation/zones.hpp"

namespace motcua::simulation {

namespace {

using client::verb;

class kiosk final : public person
{
public:
    kiosk(world& in, unsigned number) : world_{in}, device_{in, "kiosk-" + std::to_string(number)} {}

    void act(draws random) override
    {
        if (random.chance(20)) {
            return device_.restart();
        }
        if (random.chance(50)) {
            return lease(random);
        }
        if (!blocks_.empty() && (!device_.is_idle() || random.chance(30))) {
            return print(random);
        }
        if (!slips_.empty() && device_.is_idle()) {
            return bring(random.pick(slips_));
        }
        if (!taken_.empty() && random.chance(60)) {
            return give_back(random);
        }
        const auto tickets = random.chance(40) ? random.between(3, 8) : 1;
        for (auto i = 0; i < tickets; ++i) {
            take(random);
        }
    }

    bool settle() override
    {
        is_calm_ = true;
        for (const auto& one : slips_) {
            bring(one);
        }
        return !slips_.empty();
    }

    bool is_idle() const override { return device_.is_idle(); }

private:
    /// What was printed while the server was away, or seemed to be.
    struct slip
    {
        std::string block;
        protocol::issue_offline_ticket printed;

        friend bool operator==(const slip& left, const slip& right)
        {
            return left.block == right.block && left.printed.number == right.printed.number;
        }
    };
    struct held_block
    {
        protocol::number_block leased;
        int next = 0; ///< the number that is printed next
    };

    void lease(draws& random)
    {
        protocol::lease_block wanted{.service =
                                         protocol::code_text{random.pick(world_.here.settings.services).code},
                                     .day = {},
                                     .count = static_cast<int>(random.between(1, 12))};
        if (random.chance(400)) {
            const auto today = domain::business_day(zone_of(world_.here.settings), world_.here.settings,
                                                    world_.clock.read().system);
            wanted.day = base::day{today + std::chrono::days{1}};
        }
        device_.send(verb::post, world_.path("/number_blocks"), base::to_json(wanted),
                     [this](const auto& got) {
                         const auto leased = client::read_answer<protocol::number_block>(got);
                         if (leased) {
                             blocks_.push_back({*leased, leased->first});
                         }
                     });
    }

    void print(draws& random)
    {
        auto& from = random.pick(blocks_);
        if (from.next > from.leased.last) {
            return;
        }
        const auto now = std::chrono::floor<seconds>(world_.clock.read().system);
        slips_.push_back({from.leased.id,
                          {.number = from.next++,
                           .issued_at = base::timestamp{now - seconds{random.between(0, 60)}},
                           .last_contact = base::timestamp{now - seconds{random.between(0, 120)}}}});
        if (random.chance(world_.here.mood.priorities)) {
            slips_.back().printed.priority = static_cast<protocol::priority>(random.between(1, 5));
        }
    }

    /// As often as it takes; the slip stays until its number is known to be in the journal.
    void bring(const slip& printed)
    {
        device_.send(verb::post, world_.path("/number_blocks/" + printed.block + "/tickets"),
                     base::to_json(printed.printed), [this, printed](const auto& got) {
                         // Of a day to come it waits for that day; of one long over it is too late.
                         if (got && (got->status == 201 || got->status == 404 || is_calm_)) {
                             std::erase(slips_, printed);
                         }
                     });
    }

    void take(draws& random)
    {
        auto key = device_.new_key();
        auto body = order(random);
        const bool twice = random.chance(80);
        if (twice) {
            device_.send(verb::post, world_.path("/tickets"), body, {}, key);
        }
        // Now and then the key comes again with another body: a fault of the kiosk, which must change
        // nothing.
        if (twice && random.chance(100)) {
            body = order(random);
        }
        device_.send(
            verb::post, world_.path("/tickets"), std::move(body),
            [this](const auto& got) {
                if (const auto taken = client::read_answer<protocol::ticket>(got)) {
                    taken_ = taken->id;
                }
            },
            std::move(key));
    }

    /// The last number that was taken here, soon or late; now and then one that somebody else took.
    void give_back(draws& random)
    {
        const bool is_own = random.chance(800);
        const auto id = is_own ? std::exchange(taken_, {})
                               : world_.here.code + "-" + std::to_string(random.between(1, 400));
        protocol::cancel_ticket why;
        if (random.chance(300)) {
            why.reason = protocol::cancel_reason::not_shown;
        }
        device_.send(verb::post, "/api/v1/tickets/" + id + "/cancel", base::to_json(why), {});
    }

    std::string order(draws& random) const
    {
        const auto& settings = world_.here.settings;
        protocol::issue_ticket wanted{};
        auto code = random.pick(settings.services).code;
        if (random.chance(5)) {
            code = "Z";
        }
        wanted.service = protocol::code_text{std::move(code)};
        if (random.chance(world_.here.mood.priorities)) {
            wanted.priority = static_cast<protocol::priority>(random.between(1, 5));
        }
        return base::to_json(wanted);
    }

    world& world_;
    device device_;
    /// The id of the last ticket taken here; empty: none to give back.
    std::string taken_;
    std::vector<held_block> blocks_;
    std::vector<slip> slips_; ///< not yet brought, as far as it knows
    bool is_calm_ = false;
};

const people_row kiosk_row{{.name = "kiosk",
                            .how_many = [](const drawn_site& of) { return of.kiosks; },
                            .how_often = [](const mood& in) { return in.arrivals; },
                            .make = [](world& in, unsigned number) -> std::unique_ptr<person> {
                                return std::make_unique<kiosk>(in, number);
                            }}};

} // namespace

} // namespace motcua::simulation
