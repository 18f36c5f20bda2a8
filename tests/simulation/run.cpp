#include "tests/simulation/run.hpp"

#include "base/json.hpp"
#include "server/domain/invariants.hpp"
#include "server/journal/codec.hpp"
#include "tests/simulation/checks/check_run.hpp"
#include "tests/simulation/faults/fault.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace motcua::simulation {

namespace {

/// Everybody looks on for this long when all is done: a client finds out within 2 s that its feed is dead.
constexpr auto last_look = seconds{6};

/// Rounds of the calm; nobody has that much left to do.
constexpr unsigned rounds_most = 2'000;

/// In the calm everybody must be done within this.
constexpr auto calm_most = seconds{120};

struct role
{
    const kind_of_people* kind;
    unsigned number;
};

std::string name_of(const role& one) { return fmt::format("{} {}", one.kind->name, one.number); }

std::vector<role> roles_in(const drawn_site& here)
{
    std::vector<role> roles;
    for (const auto& kind : rows<kind_of_people>()) {
        const auto many = kind.how_many(here);
        for (unsigned number = 1; number <= many; ++number) {
            roles.push_back({&kind, number});
        }
    }
    return roles;
}

/// The run while it goes on.
class course
{
public:
    explicit course(const plan& wanted)
        : plan_{wanted}, world_{wanted.seed, wanted.kept}, roles_{roles_in(world_.here)}
    {
        world_.server.start();
        for (const auto& one : roles_) {
            people_.push_back(one.kind->make(world_, one.number));
        }
        follow_script();
    }

    outcome finish()
    {
        be_busy();
        calm_down();
        wind_up();
        look_back();
        outcome result{.found = std::move(found_),
                       .hash = 0,
                       .steps = steps_,
                       .faults = faults_,
                       .crashes = world_.server.crashes(),
                       .lives = world_.server.lives(),
                       .events = static_cast<std::uint64_t>(events_),
                       .lines = next_line_,
                       .site =
                           fmt::format("{} services, {} counters, {}", world_.here.settings.services.size(),
                                       world_.here.settings.counters.size(), world_.here.mood.name)};
        world_.seen.note(static_cast<std::uint64_t>(events_));
        result.hash = world_.seen.hash();
        return result;
    }

private:
    /// Plans the next line when the one before has come to pass.
    void follow_script()
    {
        if (next_line_ == plan_.script.size()) {
            return;
        }
        const auto& line = plan_.script[next_line_];
        script_planned_ = world_.when.after(line.when - world_.now(), [this, &line] {
            ++next_line_;
            script_planned_ = 0;
            if (line.is_fault) {
                ++faults_;
                rows<kind_of_fault>()[line.who].strike(world_, draws{line.seed});
            } else {
                people_[line.who]->act(draws{line.seed});
            }
            follow_script();
        });
    }

    void step()
    {
        world_.when.step();
        world_.server.tend();
        check_step();
    }

    void be_busy()
    {
        while (steps_ < plan_.steps_most && (script_planned_ != 0) && found_.empty()) {
            step();
            ++steps_;
        }
        world_.when.cancel(script_planned_);
        script_planned_ = 0;
    }

    /// No faults any more: everyone who waits for an answer must get it.
    void calm_down()
    {
        world_.calm();
        wait_for_everybody();
    }

    bool wait_for_everybody()
    {
        const auto deadline = world_.now() + calm_most;
        while (found_.empty() && world_.when.next() < deadline) {
            if (std::ranges::all_of(people_, [](const auto& one) { return one->is_idle(); })) {
                return true;
            }
            step();
        }
        return false;
    }

    /// Everybody does what is left to do.
    void wind_up()
    {
        bool acted = true;
        for (unsigned round = 0; acted && found_.empty(); ++round) {
            if (round == rounds_most) {
                found_.push_back("the calm does not end");
                return;
            }
            acted = false;
            for (const auto& one : people_) {
                acted = one->settle() || acted;
            }
            if (!wait_for_everybody()) {
                break;
            }
        }
        // What was sent and not waited for arrives, also of what the site does by itself meanwhile.
        const auto latest = world_.now() + calm_most;
        auto end = world_.now() + last_look;
        while (found_.empty() && world_.when.next() <= std::min(end, latest)) {
            const auto before = checked_seq_;
            step();
            if (checked_seq_ != before) {
                end = world_.now() + last_look;
            }
        }
    }

    void check_step()
    {
        find(world_.server.broken());
        if (!world_.server.is_up()) {
            checked_seq_ = 0;
            return;
        }
        const auto& state = world_.server.site().state();
        if (state.seq() == checked_seq_) {
            return;
        }
        checked_seq_ = state.seq();
        if (checked_seq_ % 16 == 0) {
            find(domain::broken_invariants(state));
        }
    }

    void look_back()
    {
        if (!found_.empty()) {
            return;
        }
        if (!world_.server.is_up()) {
            found_.push_back("the server does not come back");
            return;
        }
        for (std::size_t i = 0; i < people_.size(); ++i) {
            if (!people_[i]->is_idle()) {
                found_.push_back(name_of(roles_[i]) + " still waits for an answer");
            }
            people_[i]->look_back(found_);
        }
        const auto& state = world_.server.site().state();
        find(domain::broken_invariants(state));
        const auto live = base::to_json(state.image());
        world_.server.end(ending::orderly, seconds{1});
        const auto events = world_.server.disk().events();
        events_ = events.size();
        const auto log = world_.server.disk().log();
        run_record left{
            .seen = world_.ledger, .events = events, .site = world_.here.code, .ended_calm = true};
        if (log) {
            left.log = wait_time_log{log->visits, log->legs};
        }
        find(check_run(left));
        domain::site_state replayed;
        for (const auto& happened : events) {
            if (const auto broken = domain::broken_step(replayed, happened); !broken.empty()) {
                found_.push_back("event " + std::to_string(happened.seq) + ": " + broken);
                return;
            }
            replayed.apply(happened);
        }
        if (base::to_json(replayed.image()) != live) {
            found_.push_back("the events, replayed from the first, lead to another state");
        }
        if (restored() != live) {
            found_.push_back("snapshot and tail lead to another state");
        }
    }

    /// The state as a site restores it from the disk.
    std::string restored()
    {
        const auto store = world_.server.disk().open();
        if (!store) {
            return store.error().detail;
        }
        runtime::site again(
            **store, world_.clock, [] {}, [](const std::string&) {});
        const auto started = again.start();
        return started ? base::to_json(again.state().image()) : started.error().detail;
    }

    void find(std::vector<std::string> several)
    {
        for (auto& one : several) {
            found_.push_back(std::move(one));
        }
    }

    const plan& plan_;
    world world_;
    std::vector<role> roles_;
    std::vector<std::unique_ptr<person>> people_; ///< in their roles
    std::size_t next_line_ = 0;
    std::uint64_t script_planned_ = 0;
    std::uint64_t steps_ = 0;
    std::uint64_t faults_ = 0;
    std::size_t events_ = 0;
    std::int64_t checked_seq_ = 0;
    findings found_;
};

} // namespace

plan plan_of(std::uint64_t seed, store_kind kept, unsigned steps_most)
{
    plan planned{.seed = seed, .kept = kept, .steps_most = steps_most, .script = {}};
    auto random = draws{seed}.fork("script");
    const drawn_site here = site_of(seed);
    const auto roles = roles_in(here);
    std::uint64_t whole = 0;
    for (const auto& one : roles) {
        whole += one.kind->how_often(here.mood);
    }
    // A run has no kind of fault, a few, or many; and between two faults few acts, or many.
    std::vector<unsigned> kinds;
    const auto share = std::array{0U, 150U, 400U, 1000U}[random.below(4)];
    for (unsigned kind = 0; kind < rows<kind_of_fault>().size(); ++kind) {
        if (random.chance(share)) {
            kinds.push_back(kind);
        }
    }
    const auto fault_chance = static_cast<unsigned>(random.between(5, 80));
    microseconds when{0};
    for (unsigned line = 0; line < steps_most; ++line) {
        when += microseconds{random.between(here.mood.pause_least_us, here.mood.pause_most_us)};
        if (!kinds.empty() && random.chance(fault_chance)) {
            planned.script.push_back({when, true, random.pick(kinds), random.bits()});
            continue;
        }
        auto drawn = random.below(whole);
        unsigned who = 0;
        while (drawn >= roles[who].kind->how_often(here.mood)) {
            drawn -= roles[who].kind->how_often(here.mood);
            ++who;
        }
        planned.script.push_back({when, false, who, random.bits()});
    }
    return planned;
}

outcome run(const plan& wanted)
{
    try {
        return course{wanted}.finish();
    } catch (const std::exception& thrown) {
        return {
            .found = {std::string("thrown: ") + thrown.what()}, .lines = wanted.script.size(), .site = {}};
    }
}

std::string text_of(const script_line& line, const plan& of)
{
    const drawn_site here = site_of(of.seed);
    const auto at = static_cast<double>(line.when.count()) / 1e6;
    if (line.is_fault) {
        return fmt::format("{:10.6f} s  fault: {}", at, rows<kind_of_fault>()[line.who].name);
    }
    return fmt::format("{:10.6f} s  {} acts ({:x})", at, name_of(roles_in(here)[line.who]), line.seed);
}

} // namespace motcua::simulation
