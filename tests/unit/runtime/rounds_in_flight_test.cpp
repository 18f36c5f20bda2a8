// A journal that completes after append has returned: what is asked while a round is in flight.

#include "tests/unit/runtime/site_bench.hpp"

using namespace motcua;
using namespace motcua::runtime;
using namespace std::chrono_literals;

namespace {

/// A site whose store completes when the test says so.
struct slow_bench : site_bench
{
    slow_bench() { store.complete_later(true); }

    /// Asks for `wanted` and hands the round over.
    answer_slot launch(const domain::command& wanted, std::optional<domain::request_key> with_key = {})
    {
        auto slot = ask(wanted, with_key);
        site.commit();
        REQUIRE(store.is_appending());
        return slot;
    }

    /// Completes all that is to be stored.
    void settle_down()
    {
        site.commit();
        while (store.is_appending()) {
            store.complete_next();
            site.commit();
        }
        site.commit();
    }
};

} // namespace

TEST_CASE("an answer waits while its round is in flight, and leaves when the store has it")
{
    slow_bench bench;
    const auto before = bench.site.durable_seq();
    const auto slot = bench.launch(ticket);
    CHECK_FALSE(slot->has_value());
    CHECK(bench.site.durable_seq() == before);
    CHECK_FALSE(bench.site.state_is_durable());
    bench.site.commit();
    CHECK_FALSE(slot->has_value());
    bench.store.complete_next();
    CHECK(slot->has_value());
    CHECK(bench.site.durable_seq() == bench.site.state().seq());
    CHECK(bench.site.state_is_durable());
}

TEST_CASE("what is asked while a round is in flight fills the next, which is handed over after it")
{
    slow_bench bench;
    const auto first = bench.launch(ticket);
    const auto before = bench.rounds_asked;
    const auto second = bench.ask(ticket);
    const auto third = bench.ask(ticket);
    CHECK(bench.rounds_asked == before + 1);
    bench.site.commit();
    bench.store.complete_next();
    CHECK(first->has_value());
    CHECK_FALSE(second->has_value());
    CHECK_FALSE(bench.store.is_appending());
    CHECK(bench.rounds_asked == before + 2);
    bench.site.commit();
    REQUIRE(bench.store.is_appending());
    CHECK_FALSE(third->has_value());
    bench.store.complete_next();
    CHECK(second->has_value());
    CHECK(third->has_value());
    CHECK(bench.site.state().tickets().size() == 3);
}

TEST_CASE("a retry that meets its first try in flight waits for it and gets the same answer")
{
    slow_bench bench;
    const auto first = bench.launch(ticket, key);
    const auto retried = bench.ask(ticket, key);
    // Another round is open meanwhile; the retry does not wait for that.
    const auto other = bench.ask(ticket);
    bench.site.commit();
    CHECK_FALSE(retried->has_value());
    bench.store.complete_next();
    CHECK(reply_in(retried).body == reply_in(first).body);
    CHECK(reply_in(retried).kind == reply_in(first).kind);
    CHECK(reply_in(retried).replayed);
    CHECK_FALSE(other->has_value());
    CHECK(bench.site.state().tickets().size() == 2);
}

TEST_CASE("a retry in flight of a ticket printed offline waits for it and gets the same answer")
{
    slow_bench bench;
    bench.store.complete_later(false);
    bench.answered(domain::lease_block{"hall", "A", {}, 5});
    bench.store.complete_later(true);
    const domain::issue_offline_ticket printed{
        .kiosk = "hall", .block = domain::block_id{1}, .number = 701, .track = {1}};
    const auto first = bench.launch(printed);
    const auto retried = bench.ask(printed);
    bench.site.commit();
    CHECK_FALSE(retried->has_value());
    bench.store.complete_next();
    CHECK(reply_in(retried).body == reply_in(first).body);
    CHECK(reply_in(retried).replayed);
    CHECK(bench.site.state().tickets().size() == 1);
}

TEST_CASE("a key that another request in flight has is refused when that is durable")
{
    slow_bench bench;
    const auto first = bench.launch(ticket, key);
    const auto other = bench.ask(ticket, domain::request_key{{1}, {2}});
    bench.site.commit();
    CHECK_FALSE(other->has_value());
    bench.store.complete_next();
    REQUIRE(other->has_value());
    CHECK(std::holds_alternative<key_mismatch>(**other));
}

TEST_CASE("an answer that is durable does not wait for a round in flight")
{
    slow_bench bench;
    bench.store.complete_later(false);
    const auto first = bench.answered(ticket, key);
    bench.store.complete_later(true);
    bench.launch(ticket);
    const auto retried = bench.ask(ticket, key);
    CHECK_FALSE(retried->has_value());
    bench.site.commit();
    CHECK(reply_in(retried).body == first.body);
}

TEST_CASE("a refusal that depends on a round in flight waits for it")
{
    slow_bench bench;
    bench.store.complete_later(false);
    bench.answered(domain::open_counter{"1", {}});
    bench.store.complete_later(true);
    const auto closed = bench.launch(domain::close_counter{"1"});
    const auto refused = bench.ask(domain::call_next{"1"});
    bench.site.commit();
    CHECK_FALSE(refused->has_value());
    SECTION("and is given when it is stored")
    {
        bench.store.complete_next();
        REQUIRE(refused->has_value());
        CHECK(std::holds_alternative<domain::refusal>(**refused));
    }
    SECTION("and is withdrawn when it fails")
    {
        bench.fail();
        bench.store.complete_next();
        CHECK(is_unavailable(refused));
        CHECK(is_unavailable(closed));
    }
}

TEST_CASE("a read sees what is durable: not what is in flight, not what is open")
{
    slow_bench bench;
    const auto first = bench.launch(ticket);
    const auto in_flight = bench.site.state().seq();
    std::int64_t seen = 0;
    const auto look = [&seen](const domain::site_state* state) { seen = state->seq(); };
    SECTION("a read during a flight sees it as soon as it is stored")
    {
        bench.site.read(look);
        bench.site.commit();
        CHECK(seen == 0);
        bench.store.complete_next();
        CHECK(seen == in_flight);
    }
    SECTION("a read during a flight, with another round filled, waits for that too")
    {
        const auto second = bench.ask(ticket);
        bench.site.read(look);
        bench.store.complete_next();
        CHECK(seen == 0);
        bench.site.commit();
        // What comes now must not keep the state ahead of the store: it is decided after the read.
        const auto third = bench.ask(ticket);
        CHECK(bench.site.state().seq() == in_flight + 1);
        bench.store.complete_next();
        CHECK(seen == in_flight + 1);
        CHECK(second->has_value());
        CHECK_FALSE(third->has_value());
        bench.settle_down();
        CHECK(third->has_value());
        CHECK(bench.site.state().seq() == in_flight + 2);
    }
}

TEST_CASE("a round in flight that fails answers nobody, nor those who were decided after it")
{
    slow_bench bench;
    const auto before = bench.site.state().seq();
    const auto first = bench.launch(ticket, key);
    const auto second = bench.ask(ticket);
    const auto retried = bench.ask(ticket, key);
    std::int64_t seen = -1;
    bench.site.read(
        [&seen](const domain::site_state* state) { seen = state == nullptr ? -1 : state->seq(); });
    bench.fail();
    bench.store.complete_next();
    CHECK(is_unavailable(first));
    CHECK(is_unavailable(second));
    CHECK(is_unavailable(retried));
    CHECK(seen == before);
    CHECK_FALSE(bench.site.available());
    CHECK(bench.site.state().seq() == before);
    CHECK(bench.site.durable_seq() == before);

    bench.store.fail_with(std::nullopt);
    bench.site.tick();
    REQUIRE(bench.site.available());
    const auto again = bench.launch(ticket, key);
    bench.store.complete_next();
    CHECK_FALSE(reply_in(again).replayed);
    CHECK(bench.site.state().tickets().size() == 1);
}

TEST_CASE("what a read holds back when a round is lost is answered that the outcome is unknown")
{
    slow_bench bench;
    bench.launch(ticket);
    const auto second = bench.ask(ticket);
    bench.site.read([](const domain::site_state*) {});
    bench.store.complete_next();
    bench.site.commit();
    const auto held_back = bench.ask(ticket);
    bench.fail();
    bench.store.complete_next();
    CHECK(is_unavailable(second));
    CHECK_FALSE(held_back->has_value());
    bench.settle_down();
    CHECK(is_unavailable(held_back));
}

TEST_CASE("only a restart helps when a round in flight is lost")
{
    slow_bench bench;
    const auto slot = bench.launch(ticket);
    bench.fail(journal::fault::lost);
    bench.store.complete_next();
    CHECK(is_unavailable(slot));
    CHECK(bench.fatal == "the disk is full");
    CHECK_FALSE(bench.site.readable());
}

TEST_CASE("an orderly end waits for the round in flight and the one after it")
{
    slow_bench bench;
    bool drained = false;
    const auto first = bench.launch(ticket);
    const auto second = bench.ask(ticket);
    bench.site.drain([&drained] { drained = true; });
    bench.site.commit();
    bench.store.complete_next();
    CHECK(first->has_value());
    CHECK_FALSE(drained);
    SECTION("until both are stored")
    {
        bench.site.commit();
        bench.store.complete_next();
        CHECK(second->has_value());
        CHECK(drained);
        CHECK(bench.store.last_seq() == bench.site.state().seq());
    }
    SECTION("or the store fails")
    {
        bench.site.commit();
        bench.fail();
        bench.store.complete_next();
        CHECK(is_unavailable(second));
        CHECK(drained);
    }
}

TEST_CASE("an orderly end of a site at rest comes with the next commit")
{
    slow_bench bench;
    bool drained = false;
    bench.site.drain([&drained] { drained = true; });
    CHECK_FALSE(drained);
    bench.site.commit();
    CHECK(drained);
}

TEST_CASE("the store is tended only while nothing is in flight, and then without waiting for a quiet second")
{
    slow_bench bench;
    const auto before = bench.store.tidied();
    const auto first = bench.launch(ticket);
    bench.site.tick();
    CHECK(bench.store.tidied() == before);
    const auto second = bench.ask(ticket);
    bench.store.complete_next();
    CHECK(bench.store.tidied() == before);
    bench.site.commit();
    // The clean-up is due: what comes now is decided after it.
    const auto third = bench.ask(ticket);
    bench.store.complete_next();
    CHECK(bench.store.tidied() == before + 1);
    bench.settle_down();
    CHECK(third->has_value());
}

TEST_CASE("a tick that a flight holds back is made up for, and a clock confirmed meanwhile is followed")
{
    slow_bench bench;
    bench.launch(ticket);
    bench.ask(ticket);
    bench.site.read([](const domain::site_state*) {});
    bench.store.complete_next();
    bench.site.commit();
    bench.clock.passed += 24h;
    bench.site.tick();
    bool confirmed = false;
    bench.site.confirm_clock("staff:an", [&confirmed](const outcome&) { confirmed = true; });
    const auto day = bench.site.state().day();
    bench.store.complete_next();
    CHECK(bench.site.state().day() == day);
    CHECK_FALSE(confirmed);
    bench.settle_down();
    CHECK(bench.site.state().day() > day);
    CHECK(confirmed);
}
