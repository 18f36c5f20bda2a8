#include "tests/unit/runtime/site_bench.hpp"

using namespace motcua;
using namespace motcua::runtime;
using namespace std::chrono_literals;

TEST_CASE("no answer leaves before its round is durable, and a round is one commit")
{
    site_bench bench;
    const auto before = bench.rounds_asked;
    const auto first = bench.ask(ticket);
    const auto second = bench.ask(ticket);
    bool seen = false;
    bench.site.read([&](const domain::site_state*) { seen = true; });
    CHECK_FALSE(first->has_value());
    CHECK_FALSE(second->has_value());
    CHECK_FALSE(seen);
    CHECK(bench.rounds_asked == before + 1);
    bench.site.commit();
    CHECK(first->has_value());
    CHECK(second->has_value());
    CHECK(seen);
}

TEST_CASE("a retried request gives the first answer again and changes nothing")
{
    site_bench bench;
    const auto first = bench.answered(ticket, key);
    const auto events = bench.store.events().size();
    bench.answered(domain::open_counter{"1", {}});
    const auto again = bench.answered(ticket, key);
    CHECK(again.body == first.body);
    CHECK(again.kind == first.kind);
    CHECK(again.replayed);
    CHECK(bench.store.events().size() == events + 1);
}

TEST_CASE("two requests with one key in one round are one change")
{
    site_bench bench;
    const auto first = bench.ask(ticket, key);
    const auto second = bench.ask(ticket, key);
    bench.site.commit();
    CHECK(std::get<reply>(**first).body == std::get<reply>(**second).body);
    CHECK(std::get<reply>(**second).replayed);
    CHECK(bench.site.state().tickets().size() == 1);
}

TEST_CASE("a key that was used for another request is refused")
{
    site_bench bench;
    bench.answered(ticket, key);
    CHECK(std::holds_alternative<key_mismatch>(bench.change(ticket, domain::request_key{{1}, {2}})));
}

TEST_CASE("a key whose answer the store has lost is reported as that, and changes nothing")
{
    site_bench bench;
    bench.answered(ticket, key);
    const auto seq = bench.site.state().seq();
    REQUIRE(bench.store.forget_answers(seq + 1).has_value());
    CHECK(std::holds_alternative<answer_lost>(bench.change(ticket, key)));
    CHECK(bench.site.state().seq() == seq);
}

TEST_CASE("a refusal leaves its key free")
{
    site_bench bench;
    CHECK(std::holds_alternative<domain::refusal>(bench.change(domain::call_next{"1"}, key)));
    bench.answered(domain::open_counter{"1", {}}, key);
}

TEST_CASE("new settings are judged as of today: a ticket of yesterday is not in the way")
{
    site_bench bench;
    bench.answered(ticket);
    auto others = small_site();
    others.services[0].code = others.counters[0].services[0] = "B";
    const domain::configure_site wanted{.settings = others, .from_version = {}};
    const auto before = bench.store.last_seq();
    const auto refused = bench.change(wanted);
    REQUIRE(std::holds_alternative<domain::refusal>(refused));
    CHECK(std::get<domain::refusal>(refused).code == domain::refusal_code::in_use);
    CHECK(bench.store.last_seq() == before);
    bench.clock.passed += 24h;
    bench.answered(wanted);
}

TEST_CASE("a read sees nothing that an answer of its own round has led to")
{
    site_bench bench;
    std::int64_t seen = 0;
    bench.site.change(
        ticket, {.actor = "test", .counter = {}, .staff = {}, .key = {}},
        [](const auto&, const auto&) {
            return reply{answer_kind::created, "ticket", false};
        },
        [&](const auto&) { bench.ask(ticket); });
    const auto decided = bench.site.state().seq();
    bench.site.read([&](const domain::site_state* state) { seen = state->seq(); });
    bench.site.commit();
    CHECK(seen == decided);
    CHECK(bench.site.state().seq() == decided + 1);
}

TEST_CASE("nobody is answered from within the function that asks")
{
    site_bench bench;
    bench.store.fail_with(journal::journal_error{journal::fault::failed, "why"});
    bench.change(ticket);
    const auto outcome = bench.ask(ticket);
    CHECK_FALSE(outcome->has_value());
    bench.site.commit();
    CHECK(std::holds_alternative<unavailable>(**outcome));
}

TEST_CASE("a ticket printed offline is recognised for ever by its kiosk, block and number")
{
    site_bench bench;
    bench.answered(domain::lease_block{"hall", "A", {}, 5});
    domain::issue_offline_ticket printed{
        .kiosk = "hall", .block = domain::block_id{1}, .number = 703, .track = {1}};
    const auto first = bench.ask(printed, key);
    printed.track = {2};
    const auto second = bench.ask(printed);
    bench.site.commit();
    const auto given = std::get<reply>(**first);
    CHECK_FALSE(given.replayed);
    CHECK(std::get<reply>(**second).body == given.body);
    CHECK(std::get<reply>(**second).replayed);

    bench.clock.passed += 40 * 24h;
    bench.site.tick();
    bench.site.commit();
    site restarted(
        bench.store, bench.clock, [] {}, [](const std::string&) {});
    REQUIRE(restarted.start().has_value());
    CHECK(restarted.state().find_block(domain::block_id{1}) == nullptr);
    std::optional<outcome> again;
    const auto ask = [&] {
        restarted.change(printed, {.actor = "test", .counter = {}, .staff = {}, .key = key}, {},
                         [&](outcome next) { again = std::move(next); });
        restarted.commit();
    };
    ask();
    REQUIRE((again && std::holds_alternative<reply>(*again)));
    CHECK(std::get<reply>(*again).body == given.body);
    CHECK(std::get<reply>(*again).replayed);
    printed.kiosk = "door";
    ask();
    CHECK(std::holds_alternative<domain::refusal>(*again));
}
