#include "server/runtime/site.hpp"

#include "server/journal/codec.hpp"
#include "server/journal/memory_journal.hpp"

#include <catch2/catch.hpp>

using namespace motcua;
using namespace motcua::runtime;
using namespace std::chrono_literals;

namespace {

class hand_clock : public clock_source
{
public:
    clock_reading read() override { return {start + passed + off, passed, synchronised}; }

    instant start{std::chrono::sys_days{std::chrono::year{2026} / 11 / 23} + 1h};
    microseconds passed{0};
    microseconds off{0};
    bool synchronised = false;
};

domain::site_settings small_hall()
{
    domain::site_settings settings;
    settings.services = {{.code = "A", .name_vi = "A", .name_en = "A", .service_time = 600s}};
    settings.counters = {{"1", {"A"}}};
    return settings;
}

struct bench
{
    hand_clock clock;
    journal::memory_journal store;
    int rounds_asked = 0;
    std::string fatal;
    site hall{store, clock, [this] { ++rounds_asked; }, [this](const std::string& why) { fatal = why; }};

    bench()
    {
        REQUIRE(hall.start().has_value());
        change(domain::configure_site{small_hall()});
    }

    /// Asks and leaves the round open.
    std::shared_ptr<std::optional<outcome>> ask(const domain::command& wanted,
                                                std::optional<domain::request_key> key = {})
    {
        auto result = std::make_shared<std::optional<outcome>>();
        hall.change(
            wanted, {.actor = "test", .counter = {}, .staff = {}, .key = key},
            [](const domain::site_state& state, std::span<const domain::event>) {
                return reply{201, "seq " + std::to_string(state.seq()), false};
            },
            [result](outcome given) { *result = std::move(given); });
        return result;
    }

    outcome change(const domain::command& wanted, std::optional<domain::request_key> key = {})
    {
        const auto result = ask(wanted, key);
        hall.commit();
        REQUIRE(result->has_value());
        return **result;
    }

    reply answered(const domain::command& wanted, std::optional<domain::request_key> key = {})
    {
        const auto given = change(wanted, key);
        REQUIRE(std::holds_alternative<reply>(given));
        return std::get<reply>(given);
    }
};

const domain::command ticket = domain::issue_ticket{.service = "A"};
const domain::request_key key{{1}, {1}};

} // namespace

TEST_CASE("no answer leaves before its round is durable, and a round is one batch")
{
    bench bench;
    const auto before = bench.rounds_asked;
    const auto first = bench.ask(ticket);
    const auto second = bench.ask(ticket);
    bool seen = false;
    bench.hall.read([&](const domain::site_state*) { seen = true; });
    CHECK_FALSE(first->has_value());
    CHECK_FALSE(second->has_value());
    CHECK_FALSE(seen);
    CHECK(bench.rounds_asked == before + 1);
    bench.hall.commit();
    CHECK(first->has_value());
    CHECK(second->has_value());
    CHECK(seen);
}

TEST_CASE("a retried request gives the first answer again and changes nothing")
{
    bench bench;
    const auto first = bench.answered(ticket, key);
    const auto events = bench.store.events().size();
    bench.answered(domain::open_counter{"1", {}});
    const auto again = bench.answered(ticket, key);
    CHECK(again.body == first.body);
    CHECK(again.status == first.status);
    CHECK(again.replayed);
    CHECK(bench.store.events().size() == events + 1);
}

TEST_CASE("a ticket printed offline is recognised for ever by its kiosk, block and number")
{
    bench bench;
    bench.answered(domain::lease_block{"hall", "A", {}, 5});
    domain::issue_offline_ticket printed{
        .kiosk = "hall", .block = domain::block_id{1}, .number = 703, .track = {1}};
    const auto first = bench.ask(printed, key);
    printed.track = {2};
    const auto second = bench.ask(printed);
    bench.hall.commit();
    const auto told = std::get<reply>(**first);
    CHECK_FALSE(told.replayed);
    CHECK(std::get<reply>(**second).body == told.body);
    CHECK(std::get<reply>(**second).replayed);

    bench.clock.passed += 40 * 24h;
    bench.hall.tick();
    bench.hall.commit();
    site restarted(
        bench.store, bench.clock, [] {}, [](const std::string&) {});
    REQUIRE(restarted.start().has_value());
    CHECK(restarted.state().find_block(domain::block_id{1}) == nullptr);
    std::optional<outcome> again;
    const auto ask = [&] {
        restarted.change(printed, {.actor = "test", .counter = {}, .staff = {}, .key = key}, {},
                         [&](outcome given) { again = std::move(given); });
        restarted.commit();
    };
    ask();
    REQUIRE((again && std::holds_alternative<reply>(*again)));
    CHECK(std::get<reply>(*again).body == told.body);
    CHECK(std::get<reply>(*again).replayed);
    printed.kiosk = "door";
    ask();
    CHECK(std::holds_alternative<domain::refusal>(*again));
}

TEST_CASE("a ticket printed offline whose commit failed is taken when it comes again")
{
    bench bench;
    bench.answered(domain::lease_block{"hall", "A", {}, 5});
    const domain::issue_offline_ticket printed{
        .kiosk = "hall", .block = domain::block_id{1}, .number = 701, .track = {1}};
    bench.store.fail_with(journal::journal_error{journal::fault::full, "the disk is full"});
    CHECK(std::holds_alternative<unavailable>(bench.change(printed)));
    bench.store.fail_with(std::nullopt);
    bench.hall.tick();
    CHECK_FALSE(bench.answered(printed).replayed);
    CHECK(bench.hall.state().tickets().size() == 1);
}

TEST_CASE("two requests with one key in one round are one change")
{
    bench bench;
    const auto first = bench.ask(ticket, key);
    const auto second = bench.ask(ticket, key);
    bench.hall.commit();
    CHECK(std::get<reply>(**first).body == std::get<reply>(**second).body);
    CHECK(std::get<reply>(**second).replayed);
    CHECK(bench.hall.state().tickets().size() == 1);
}

TEST_CASE("a key that was used for another request is refused")
{
    bench bench;
    bench.answered(ticket, key);
    CHECK(std::holds_alternative<key_mismatch>(bench.change(ticket, domain::request_key{{1}, {2}})));
}

TEST_CASE("a key whose answer the store has lost is told so, and changes nothing")
{
    bench bench;
    bench.answered(ticket, key);
    const auto seq = bench.hall.state().seq();
    REQUIRE(bench.store.forget_answers(seq + 1).has_value());
    CHECK(std::holds_alternative<answer_lost>(bench.change(ticket, key)));
    CHECK(bench.hall.state().seq() == seq);
}

TEST_CASE("no answer is deleted for a key that only an event forgets that is not durable")
{
    bench bench;
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
    CHECK(bench.store.find_answer(bench.hall.state().find_key(key.key)->seq).value());
}

TEST_CASE("a refusal leaves its key free")
{
    bench bench;
    CHECK(std::holds_alternative<domain::refusal>(bench.change(domain::call_next{"1"}, key)));
    bench.answered(domain::open_counter{"1", {}}, key);
}

TEST_CASE("a failed commit answers nobody, and the site comes back from its journal")
{
    bench bench;
    bench.answered(ticket);
    const auto seq = bench.hall.state().seq();
    bench.store.fail_with(journal::journal_error{journal::fault::full, "the disk is full"});
    CHECK(std::holds_alternative<unavailable>(bench.change(ticket, key)));
    CHECK_FALSE(bench.hall.available());
    CHECK(std::holds_alternative<unavailable>(bench.change(ticket, key)));
    bench.hall.tick();
    CHECK_FALSE(bench.hall.available());
    // What was answered before can still be read.
    CHECK(bench.hall.settled());
    bench.hall.read(
        [seq](const domain::site_state* state) { CHECK((state != nullptr && state->seq() == seq)); });
    bench.store.fail_with(std::nullopt);
    bench.hall.tick();
    CHECK(bench.hall.available());
    CHECK(bench.hall.state().seq() == seq);
    CHECK_FALSE(bench.answered(ticket, key).replayed);
    CHECK(bench.hall.state().tickets().size() == 2);
    CHECK(bench.fatal.empty());
}

TEST_CASE("after an error of fsync, damage or another writer only a restart helps")
{
    for (const auto what : {journal::fault::lost, journal::fault::corrupt, journal::fault::out_of_order}) {
        bench bench;
        bench.store.fail_with(journal::journal_error{what, "why"});
        CHECK(std::holds_alternative<unavailable>(bench.change(ticket)));
        CHECK(bench.fatal == "why");
    }
}

TEST_CASE("a loss that shows while the store is tidied up ends the process, a full disk does not")
{
    bench bench;
    bench.answered(ticket);
    bench.store.fail_with(journal::journal_error{journal::fault::full, "the disk is full"});
    bench.hall.tick();
    CHECK(bench.fatal.empty());
    CHECK(bench.hall.available());
    bench.store.fail_with(journal::journal_error{journal::fault::lost, "fsync failed"});
    bench.hall.tick();
    CHECK(bench.fatal == "fsync failed");
    CHECK_FALSE(bench.hall.available());
}

TEST_CASE("a loss that shows while a failing store is tried again ends the process")
{
    bench bench;
    bench.answered(ticket);
    bench.store.fail_with(journal::journal_error{journal::fault::full, "the disk is full"});
    CHECK(std::holds_alternative<unavailable>(bench.change(ticket, key)));
    bench.hall.tick();
    CHECK(bench.fatal.empty());
    bench.store.fail_with(journal::journal_error{journal::fault::lost, "fsync failed"});
    bench.hall.tick();
    CHECK(bench.fatal == "fsync failed");
}

TEST_CASE("the store tidies up in a quiet second and not in a busy one")
{
    bench bench;
    bench.hall.tick();
    bench.hall.commit();
    const auto before = bench.store.tidied();
    for (std::int64_t i = 0; i <= quiet_second_events_max; ++i) {
        bench.answered(ticket);
    }
    bench.hall.tick();
    CHECK(bench.store.tidied() == before);
    bench.answered(ticket);
    bench.hall.tick();
    CHECK(bench.store.tidied() == before + 1);
}

TEST_CASE("a restart forgets nothing: tickets, keys and answers")
{
    bench bench;
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

TEST_CASE("the day turns by itself, and what was alive is in the log")
{
    bench bench;
    bench.answered(ticket);
    bench.clock.passed += 24h;
    bench.hall.tick();
    bench.hall.commit();
    CHECK(bench.hall.state().tickets().empty());
    REQUIRE(bench.store.visits().size() == 1);
    CHECK(bench.store.visits().begin()->second.outcome == domain::visit_outcome::day_closed);
    CHECK(bench.store.visits().begin()->second.state == domain::ticket_state::cancelled);
}

TEST_CASE("the time of events falls only at an anchor")
{
    bench bench;
    bench.answered(ticket);
    bench.clock.off = -1h;
    bench.answered(ticket);
    bench.hall.tick();
    CHECK(bench.hall.clock_doubtful());
    bench.clock.synchronised = true;
    bench.hall.tick();
    bench.hall.commit();
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
    bench bench;
    bench.clock.off = -1h;
    bench.hall.tick();
    bench.hall.commit();
    REQUIRE(bench.hall.clock_doubtful());
    const auto doubted = bench.hall.now();
    for (int times = 0; times < 2; ++times) {
        std::optional<outcome> told;
        bench.hall.confirm_clock("staff:an", [&](outcome given) { told = std::move(given); });
        CHECK_FALSE(told);
        bench.hall.commit();
        REQUIRE(told);
        CHECK(std::get<reply>(*told).status == 204);
        CHECK_FALSE(bench.hall.clock_doubtful());
        CHECK(bench.hall.now() == doubted - 1h);
    }
    const auto is_anchor = [](const domain::event& happened) {
        return std::holds_alternative<domain::clock_anchored>(happened.body);
    };
    REQUIRE(std::ranges::count_if(bench.store.events(), is_anchor) == 1);
    CHECK(std::ranges::find_if(bench.store.events(), is_anchor)->actor == "staff:an");
}

TEST_CASE("a clock cannot be confirmed while the store takes nothing")
{
    bench bench;
    bench.store.fail_with(journal::journal_error{journal::fault::failed, "why"});
    bench.change(ticket);
    std::optional<outcome> told;
    bench.hall.confirm_clock("staff:an", [&](outcome given) { told = std::move(given); });
    bench.hall.commit();
    REQUIRE(told);
    CHECK(std::holds_alternative<unavailable>(*told));
}

TEST_CASE("whether a command would be refused is told as of today, and changes nothing")
{
    bench bench;
    bench.answered(ticket);
    auto others = small_hall();
    others.services[0].code = others.counters[0].services[0] = "B";
    const domain::command wanted = domain::configure_site{others};
    const auto before = bench.store.last_seq();
    const auto refused = bench.hall.refusal_of(wanted);
    REQUIRE(refused);
    CHECK(refused->code == domain::refusal_code::invalid_settings);
    // The ticket of yesterday is no obstacle.
    bench.clock.passed += 24h;
    CHECK_FALSE(bench.hall.refusal_of(wanted));
    bench.hall.commit();
    CHECK(bench.hall.state().seq() == before);
    CHECK(bench.store.last_seq() == before);
}

TEST_CASE("a state is the same by replay, from a snapshot, and as it lived")
{
    bench bench;
    bench.answered(domain::open_counter{"1", {}}, key);
    for (std::uint8_t i = 0; i < 3; ++i) {
        domain::issue_ticket wanted{.service = "A"};
        wanted.track[0] = i;
        bench.answered(wanted);
    }
    bench.answered(domain::call_next{"1"});
    bench.answered(domain::hold_ticket{domain::ticket_id{1}, "copies"});
    bench.answered(domain::lease_block{"hall", "A", *bench.hall.state().day(), 5});
    const auto lived = base::to_json(bench.hall.state().image());
    const auto image = base::from_json<domain::site_image>(lived);
    REQUIRE(image.has_value());
    CHECK(base::to_json(domain::site_state(*image).image()) == lived);
    domain::site_state replayed;
    for (const auto& happened : bench.store.events()) {
        replayed.apply(happened);
    }
    CHECK(base::to_json(replayed.image()) == lived);
}

TEST_CASE("a read sees nothing that an answer of its own round has led to")
{
    bench bench;
    std::int64_t seen = 0;
    bench.hall.change(
        ticket, {.actor = "test", .counter = {}, .staff = {}, .key = {}},
        [](const auto&, const auto&) {
            return reply{201, "ticket", false};
        },
        [&](const auto&) { bench.ask(ticket); });
    const auto decided = bench.hall.state().seq();
    bench.hall.read([&](const domain::site_state* state) { seen = state->seq(); });
    bench.hall.commit();
    CHECK(seen == decided);
    CHECK(bench.hall.state().seq() == decided + 1);
}

TEST_CASE("no one is answered from within the call that asks")
{
    bench bench;
    bench.store.fail_with(journal::journal_error{journal::fault::failed, "why"});
    bench.change(ticket);
    const auto asked = bench.ask(ticket);
    CHECK_FALSE(asked->has_value());
    bench.hall.commit();
    CHECK(std::holds_alternative<unavailable>(**asked));
}
