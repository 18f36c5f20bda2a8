// No false alarm: whatever sites leave that did everything right is right in the checks' eyes.

#include "tests/simulation/checks/calling_model.hpp"
#include "tests/simulation/checks/check_run.hpp"
#include "tests/simulation/checks/hand_written.hpp"
#include "tests/simulation/checks/honest_site.hpp"
#include "tests/simulation/checks/promise_check.hpp"
#include "tests/simulation/checks/visits_check.hpp"
#include "tests/support/made_up_site.hpp"

#include <catch2/catch.hpp>
#include <random>

namespace motcua::simulation {

namespace {

using namespace std::chrono_literals;

constexpr unsigned seeds = 1000;
constexpr std::size_t events_per_site = 400;

/// A part of a day, with the clock set ahead and back; now and then with the turn of a day.
journal::batch made_up(unsigned seed)
{
    testing::made_up_site site(seed);
    journal::batch batch;
    const auto events = seed % 100 == 0 ? 10 * events_per_site : events_per_site;
    while (batch.events.size() < events) {
        site.step(batch);
        if (batch.events.size() % 150 == 7 && seed % 3 == 0) {
            site.set_clock(batch, batch.events.size() % 2 == 0 ? 10min : -10min);
        }
    }
    return batch;
}

/// What the tables hold after `changes`.
struct tables
{
    std::vector<journal::visit_row> visits;
    std::vector<journal::leg_row> legs;

    explicit tables(const std::vector<journal::row_change>& changes)
    {
        for (const auto& change : changes) {
            if (const auto* visit = std::get_if<journal::visit_row>(&change)) {
                visits.push_back(*visit);
            } else if (const auto* leg = std::get_if<journal::leg_row>(&change)) {
                legs.push_back(*leg);
            } else if (const auto* reopened = std::get_if<journal::visit_reopened>(&change)) {
                const auto back = reopened->ticket;
                std::erase_if(visits, [back](const auto& row) { return row.ticket == back; });
            }
        }
    }
};

/// Clients of an honest site, each with at most one request under way. Answers are lost, keys are used again,
/// right and wrong, and nobody knows more than it was told.
class crowd
{
public:
    explicit crowd(unsigned seed) : site(small_site()), random_(seed)
    {
        for (const auto* actor : {"counter:1", "counter:2", "kiosk:1", "kiosk:2", "counter:1", "staff:lan"}) {
            people_.push_back({.actor = actor});
        }
        feeds_ = {site.follow("board", false), site.follow("console", true), site.follow("phone", false)};
        site.send(post("counter:1", of_site("counters/1/open"), "{}", "open 1"));
        site.send(post("counter:2", of_site("counters/2/open"), "", "open 2"));
    }

    void live(std::size_t steps)
    {
        for (std::size_t step = 0; step < steps; ++step) {
            // Often in the same moment as others, but never asked and served at once.
            site.pass(moment{draw(0, 1) == 0 ? 1 : draw(1, 30'000'000)});
            const auto luck = draw(0, 999);
            if (luck < 3) {
                site.set_clock(std::chrono::seconds{draw(-300, 300)});
            } else if (luck < 500) {
                go_on(people_[static_cast<std::size_t>(draw(0, 5))]);
            } else {
                const auto feed = feeds_[static_cast<std::size_t>(draw(0, 2))];
                luck < 510 ? site.follow_again(feed) : static_cast<void>(site.hear(feed));
            }
        }
        site.hear_all();
    }

    honest_site site;

private:
    struct person
    {
        std::string actor;
        std::optional<std::size_t> entry{};
        request wanted{};
        std::optional<answered> coming{};
    };

    void go_on(person& one)
    {
        if (!one.entry) {
            one.wanted = draw(0, 19) == 0 && !one.wanted.key.empty() ? again(one.wanted) : wish(one.actor);
            one.entry = site.seen.ask(site.now(), one.wanted);
        } else if (!one.coming && draw(0, 29) == 0) {
            one.entry.reset(); // lost on the way there
        } else if (!one.coming) {
            one.coming = site.serve(one.wanted);
        } else {
            const auto luck = draw(0, 29);
            one.coming->when = site.now();
            if (luck == 1) {
                one.coming = answered{.when = site.now(), .status = 503};
            }
            if (luck > 0) {
                site.seen.answer(*one.entry, *one.coming);
            }
            one.coming.reset();
            one.entry.reset();
        }
    }

    /// The same key again, now and then for something else.
    request again(request wanted)
    {
        if (draw(0, 3) == 0) {
            wanted.body = wanted.body == "{}" ? R"({ })" : "{}";
            wanted.target = of_site("counters/" + wanted.acts_for + "/call_next");
        }
        return wanted;
    }

    request wish(const std::string& actor)
    {
        const auto key = "key " + std::to_string(++keys_);
        if (actor.starts_with("kiosk")) {
            return post(actor, of_site("tickets"),
                        draw(0, 3) == 0 ? R"({"service":"B","priority":"elderly"})" : R"({"service":"A"})",
                        key);
        }
        const auto last = static_cast<int>(site.state().last_ticket());
        const auto ticket = draw(std::max(1, last - 6), last + 1);
        switch (draw(0, 9)) {
        case 0:
            return get(actor, of_site("board"));
        case 1:
            return get(actor, of_site("tickets?state=waiting&limit=5"));
        case 2:
            return get(actor, of_ticket(ticket, ""));
        default:
            return actor == "staff:lan" ? get(actor, of_site("board")) : work(actor, ticket, key);
        }
    }

    request work(const std::string& actor, int ticket, const std::string& key)
    {
        const auto counter = actor.substr(actor.size() - 1);
        const auto at = of_site("counters/" + counter + "/");
        const auto current = site.state().find_counter(counter)->current;
        if (current && draw(0, 3) > 0) {
            ticket = static_cast<int>(*current);
        }
        switch (draw(0, 15)) {
        case 0:
            return post(actor, at + "open", R"({"services":["B"]})", key);
        case 1:
            return post(actor, at + (draw(0, 1) == 0 ? "pause" : "close"), "", key);
        case 2:
            return post(actor, at + "call", R"({"ticket":"hall-)" + std::to_string(ticket) + R"("})", key);
        case 3:
            return post(actor, of_ticket(ticket, "transfer"), R"({"service":"B","keep_place":true})", key);
        case 4:
            return post(actor, of_ticket(ticket, "transfer"), R"({"counter":"1"})", key);
        case 5:
        case 6:
        case 7:
            return post(actor, at + "open", "", key);
        default:
            break;
        }
        constexpr std::array<const char*, 10> actions{"cancel", "recall", "start",  "start",   "finish",
                                                      "finish", "hold",   "resume", "no_show", ""};
        const std::string action = actions[static_cast<std::size_t>(draw(0, 9))];
        return action.empty() || !current ? post(actor, at + "call_next", "", key)
                                          : post(actor, of_ticket(ticket, action), "", key);
    }

    int draw(int least, int most) { return std::uniform_int_distribution(least, most)(random_); }

    std::mt19937 random_;
    std::vector<person> people_;
    std::vector<std::size_t> feeds_;
    int keys_ = 0;
};

} // namespace

TEST_CASE("no rule is found broken in a thousand made-up sites")
{
    for (unsigned seed = 0; seed < seeds; ++seed) {
        const auto batch = made_up(seed);
        findings found;
        calling_model model;
        visits_check visits;
        promise_check promises;
        for (const auto& happened : batch.events) {
            model.apply(happened, found);
            visits.apply(happened);
            promises.apply(happened, found);
        }
        model.end(found);
        const tables log(batch.rows);
        visits.end(log.visits, log.legs, found);
        INFO("seed " << seed);
        REQUIRE(found == findings{});
    }
}

TEST_CASE("no promise is found broken to the clients of a thousand honest sites")
{
    for (unsigned seed = 0; seed < seeds; ++seed) {
        crowd people(seed);
        people.live(1500);
        INFO("seed " << seed);
        const tables log(people.site.rows);
        const run_record left{.seen = people.site.seen,
                              .events = people.site.events,
                              .site = honest_site::code,
                              .ended_calm = true,
                              .log = wait_time_log{log.visits, log.legs}};
        REQUIRE(check_run(left) == findings{});
    }
}

} // namespace motcua::simulation
