// A phone: takes a ticket, follows it, loses the network, comes back.

#include "base/json.hpp"
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
