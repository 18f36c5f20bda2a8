// One seed, one run.

#include "tests/simulation/shorten.hpp"

#include <catch2/catch.hpp>

namespace motcua::simulation {

TEST_CASE("the same seed is the same run, whatever ran before")
{
    for (const auto kept : {store_kind::memory, store_kind::sqlite}) {
        const auto planned = plan_of(17, kept, 2'000);
        const auto once = run(planned);
        run(plan_of(18, kept, 500));
        const auto again = run(planned);
        CHECK(again.hash == once.hash);
        CHECK(again.events == once.events);
        CHECK(run(plan_of(19, kept, 2'000)).hash != once.hash);
    }
}

} // namespace motcua::simulation
