// An officer at a counter: calls, serves, sets aside, sends on; presses twice, presses the wrong key, and
// shares the counter with a colleague at some sites.

#include "base/json.hpp"
#include "tests/simulation/checks/sights.hpp"
#include "tests/simulation/people/person.hpp"

namespace motcua::simulation {

namespace {

using client::verb;
using protocol::ticket_state;

class console final : public person
{
public:
    /// Several consoles share a counter in turn.
    console(world& in, unsigned number)
        : world_{in}, counter_{counter_of(in.here, number)}, device_{in, "counter-" + counter_},
          is_first_{number <= in.here.settings.counters.size()}
    {}

    void act(draws random) override
    {
        if (random.chance(15)) {
            device_.restart();
            opened_ = false;
            current_.reset();
            return look();
        }
        if (!device_.is_idle() && !random.chance(100)) {
            return;
        }
        if (random.chance(40) && !known_.empty()) {
            return wrong_key(random);
        }
        if (!opened_) {
            return random.chance(900) ? open(random) : at_counter("close");
        }
        if (current_ && current_->state == ticket_state::called) {
            return with_called(random);
        }
        if (current_) {
            return with_served(random);
        }
        with_nobody(random);
    }

    bool settle() override
    {
        if (!is_first_) {
            return false;
        }
        if (!looked_ || !opened_) {
            looked_ = true;
            opened_ = true;
            at_counter("open");
            look();
            return true;
        }
        if (current_) {
            // What is known may be old: then the answer says so, and the next look shows it.
            about(current_->id, current_->state == ticket_state::serving ? "finish" : "no_show");
            return true;
        }
        if (!held_.empty()) {
            const auto next = held_.back();
            held_.pop_back();
            about(next, "resume");
            return true;
        }
        if (nobody_waits_) {
            return false;
        }
        call_next();
        return true;
    }

    bool is_idle() const override { return device_.is_idle(); }

    void look_back(findings& found) override
    {
        if (is_first_ && current_) {
            found.push_back(device_.name() + " cannot get rid of " + current_->number);
        }
    }

private:
    static std::string counter_of(const drawn_site& in, unsigned number)
    {
        const auto& counters = in.settings.counters;
        return counters[(number - 1) % counters.size()].code;
    }

    void with_called(draws& random)
    {
        const auto id = current_->id;
        switch (random.below(20)) {
        case 0:
        case 1:
        case 2:
            return about(id, "recall");
        case 3:
        case 4:
            return about(id, "no_show");
        case 5:
            return about(id, "cancel");
        case 6:
            return hold(id, random);
        case 7:
            return transfer(id, random);
        case 8:
            return finish(id, random);
        case 9:
        case 10:
            return finish_and_call(random);
        case 11:
        case 12:
            return look_at(id, random);
        default:
            return about(id, "start");
        }
    }

    void with_served(draws& random)
    {
        const auto id = current_->id;
        switch (random.below(12)) {
        case 0:
            return hold(id, random);
        case 1:
        case 2:
            return transfer(id, random);
        case 3:
            return about(id, "cancel");
        case 4:
        case 5:
        case 6:
            return finish_and_call(random);
        case 7:
            return look_at(id, random);
        default:
            return finish(id, random);
        }
    }

    void with_nobody(draws& random)
    {
        if (!held_.empty() && random.chance(300)) {
            const auto act = random.chance(850) ? "resume" : random.chance(600) ? "cancel" : "release";
            return about(random.pick(held_), act);
        }
        switch (random.below(30)) {
        case 0:
            return at_counter("pause", base::to_json(why("ăn trưa", random)));
        case 1:
            return at_counter("close");
        case 2:
            return open(random);
        case 3:
        case 4:
            return known_.empty() ? call_next() : about(random.pick(known_), "recall");
        case 5:
            return known_.empty() ? call_next() : call(random.pick(known_));
        case 6:
            return look();
        default:
            return call_next();
        }
    }

    /// Any act on any ticket that was ever seen here.
    void wrong_key(draws& random)
    {
        const auto id = random.pick(known_);
        constexpr std::array<std::string_view, 7> acts{"cancel",  "recall", "start",  "finish",
                                                       "no_show", "resume", "release"};
        switch (random.below(11)) {
        case 0:
            return hold(id, random);
        case 1:
            return transfer(id, random);
        case 3:
            return look_at(id, random);
        case 4:
            return finish_and_call(random);
        case 2:
            return call(id);
        default:
            return about(id, random.pick(acts));
        }
    }

    void open(draws& random)
    {
        protocol::open_counter wanted;
        if (random.chance(300)) {
            // A part of the services that the counter is set up for; now and then of others.
            wanted.services.emplace();
            for (const auto& service : world_.here.settings.services) {
                if (random.chance(600)) {
                    wanted.services->emplace_back(service.code);
                }
            }
        }
        opened_ = true;
        at_counter("open", base::to_json(wanted));
    }

    void call_next(std::string body = {})
    {
        device_.send(verb::post, counter_path("call_next"), std::move(body), [this](const auto& got) {
            nobody_waits_ = got && got->status == 204;
            if (nobody_waits_) {
                current_.reset();
            }
            learn(got);
        });
    }

    /// The usual case: one key ends a visit and begins the next.
    void finish_and_call(draws& random)
    {
        call_next(base::to_json(protocol::call_next{.finish = outcome(random)}));
    }

    /// At its class, or at the note for the colleague who gets it.
    void look_at(const std::string& id, draws& random)
    {
        if (random.chance(250)) {
            return device_.send(verb::get, "/api/v1/tickets/" + id);
        }
        if (random.chance(450)) {
            const auto text = random.chance(700) ? note_on(id) : std::string();
            return about(id, "note", base::to_json(protocol::set_note{protocol::note_text{text}}));
        }
        const auto seen = static_cast<protocol::priority>(random.between(0, 5));
        about(id, "priority",
              base::to_json(protocol::set_priority{.priority = seen, .confirmed = random.chance(700)}));
    }

    void call(const std::string& id)
    {
        device_.send(verb::post, counter_path("call"),
                     base::to_json(protocol::call_ticket{base::text<1, 64>{id}}),
                     [this](const auto& got) { learn(got); });
    }

    void at_counter(std::string_view act, std::string body = {})
    {
        device_.send(verb::post, counter_path(act), std::move(body), [this, act](const auto& got) {
            if (got && got->status == 200) {
                opened_ = act == "open";
            }
        });
    }

    void hold(const std::string& id, draws& random)
    {
        about(id, "hold",
              base::to_json(random.chance(300) ? why("thiếu giấy tờ", random) : protocol::with_reason{}));
    }

    /// The reason, and at times until when.
    protocol::with_reason why(const std::string& reason, draws& random) const
    {
        protocol::with_reason given{.reason = protocol::reason_text{reason}, .until = {}};
        if (random.chance(500)) {
            const auto now = std::chrono::floor<std::chrono::seconds>(world_.clock.read().system);
            given.until = base::timestamp{now + std::chrono::minutes{random.between(5, 30)}};
        }
        return given;
    }

    static protocol::finish_ticket outcome(draws& random)
    {
        protocol::finish_ticket how;
        if (random.chance(200)) {
            how.outcome = static_cast<protocol::finish_outcome>(random.between(0, 3));
        }
        return how;
    }

    void finish(const std::string& id, draws& random) { about(id, "finish", base::to_json(outcome(random))); }

    void transfer(const std::string& id, draws& random)
    {
        protocol::transfer_ticket where;
        const auto& settings = world_.here.settings;
        if (random.chance(500)) {
            where.service = protocol::code_text{random.pick(settings.services).code};
        } else {
            where.counter = protocol::code_text{random.pick(settings.counters).code};
        }
        if (random.chance(500)) {
            where.keep_place = true;
        }
        about(id, "transfer", base::to_json(where));
    }

    void about(const std::string& id, std::string_view act, std::string body = {})
    {
        device_.send(verb::post, "/api/v1/tickets/" + id + "/" + std::string(act), std::move(body),
                     [this](const auto& got) { learn(got); });
    }

    /// Takes over the ticket of the answer; after anything unforeseen looks again.
    void learn(const client::result<client::http_response>& got)
    {
        if (got && got->status == 204) {
            return;
        }
        const auto answer = client::read_answer<protocol::ticket>(got);
        if (!answer) {
            if (answer.error().code == "counter_closed") {
                opened_ = false;
            } else if (answer.error().status == 409 || answer.error().status == 404) {
                look();
            }
            return;
        }
        note(*answer);
    }

    void note(const protocol::ticket& seen)
    {
        if (std::ranges::count(known_, seen.id) == 0) {
            if (known_.size() >= known_most) {
                known_.erase(known_.begin());
            }
            known_.push_back(seen.id);
        }
        std::erase(held_, seen.id);
        if (current_ && current_->id == seen.id) {
            current_.reset();
        }
        if (seen.counter != counter_) {
            return;
        }
        if (seen.state == ticket_state::called || seen.state == ticket_state::serving) {
            current_ = seen;
        } else if (seen.state == ticket_state::held) {
            held_.push_back(seen.id);
        }
    }

    /// What is here, by the lists of the server.
    void look()
    {
        current_.reset();
        held_.clear();
        for (const auto* state : {"called", "serving", "held"}) {
            device_.send(verb::get, world_.path("/tickets?limit=1000&state=" + std::string(state)), {},
                         [this](const auto& got) {
                             const auto list = client::read_answer<protocol::ticket_list>(got);
                             if (!list) {
                                 return;
                             }
                             for (const auto& seen : list->items) {
                                 note(seen);
                             }
                         });
        }
    }

    std::string counter_path(std::string_view act) const
    {
        return world_.path("/counters/" + counter_ + "/" + std::string(act));
    }

    static constexpr std::size_t known_most = 12;

    world& world_;
    std::string counter_;
    device device_;
    bool is_first_;
    bool opened_ = false; ///< as far as it knows
    bool looked_ = false; ///< since the calm began
    bool nobody_waits_ = false;
    std::optional<protocol::ticket> current_;
    std::vector<std::string> held_;
    std::vector<std::string> known_; ///< the last tickets seen here
};

const people_row console_row{{.name = "console",
                              .how_many =
                                  [](const drawn_site& of) {
                                      return of.consoles_a_counter *
                                             static_cast<unsigned>(of.settings.counters.size());
                                  },
                              .how_often = [](const mood& in) { return in.service; },
                              .make = [](world& in, unsigned number) -> std::unique_ptr<person> {
                                  return std::make_unique<console>(in, number);
                              }}};

} // namespace

} // namespace motcua::simulation
