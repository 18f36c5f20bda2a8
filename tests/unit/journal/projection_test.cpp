// The rows that events leave behind: legs, visits, and that what is stored can be made anew.

#include "store_file.hpp"

#include "server/domain/decide.hpp"
#include "tests/support/made_up_hall.hpp"

using namespace motcua;
using namespace motcua::journal;
using namespace std::chrono_literals;

namespace {

const instant morning{std::chrono::sys_days{std::chrono::year{2026} / 11 / 23} + 1h};

/// A hall with one counter, whose rows are kept as a store would.
class small_hall
{
public:
    small_hall()
    {
        domain::site_settings settings;
        settings.services = {{.code = "A", .name_vi = "A", .name_en = "A", .service_time = 600s}};
        settings.counters = {{"1", {"A"}}};
        ask(domain::configure_site{settings});
        ask(domain::turn_day{});
        ask(domain::open_counter{"1", {}});
        changes.clear();
    }

    void ask(const domain::command& wanted)
    {
        const auto decided = domain::decide(
            state, wanted, {.now = now, .actor = "test", .counter = {}, .staff = std::string("lan")});
        for (const auto& body : decided.value()) {
            happen(body);
        }
    }

    void happen(const domain::event_body& body)
    {
        apply_and_project(state, {state.seq() + 1, now, "test", std::nullopt, body}, changes);
    }

    template <class Row>
    std::vector<Row> rows() const
    {
        std::vector<Row> found;
        for (const auto& change : changes) {
            if (const auto* row = std::get_if<Row>(&change)) {
                found.push_back(*row);
            }
        }
        return found;
    }

    instant now = morning;
    domain::site_state state;
    std::vector<row_change> changes;
};

constexpr domain::ticket_id first{1};

} // namespace

TEST_CASE("each stretch of a visit is a leg with who had it, from end to end")
{
    small_hall hall;
    hall.ask(domain::issue_ticket{.service = "A"});
    hall.now += 300s;
    hall.ask(domain::call_next{"1"});
    hall.now += 10s;
    hall.ask(domain::recall_ticket{first});
    hall.now += 20s;
    hall.ask(domain::start_ticket{first});
    hall.now += 100s;
    hall.ask(domain::hold_ticket{first, "copies"});
    hall.now += 200s;
    hall.ask(domain::resume_ticket{first});
    hall.now += 50s;
    hall.ask(domain::finish_ticket{first, domain::visit_outcome::served});
    const auto legs = hall.rows<leg_row>();
    using enum domain::ticket_state;
    const std::vector<std::pair<domain::ticket_state, domain::seconds>> expected{
        {waiting, 300s}, {called, 30s}, {serving, 100s}, {held, 200s}, {serving, 50s}};
    REQUIRE(legs.size() == expected.size());
    for (std::size_t i = 0; i < legs.size(); ++i) {
        CHECK(legs[i].n == static_cast<int>(i) + 1);
        CHECK(legs[i].kind == expected[i].first);
        CHECK(legs[i].to - legs[i].from == expected[i].second);
        CHECK(legs[i].counter.has_value() == (legs[i].kind != waiting));
        CHECK(legs[i].staff.has_value() == (legs[i].kind != waiting));
    }
}

TEST_CASE("a transferred ticket waits for nobody in particular")
{
    small_hall hall;
    hall.ask(domain::issue_ticket{.service = "A"});
    hall.ask(domain::call_next{"1"});
    hall.ask(domain::transfer_ticket{.ticket = first, .service = "A", .counter = {}, .keep_place = true});
    hall.ask(domain::cancel_ticket{first});
    const auto legs = hall.rows<leg_row>();
    REQUIRE(legs.size() == 3);
    CHECK(legs[2].kind == domain::ticket_state::waiting);
    CHECK_FALSE(legs[2].counter);
    CHECK_FALSE(legs[2].staff);
}

TEST_CASE("a no-show that comes back takes its row away until it ends again")
{
    small_hall hall;
    hall.ask(domain::issue_ticket{.service = "A"});
    hall.ask(domain::call_next{"1"});
    hall.ask(domain::mark_no_show{first});
    REQUIRE(hall.rows<visit_row>().size() == 1);
    CHECK(hall.rows<visit_reopened>().empty());
    hall.now += 60s;
    hall.ask(domain::recall_ticket{first});
    REQUIRE(std::holds_alternative<visit_reopened>(hall.changes.back()));
    CHECK(hall.rows<leg_row>().back().kind == domain::ticket_state::no_show);
    hall.ask(domain::cancel_ticket{first});
    CHECK(hall.rows<visit_row>().back().outcome == domain::visit_outcome::cancelled);
}

TEST_CASE("a visit across a clock anchor is unreliable, also when it was a no-show then")
{
    small_hall hall;
    hall.ask(domain::issue_ticket{.service = "A"});
    hall.ask(domain::call_next{"1"});
    hall.ask(domain::mark_no_show{first});
    CHECK_FALSE(hall.rows<visit_row>().back().unreliable);
    hall.happen(domain::clock_anchored{hall.now, hall.now + 1h});
    hall.now += 1h;
    hall.ask(domain::recall_ticket{first});
    hall.ask(domain::cancel_ticket{first});
    CHECK(hall.rows<visit_row>().back().unreliable);
    hall.ask(domain::issue_ticket{.service = "A"});
    hall.ask(domain::cancel_ticket{domain::ticket_id{2}});
    CHECK_FALSE(hall.rows<visit_row>().back().unreliable);
}

TEST_CASE("a ticket printed offline before the clock was set is unreliable")
{
    small_hall hall;
    hall.ask(domain::lease_block{"hall", "A", *hall.state.day(), 5});
    hall.now += 600s;
    hall.now -= 300s;
    hall.happen(domain::clock_anchored{hall.now + 300s, hall.now});
    const auto printed = hall.now - 60s;
    hall.ask(domain::issue_offline_ticket{.kiosk = "hall",
                                          .block = domain::block_id{1},
                                          .number = 701,
                                          .issued_at = printed,
                                          .last_contact = printed,
                                          .procedure = {}});
    hall.ask(domain::cancel_ticket{first});
    CHECK(hall.rows<visit_row>().back().unreliable);
    CHECK(hall.rows<leg_row>().back().from == printed);
}

TEST_CASE("a ticket printed offline whose day is over when it comes is in the log of that day")
{
    small_hall hall;
    const auto day = *hall.state.day();
    hall.ask(domain::lease_block{"hall", "A", day, 5});
    const auto printed = hall.now;
    hall.now += 24h;
    hall.ask(domain::turn_day{});
    hall.ask(domain::issue_offline_ticket{.kiosk = "hall",
                                          .block = domain::block_id{1},
                                          .number = 701,
                                          .issued_at = printed,
                                          .last_contact = printed,
                                          .procedure = {}});
    const auto visit = hall.rows<visit_row>().back();
    CHECK(visit.day == day);
    CHECK(visit.number == "A701");
    CHECK(visit.channel == domain::ticket_channel::kiosk);
    CHECK(visit.issued_at == printed);
    CHECK(visit.outcome == domain::visit_outcome::day_closed);
    CHECK(visit.state == domain::ticket_state::cancelled);
    CHECK_FALSE(visit.wait);
    const auto legs = hall.rows<leg_row>();
    REQUIRE(legs.size() == 1);
    CHECK(legs.front().kind == domain::ticket_state::waiting);
    CHECK(legs.front().from == printed);
    CHECK(legs.front().to == hall.now);
}

TEST_CASE("over made-up days the legs of each visit follow without a gap from its issue to its end")
{
    const auto seed = GENERATE(1U, 2U, 3U);
    INFO("seed " << seed);
    testing::made_up_hall hall(seed);
    std::map<domain::ticket_id, std::vector<leg_row>> legs;
    std::size_t ended = 0;
    std::size_t reopened = 0;
    while (hall.state().seq() < 8000) {
        batch made;
        hall.step(made);
        if (hall.state().seq() % 1000 == 0) {
            hall.set_clock(made, hall.state().seq() % 2000 == 0 ? 600s : -600s);
        }
        for (const auto& change : made.rows) {
            if (const auto* leg = std::get_if<leg_row>(&change)) {
                auto& before = legs[leg->ticket];
                REQUIRE(leg->n == static_cast<int>(before.size()) + 1);
                REQUIRE((before.empty() || before.back().to == leg->from));
                before.push_back(*leg);
            } else if (const auto* visit = std::get_if<visit_row>(&change)) {
                ++ended;
                const auto& way = legs.at(visit->ticket);
                CHECK(way.front().from == visit->issued_at);
                CHECK((!visit->served_to || way.back().to == *visit->served_to));
            } else {
                ++reopened;
            }
        }
    }
    CHECK(ended > 1000);
    CHECK(reopened > 5);
}

TEST_CASE("the tables hold the legs and the visits that have ended, and no visit that goes on again")
{
    const store_file file;
    small_hall hall;
    const auto journal = file.open();
    auto store = [&, seq = std::int64_t{0}]() mutable {
        auto made = events(seq + 1, seq + 1);
        ++seq;
        made.rows = std::exchange(hall.changes, {});
        append(*journal, made).value();
    };
    const auto count = [&](const std::string& what) {
        return SQLite::Database(file.path(), SQLite::OPEN_READONLY)
            .execAndGet("SELECT count(*) FROM " + what)
            .getInt();
    };
    hall.ask(domain::issue_ticket{.service = "A"});
    hall.ask(domain::call_next{"1"});
    hall.ask(domain::mark_no_show{first});
    store();
    CHECK(count("visit") == 1);
    CHECK(count("leg") == 2);
    hall.ask(domain::recall_ticket{first});
    store();
    CHECK(count("visit") == 0);
    CHECK(count("leg WHERE kind = 'no_show' AND n = 3 AND counter IS NULL") == 1);
    hall.ask(domain::call_next{"1"});
    hall.ask(domain::mark_no_show{first});
    hall.ask(domain::recall_ticket{first});
    hall.ask(domain::cancel_ticket{first});
    store();
    CHECK(count("visit WHERE outcome = 'cancelled' AND unreliable = 0") == 1);
}

TEST_CASE("a database of the first schema is brought up to date, its rows made anew from the events")
{
    const store_file file;
    testing::fill_journal(*file.open(), 6000);
    const auto rows = [&] {
        SQLite::Database reader(file.path(), SQLite::OPEN_READONLY);
        return std::pair{
            reader.execAndGet("SELECT count(*) || ' ' || sum(wait_s) || ' ' || sum(calls) FROM visit")
                .getString(),
            reader.execAndGet("SELECT count(*) || ' ' || sum(to_us - from_us) || ' ' || sum(n) FROM leg")
                .getString()};
    };
    const auto before = rows();
    file.tamper("DROP TABLE offline_answer; DROP TABLE leg; ALTER TABLE visit DROP COLUMN unreliable; "
                "ALTER TABLE visit DROP COLUMN state; PRAGMA user_version = 1");
    file.open();
    CHECK(rows() == before);
}
