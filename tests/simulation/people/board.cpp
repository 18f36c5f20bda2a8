// A board: follows the live feed, and must show what the server's own board shows.

#include "base/json.hpp"
#include "tests/simulation/people/person.hpp"

#include <map>

namespace motcua::simulation {

namespace {

using client::verb;

/// Who is called where, and which counters are open, put together from a feed.
struct board_view
{
    std::map<std::string, std::string> calling; ///< number by counter
    std::map<std::string, protocol::counter_state> counters;

    void take(const protocol::board& whole)
    {
        calling.clear();
        counters.clear();
        for (const auto& one : whole.calling) {
            calling[one.counter] = one.number;
        }
        for (const auto& at : whole.counters) {
            counters[at.counter] = at.state;
        }
    }

    friend bool operator==(const board_view&, const board_view&) = default;
};

class board final : public person
{
public:
    board(world& in, unsigned number) : world_{in}, device_{in, "board-" + std::to_string(number)}
    {
        watch();
    }

    void act(draws random) override
    {
        switch (random.below(12)) {
        case 0:
            device_.restart();
            return watch();
        case 1:
            device_.unfollow();
            return;
        case 2:
            device_.over.reset();
            return;
        case 3:
        case 4:
            device_.send(verb::get, world_.path("/board"));
            return;
        default:
            if (!device_.follows()) {
                watch();
            }
        }
    }

    bool settle() override
    {
        if (!device_.follows()) {
            watch();
            return true;
        }
        return false;
    }

    bool is_idle() const override { return device_.is_idle() && (!device_.follows() || device_.is_online()); }

    void look_back(findings& found) override
    {
        const auto& state = world_.server.site().state();
        board_view truth;
        for (const auto& at : state.counters()) {
            truth.counters[at.code] = static_cast<protocol::counter_state>(at.state);
            const auto* one = at.current ? state.find(*at.current) : nullptr;
            if (one != nullptr && one->state == domain::ticket_state::called) {
                truth.calling[at.code] = domain::format_number(one->series, one->number);
            }
        }
        if (shown_ != truth) {
            found.push_back(device_.name() + " shows another board than the server's");
        }
    }

private:
    void watch()
    {
        device_.follow_site([this](const boost::json::value& message, bool is_snapshot) {
            if (is_snapshot) {
                return shown_.take(base::read_json<protocol::feed_snapshot>(message)->board);
            }
            change(message.as_object());
        });
    }

    void change(const boost::json::object& message)
    {
        const std::string_view type = message.at("type").as_string();
        if (const auto* status = message.if_contains("status")) {
            const auto at = *base::read_json<protocol::counter>(*status);
            shown_.counters[at.counter] = at.state;
            if (at.state == protocol::counter_state::closed) {
                shown_.calling.erase(at.counter);
            }
            return;
        }
        if (type == "day_opened") {
            shown_.calling.clear();
            return;
        }
        const auto* changed = message.if_contains("ticket");
        if (changed == nullptr) {
            return;
        }
        const auto one = *base::read_json<protocol::public_ticket>(*changed);
        std::erase_if(shown_.calling, [&](const auto& entry) { return entry.second == one.number; });
        if (one.state == protocol::ticket_state::called && one.counter) {
            shown_.calling[*one.counter] = one.number;
        }
    }

    world& world_;
    device device_;
    board_view shown_;
};

const people_row board_row{{.name = "board",
                            .how_many = [](const drawn_site& of) { return of.boards; },
                            .how_often = [](const mood& in) { return in.onlookers; },
                            .make = [](world& in, unsigned number) -> std::unique_ptr<person> {
                                return std::make_unique<board>(in, number);
                            }}};

} // namespace

} // namespace motcua::simulation
