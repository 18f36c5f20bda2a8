// Random scripts of commands: they follow the calling rule, break no invariant, and can be replayed.

#include "random_script.hpp"

#include "server/domain/invariants.hpp"

using namespace motcua::domain;

TEST_CASE("random scripts follow the calling rule as the small model has it")
{
    for (unsigned seed = 1; seed <= 60; ++seed) {
        INFO("seed " << seed);
        script one(seed);
        one.run(250);
    }
}

TEST_CASE("random scripts break no invariant, and each of their events may follow")
{
    for (unsigned seed = 1; seed <= 20; ++seed) {
        INFO("seed " << seed);
        script one(seed);
        one.run(150);
        site_state replayed;
        for (const auto& happened : one.site().journal) {
            REQUIRE(broken_step(replayed, happened) == "");
            replayed.apply(happened);
            REQUIRE(broken_invariants(replayed) == std::vector<std::string>{});
        }
    }
}

TEST_CASE("a state rebuilt from its image or by replay decides like the first one")
{
    for (unsigned seed = 1; seed <= 20; ++seed) {
        INFO("seed " << seed);
        script one(seed);
        one.run(150);
        const auto& first = one.site();
        site_state replayed;
        for (const auto& happened : first.journal) {
            replayed.apply(happened);
        }
        const site_state restored(first.state.image());
        for (const auto& at : first.state.counters()) {
            const auto next = first.state.waiting().next_for(at.code, at.services);
            CHECK(replayed.waiting().next_for(at.code, at.services) == next);
            CHECK(restored.waiting().next_for(at.code, at.services) == next);
        }
        CHECK(replayed.seq() == first.state.seq());
        CHECK(restored.tickets().size() == first.state.tickets().size());
    }
}
