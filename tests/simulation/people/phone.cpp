// A phone: takes a ticket, follows it, loses the network, comes back; gives the ticket up, lets others go
// first, changes the service, says how it was.

#include "base/json.hpp"
#include "protocol/track.hpp"
#include "tests/simulation/people/person.hpp"

namespace motcua::simulation {

namespace {

using client::verb;

class phone final : public person
{
public:
    phone(world& in, unsigned number) : world_{in}, device_{in, "phone-" + std::to_string(number), true} {}

    void act(draws random) override
    {
        switch (random.below(10)) {
        case 0:
            device_.over.reset();
            return;
        case 1:
        case 2:
            if (!track_.empty()) {
                device_.send(verb::get, "/api/v1/track/" + track_);
            }
            return;
        case 3:
            return take();
        case 4:
        case 5:
        case 6:
            return track_.empty() ? take() : act_as_holder(random);
        default:
            if (track_.empty()) {
                take();
            }
        }
    }

    bool is_idle() const override { return device_.is_idle(); }

private:
    /// Takes a number without a token, and follows it.
    void take()
    {
        auto body = base::to_json(protocol::issue_ticket{
            .service = protocol::code_text{world_.here.settings.services.front().code}});
        device_.send(verb::post, world_.path("/tickets"), std::move(body), [this](const auto& got) {
            const auto mine = client::read_answer<protocol::ticket>(got);
            if (!mine) {
                return;
            }
            constexpr std::string_view page = "/t/";
            track_ = mine->track_url.substr(page.size());
            device_.follow("/api/v1/track/" + track_ + "/live", [](const auto&, bool) {});
        });
    }

    /// What does not fit the moment, too: the answer says so.
    void act_as_holder(draws& random)
    {
        switch (random.below(12)) {
        case 0:
            return about_mine("cancel", "{}");
        case 1:
        case 2:
        case 3: {
            const auto by =
                static_cast<int>(random.chance(800) ? random.between(1, 6) : random.between(0, 31));
            return about_mine("postpone", base::to_json(protocol::postpone_ticket{.minutes = by}));
        }
        case 4:
        case 5:
            return about_mine("return", "{}");
        case 6:
        case 7: {
            const auto& code = random.pick(world_.here.settings.services).code;
            return about_mine("service", base::to_json(protocol::change_service{protocol::code_text{code}}));
        }
        default: {
            protocol::rate_visit said{.score = static_cast<int>(random.between(1, 5)), .remark = {}};
            if (random.chance(50)) {
                said.score = 6;
            }
            if (random.chance(300)) {
                said.remark = protocol::text<0, 500>{"nhanh"};
            }
            return about_mine("rating", base::to_json(said));
        }
        }
    }

    void about_mine(std::string_view act, std::string body)
    {
        device_.send(verb::post, "/api/v1/track/" + track_ + "/" + std::string(act), std::move(body));
    }

    world& world_;
    device device_;
    std::string track_;
};

const people_row phone_row{{.name = "phone",
                            .how_many = [](const drawn_site& of) { return of.phones; },
                            .how_often = [](const mood& in) { return in.onlookers; },
                            .make = [](world& in, unsigned number) -> std::unique_ptr<person> {
                                return std::make_unique<phone>(in, number);
                            }}};

} // namespace

} // namespace motcua::simulation
