#include "tests/unit/runtime/site_bench.hpp"

#include <algorithm>

using namespace motcua;
using namespace motcua::runtime;
using namespace std::chrono_literals;

TEST_CASE("the day turns by itself, and what was alive is in the log")
{
    site_bench bench;
    bench.answered(ticket);
    bench.clock.passed += 24h;
    bench.site.tick();
    bench.site.commit();
    CHECK(bench.site.state().tickets().empty());
    REQUIRE(bench.store.visits().size() == 1);
    CHECK(bench.store.visits().begin()->second.outcome == domain::visit_outcome::day_closed);
    CHECK(bench.store.visits().begin()->second.state == domain::ticket_state::cancelled);
}

TEST_CASE("the time of events falls only at an anchor")
{
    site_bench bench;
    bench.answered(ticket);
    bench.clock.off = -1h;
    bench.answered(ticket);
    bench.site.tick();
    CHECK(bench.site.clock_doubtful());
    bench.clock.synchronised = true;
    bench.site.tick();
    bench.site.commit();
    bench.answered(ticket);
    const domain::event* before = nullptr;
    for (const auto& happened : bench.store.events()) {
        const bool anchor = std::holds_alternative<domain::clock_anchored>(happened.body);
        CHECK((before == nullptr || anchor || before->at <= happened.at));
        if (anchor) {
            CHECK(happened.at < before->at);
        }
        before = &happened;
    }
}

TEST_CASE("an administrator's word makes the site follow a doubtful clock, and stands in the journal")
{
    site_bench bench;
    bench.clock.off = -1h;
    bench.site.tick();
    bench.site.commit();
    REQUIRE(bench.site.clock_doubtful());
    const auto doubted = bench.site.now();
    for (int times = 0; times < 2; ++times) {
        std::optional<outcome> answer;
        bench.site.confirm_clock("staff:an", [&](outcome given) { answer = std::move(given); });
        CHECK_FALSE(answer);
        bench.site.commit();
        REQUIRE(answer);
        CHECK(std::get<reply>(*answer).kind == answer_kind::nothing);
        CHECK_FALSE(bench.site.clock_doubtful());
        CHECK(bench.site.now() == doubted - 1h);
    }
    const auto is_anchor = [](const domain::event& happened) {
        return std::holds_alternative<domain::clock_anchored>(happened.body);
    };
    REQUIRE(std::ranges::count_if(bench.store.events(), is_anchor) == 1);
    CHECK(std::ranges::find_if(bench.store.events(), is_anchor)->actor == "staff:an");
}
