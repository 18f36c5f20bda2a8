// A kiosk: takes numbers, sometimes many at once, sometimes for an impatient finger twice.

#include "protocol/json.hpp"
#include "tests/simulation/people/person.hpp"

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
        const auto tickets = random.chance(40) ? random.between(3, 8) : 1;
        for (auto i = 0; i < tickets; ++i) {
            take(random);
        }
    }

    bool is_idle() const override { return device_.is_idle(); }

    void look_back(findings& found) override
    {
        if (!device_.is_idle()) found.push_back(device_.name() + " still waits for an answer");
    }

private:
    void take(draws& random)
    {
        auto key = device_.new_key();
        auto body = order(random);
        const bool twice = random.chance(80);
        if (twice) {
            device_.ask(verb::post, world_.path("/tickets"), body, {}, key);
        }
        // Now and then the key comes again with another body: a fault of the kiosk, which must change
        // nothing.
        if (twice && random.chance(100)) {
            body = order(random);
        }
        device_.ask(verb::post, world_.path("/tickets"), std::move(body), {}, std::move(key));
    }

    std::string order(draws& random) const
    {
        const auto& settings = world_.here.settings;
        protocol::issue_ticket wanted{};
        auto code = random.pick(settings.services).code;
        if (random.chance(5)) code = "Z";
        wanted.service = protocol::code_text{std::move(code)};
        if (random.chance(world_.here.mood.priorities)) {
            wanted.priority = static_cast<protocol::priority>(random.between(1, 5));
        }
        return protocol::to_json(wanted);
    }

    world& world_;
    device device_;
};

const people_row row{{.name = "kiosk",
                      .how_many = [](const hall& of) { return of.kiosks; },
                      .how_often = [](const mood& in) { return in.arrivals; },
                      .make = [](world& in, unsigned number) -> std::unique_ptr<person> {
                          return std::make_unique<kiosk>(in, number);
                      }}};

} // namespace

} // namespace motcua::simulation
