// The rows that events leave behind: legs and visits, and what the tables hold of them.

#include "store_file.hpp"

#include "server/domain/decide.hpp"
#include "tests/support/made_up_site.hpp"

using namespace motcua;
using namespace motcua::journal;
using namespace std::chrono_literals;

namespace {

const instant morning{std::chrono::sys_days{std::chrono::year{2026} / 11 / 23} + 1h};

/// A site with one counter, whose rows are kept as a store would.
class small_site
{
public:
    small_site()
    {
        domain::site_settings settings;
        settings.name = "Một cửa";
        settings.services = {
            {.code = "A", .name = "A", .name_en = "A", .minutes = 10min},
            {.code = "B", .name = "B", .name_en = "B", .minutes = 10min, .target_minutes = 30min}};
        settings.counters = {{.code = "1", .services = {"A"}}};
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
        const domain::event happened{state.seq() + 1, now, "test", std::nullopt, body};
        auto before = look_before(state, happened);
        state.apply(happened);
        project(happened, std::move(before), state, changes);
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

TEST_CASE("each stretch of a visit is a leg with the counter and officer that had it")
{
    small_site site;
    site.ask(domain::issue_ticket{.service = "A"});
    site.now += 300s;
    site.ask(domain::call_next{"1"});
    site.now += 10s;
    site.ask(domain::recall_ticket{first});
    site.now += 20s;
    site.ask(domain::start_ticket{first});
    site.now += 100s;
    site.ask(domain::hold_ticket{first, "copies"});
    site.now += 200s;
    site.ask(domain::resume_ticket{first});
    site.now += 50s;
    site.ask(domain::finish_ticket{first, domain::visit_outcome::served});
    const auto legs = site.rows<leg_row>();
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
    small_site site;
    site.ask(domain::issue_ticket{.service = "A"});
    site.ask(domain::call_next{"1"});
    site.ask(domain::transfer_ticket{.ticket = first, .service = "A", .counter = {}, .keep_place = true});
    site.ask(domain::cancel_ticket{first});
    const auto legs = site.rows<leg_row>();
    REQUIRE(legs.size() == 3);
    CHECK(legs[2].kind == domain::ticket_state::waiting);
    CHECK_FALSE(legs[2].counter);
    CHECK_FALSE(legs[2].staff);
}

TEST_CASE("a visit keeps the offset and the target that it came under, whatever is set later")
{
    small_site site;
    site.ask(domain::issue_ticket{.service = "A"});
    auto changed = site.state.settings();
    changed.services[0].target_minutes = 5min;
    site.ask(domain::configure_site{changed});
    site.happen(domain::utc_offset_changed{480min});
    site.ask(domain::issue_ticket{.service = "A"});
    site.ask(domain::cancel_ticket{first});
    site.ask(domain::cancel_ticket{domain::ticket_id{2}});
    const auto visits = site.rows<visit_row>();
    REQUIRE(visits.size() == 2);
    CHECK(visits[0].utc_offset == 420min);
    CHECK(visits[0].target == 15min);
    CHECK(visits[1].utc_offset == 480min);
    CHECK(visits[1].target == 5min);
}

TEST_CASE("a transferred ticket has the target that its last service had when it came there")
{
    small_site site;
    site.ask(domain::issue_ticket{.service = "A"});
    const auto set_targets = [&](domain::minutes target) {
        auto changed = site.state.settings();
        for (auto& service : changed.services) {
            service.target_minutes = target;
        }
        site.ask(domain::configure_site{changed});
    };
    site.ask(domain::transfer_ticket{.ticket = first, .service = "B", .counter = {}, .keep_place = true});
    set_targets(5min);
    CHECK(site.state.at(first).target == 30min);
    // To a counter, it stays with its service.
    site.ask(domain::transfer_ticket{.ticket = first, .service = {}, .counter = "1", .keep_place = true});
    CHECK(site.state.at(first).target == 30min);
    site.ask(domain::transfer_ticket{.ticket = first, .service = "A", .counter = {}, .keep_place = true});
    set_targets(9min);
    site.ask(domain::cancel_ticket{first});
    CHECK(site.rows<visit_row>().back().target == 5min);
}

TEST_CASE("a no-show that comes back has no row until its visit ends again")
{
    small_site site;
    site.ask(domain::issue_ticket{.service = "A"});
    site.ask(domain::call_next{"1"});
    site.ask(domain::mark_no_show{first});
    REQUIRE(site.rows<visit_row>().size() == 1);
    CHECK(site.rows<visit_reopened>().empty());
    site.now += 60s;
    site.ask(domain::recall_ticket{first});
    REQUIRE(std::holds_alternative<visit_reopened>(site.changes.back()));
    CHECK(site.rows<leg_row>().back().kind == domain::ticket_state::no_show);
    site.ask(domain::cancel_ticket{first});
    CHECK(site.rows<visit_row>().back().outcome == domain::visit_outcome::cancelled);
}

TEST_CASE("a visit across a clock anchor is unreliable, also when it was a no-show then")
{
    small_site site;
    site.ask(domain::issue_ticket{.service = "A"});
    site.ask(domain::call_next{"1"});
    site.ask(domain::mark_no_show{first});
    CHECK_FALSE(site.rows<visit_row>().back().unreliable);
    site.happen(domain::clock_anchored{site.now, site.now + 1h});
    site.now += 1h;
    site.ask(domain::recall_ticket{first});
    site.ask(domain::cancel_ticket{first});
    CHECK(site.rows<visit_row>().back().unreliable);
    site.ask(domain::issue_ticket{.service = "A"});
    site.ask(domain::cancel_ticket{domain::ticket_id{2}});
    CHECK_FALSE(site.rows<visit_row>().back().unreliable);
}

TEST_CASE("a ticket printed offline before the clock was set is unreliable")
{
    small_site site;
    site.ask(domain::lease_block{"kiosk-1", "A", *site.state.day(), 5});
    site.now += 600s;
    site.now -= 300s;
    site.happen(domain::clock_anchored{site.now + 300s, site.now});
    const auto printed = site.now - 60s;
    site.ask(domain::issue_offline_ticket{.kiosk = "kiosk-1",
                                          .block = domain::block_id{1},
                                          .number = 701,
                                          .issued_at = printed,
                                          .last_contact = printed,
                                          .procedure = {}});
    site.ask(domain::cancel_ticket{first});
    CHECK(site.rows<visit_row>().back().unreliable);
    CHECK(site.rows<leg_row>().back().from == printed);
}

TEST_CASE("a ticket printed offline whose day is over when it comes is in the log of that day")
{
    small_site site;
    const auto day = *site.state.day();
    site.ask(domain::lease_block{"kiosk-1", "A", day, 5});
    const auto printed = site.now;
    site.now += 24h;
    site.ask(domain::turn_day{});
    site.ask(domain::issue_offline_ticket{.kiosk = "kiosk-1",
                                          .block = domain::block_id{1},
                                          .number = 701,
                                          .issued_at = printed,
                                          .last_contact = printed,
                                          .procedure = {}});
    const auto visit = site.rows<visit_row>().back();
    CHECK(visit.day == day);
    CHECK(visit.number == "A701");
    CHECK(visit.channel == domain::ticket_channel::kiosk);
    CHECK(visit.issued_at == printed);
    CHECK(visit.outcome == domain::visit_outcome::day_closed);
    CHECK(visit.state == domain::ticket_state::cancelled);
    CHECK_FALSE(visit.wait);
    const auto legs = site.rows<leg_row>();
    REQUIRE(legs.size() == 1);
    CHECK(legs.front().kind == domain::ticket_state::waiting);
    CHECK(legs.front().from == printed);
    CHECK(legs.front().to == site.now);
}

TEST_CASE("over made-up days the legs of each visit follow without a gap from its issue to its end")
{
    const auto seed = GENERATE(1U, 2U, 3U);
    INFO("seed " << seed);
    testing::made_up_site site(seed);
    std::map<domain::ticket_id, std::vector<leg_row>> legs;
    std::size_t ended = 0;
    std::size_t reopened = 0;
    while (site.state().seq() < 8000) {
        batch made;
        site.step(made);
        if (site.state().seq() % 1000 == 0) {
            site.set_clock(made, site.state().seq() % 2000 == 0 ? 600s : -600s);
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
    small_site site;
    const auto journal = file.open();
    auto store = [&, seq = std::int64_t{0}]() mutable {
        auto made = events(seq + 1, seq + 1);
        ++seq;
        made.rows = std::exchange(site.changes, {});
        append(*journal, made).value();
    };
    const auto count = [&](const std::string& what) {
        return SQLite::Database(file.path(), SQLite::OPEN_READONLY)
            .execAndGet("SELECT count(*) FROM " + what)
            .getInt();
    };
    site.ask(domain::issue_ticket{.service = "A"});
    site.ask(domain::call_next{"1"});
    site.ask(domain::mark_no_show{first});
    store();
    CHECK(count("visit") == 1);
    CHECK(count("leg") == 2);
    site.ask(domain::recall_ticket{first});
    store();
    CHECK(count("visit") == 0);
    CHECK(count("leg WHERE kind = 'no_show' AND n = 3 AND counter IS NULL") == 1);
    site.ask(domain::call_next{"1"});
    site.ask(domain::mark_no_show{first});
    site.ask(domain::recall_ticket{first});
    site.ask(domain::cancel_ticket{first});
    store();
    CHECK(count("visit WHERE outcome = 'cancelled' AND unreliable = 0") == 1);
}
