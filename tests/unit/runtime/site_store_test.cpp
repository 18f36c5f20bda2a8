#include "base/json.hpp"
#include "server/journal/codec.hpp"
#include "tests/unit/runtime/site_bench.hpp"

using namespace motcua;
using namespace motcua::runtime;
using namespace std::chrono_literals;

TEST_CASE("a ticket printed offline whose commit failed is taken when it comes again")
{
    site_bench bench;
    bench.answered(domain::lease_block{"hall", "A", {}, 5});
    const domain::issue_offline_ticket printed{
        .kiosk = "hall", .block = domain::block_id{1}, .number = 701, .track = {1}};
    bench.store.fail_with(journal::journal_error{journal::fault::full, "the disk is full"});
    CHECK(std::holds_alternative<unavailable>(bench.change(printed)));
    bench.store.fail_with(std::nullopt);
    bench.site.tick();
    CHECK_FALSE(bench.answered(printed).replayed);
    CHECK(bench.site.state().tickets().size() == 1);
}

TEST_CASE("no answer is deleted for a key that only an event forgets that is not durable")
{
    site_bench bench;
    bench.answered(ticket, key);
    // The system clock is wrong at a restart: 72 hours seem to have gone by.
    bench.clock.off = 72h;
    site again(
        bench.store, bench.clock, [] {}, [](const std::string&) {});
    REQUIRE(again.start().has_value());
    again.tick();
    bench.store.fail_with(journal::journal_error{journal::fault::full, "the disk is full"});
    again.commit();
    REQUIRE_FALSE(again.available());
    CHECK(bench.store.find_answer(bench.site.state().find_key(key.key)->seq).value());
}

TEST_CASE("a failed commit answers nobody, and the site comes back from its journal")
{
    site_bench bench;
    bench.answered(ticket);
    const auto seq = bench.site.state().seq();
    bench.store.fail_with(journal::journal_error{journal::fault::full, "the disk is full"});
    CHECK(std::holds_alternative<unavailable>(bench.change(ticket, key)));
    CHECK_FALSE(bench.site.available());
    CHECK(std::holds_alternative<unavailable>(bench.change(ticket, key)));
    bench.site.tick();
    CHECK_FALSE(bench.site.available());
    // What was answered before can still be read.
    CHECK(bench.site.state_is_durable());
    bench.site.read(
        [seq](const domain::site_state* state) { CHECK((state != nullptr && state->seq() == seq)); });
    bench.store.fail_with(std::nullopt);
    bench.site.tick();
    CHECK(bench.site.available());
    CHECK(bench.site.state().seq() == seq);
    CHECK_FALSE(bench.answered(ticket, key).replayed);
    CHECK(bench.site.state().tickets().size() == 2);
    CHECK(bench.fatal.empty());
}

TEST_CASE("after an error of fsync, damage or another writer only a restart helps")
{
    for (const auto what : {journal::fault::lost, journal::fault::corrupt, journal::fault::out_of_order}) {
        site_bench bench;
        bench.store.fail_with(journal::journal_error{what, "why"});
        CHECK(std::holds_alternative<unavailable>(bench.change(ticket)));
        CHECK(bench.fatal == "why");
    }
}

TEST_CASE("a loss that shows while the store is tidied up ends the process, a full disk does not")
{
    site_bench bench;
    bench.answered(ticket);
    bench.store.fail_with(journal::journal_error{journal::fault::full, "the disk is full"});
    bench.site.tick();
    CHECK(bench.fatal.empty());
    CHECK(bench.site.available());
    bench.store.fail_with(journal::journal_error{journal::fault::lost, "fsync failed"});
    bench.site.tick();
    CHECK(bench.fatal == "fsync failed");
    CHECK_FALSE(bench.site.available());
}

TEST_CASE("a loss that shows while a failing store is tried again ends the process")
{
    site_bench bench;
    bench.answered(ticket);
    bench.store.fail_with(journal::journal_error{journal::fault::full, "the disk is full"});
    CHECK(std::holds_alternative<unavailable>(bench.change(ticket, key)));
    bench.site.tick();
    CHECK(bench.fatal.empty());
    bench.store.fail_with(journal::journal_error{journal::fault::lost, "fsync failed"});
    bench.site.tick();
    CHECK(bench.fatal == "fsync failed");
}

TEST_CASE("the store tidies up in a quiet second and not in a busy one")
{
    site_bench bench;
    bench.site.tick();
    bench.site.commit();
    const auto before = bench.store.tidied();
    for (std::int64_t i = 0; i <= quiet_second_events_max; ++i) {
        bench.answered(ticket);
    }
    bench.site.tick();
    CHECK(bench.store.tidied() == before);
    bench.answered(ticket);
    bench.site.tick();
    CHECK(bench.store.tidied() == before + 1);
}

TEST_CASE("a restart forgets nothing: tickets, keys and answers")
{
    site_bench bench;
    const auto first = bench.answered(ticket, key);
    site restarted(
        bench.store, bench.clock, [] {}, [](const std::string&) {});
    REQUIRE(restarted.start().has_value());
    CHECK(restarted.state().tickets().size() == 1);
    std::optional<outcome> again;
    restarted.change(ticket, {.actor = "test", .counter = {}, .staff = {}, .key = key}, {},
                     [&](outcome given) { again = std::move(given); });
    restarted.commit();
    REQUIRE(again);
    CHECK(std::get<reply>(*again).body == first.body);
    CHECK(std::get<reply>(*again).replayed);
}

TEST_CASE("a state is the same by replay, from a snapshot, and as it lived")
{
    site_bench bench;
    bench.answered(domain::open_counter{"1", {}}, key);
    for (std::uint8_t i = 0; i < 3; ++i) {
        domain::issue_ticket wanted{.service = "A"};
        wanted.track[0] = i;
        bench.answered(wanted);
    }
    bench.answered(domain::call_next{"1"});
    bench.answered(domain::hold_ticket{domain::ticket_id{1}, "copies"});
    bench.answered(domain::lease_block{"hall", "A", *bench.site.state().day(), 5});
    const auto lived = base::to_json(bench.site.state().image());
    const auto image = base::from_json<domain::site_image>(lived);
    REQUIRE(image.has_value());
    CHECK(base::to_json(domain::site_state(*image).image()) == lived);
    domain::site_state replayed;
    for (const auto& happened : bench.store.events()) {
        replayed.apply(happened);
    }
    CHECK(base::to_json(replayed.image()) == lived);
}

TEST_CASE("a clock cannot be confirmed while the store takes nothing")
{
    site_bench bench;
    bench.store.fail_with(journal::journal_error{journal::fault::failed, "why"});
    bench.change(ticket);
    std::optional<outcome> answer;
    bench.site.confirm_clock("staff:an", [&](outcome given) { answer = std::move(given); });
    bench.site.commit();
    REQUIRE(answer);
    CHECK(std::holds_alternative<unavailable>(*answer));
}
