// Blocks of numbers that kiosks lease, and the tickets that they bring from them.

#include "test_site.hpp"

#include "server/domain/invariants.hpp"

#include <random>
#include <set>

using namespace motcua::domain;

namespace {

constexpr std::chrono::days one_day{1};
const local_day monday = business_day(zone_of_vietnam(), demo_like_settings(), monday_morning);

lease_block lease(const std::string& kiosk, int count, std::optional<local_day> day = {})
{
    return {.kiosk = kiosk, .service = "A", .day = day, .count = count};
}

/// A slip that the kiosk "hall" prints now from block 1.
issue_offline_ticket slip(const test_site& at, int number)
{
    return {.kiosk = "hall",
            .block = block_id{1},
            .number = number,
            .issued_at = at.now,
            .last_contact = at.now,
            .track = at.next_track()};
}

block_leased leased(test_site& at, const lease_block& wanted)
{
    return std::get<block_leased>(at.must(wanted).front());
}

void turn(test_site& at, std::chrono::days by = one_day)
{
    at.now += by;
    at.must(turn_day{});
}

/// Each event of the site may follow, and no state on the way is broken.
void check_journal(const test_site& at)
{
    site_state replayed;
    for (const auto& happened : at.journal) {
        REQUIRE(broken_step(replayed, happened) == "");
        replayed.apply(happened);
        REQUIRE(broken_invariants(replayed) == std::vector<std::string>{});
    }
}

} // namespace

TEST_CASE("a block's numbers are leased once, and each of them becomes one ticket")
{
    test_site site;
    CHECK(leased(site, lease("hall", 10)).first == 701);
    CHECK(leased(site, lease("door", 10)).first == 711);
    site.must(slip(site, 705));
    CHECK(site.number(ticket_id{1}) == "A705");
    CHECK(site.refused(slip(site, 705)) == refusal_code::number_taken);
    CHECK(site.refused(slip(site, 711)) == refusal_code::number_not_in_block);
    auto unknown = slip(site, 701);
    unknown.block = block_id{9};
    CHECK(site.refused(unknown) == refusal_code::unknown_block);
}

TEST_CASE("a block belongs to the kiosk that leased it")
{
    test_site site;
    site.must(lease("hall", 10));
    auto foreign = slip(site, 701);
    foreign.kiosk = "door";
    CHECK(site.refused(foreign) == refusal_code::not_your_block);
    site.must(slip(site, 701));
    CHECK(site.refused(foreign) == refusal_code::not_your_block);
}

TEST_CASE("the upper range of a service ends at 999")
{
    test_site site;
    CHECK(leased(site, lease("hall", 290)).last == 990);
    CHECK(site.refused(lease("hall", 10)) == refusal_code::no_numbers_left);
    CHECK(leased(site, lease("door", 9)).last == 999);
    CHECK(site.refused(lease("hall", 1)) == refusal_code::no_numbers_left);
    CHECK(leased(site, lease("hall", 299, monday + one_day)).last == 999);
    CHECK(site.must(lease_block{"hall", "B", {}, 1}).size() == 1);
}

TEST_CASE("a lease is of at least one number, of a day that is not over and not far away")
{
    test_site site;
    CHECK(site.refused(lease("hall", 0)) == refusal_code::out_of_range);
    CHECK(site.refused(lease("hall", -5)) == refusal_code::out_of_range);
    CHECK(site.refused(lease("hall", 1, monday - one_day)) == refusal_code::out_of_range);
    CHECK(site.refused(lease("hall", 1, monday + std::chrono::days{15})) == refusal_code::out_of_range);
    CHECK(leased(site, lease("hall", 1, monday + std::chrono::days{14})).first == 701);
    CHECK(leased(site, lease("hall", 1)).day == monday);
}

TEST_CASE("a lease begins above every number of the day, however the count came there")
{
    auto settings = demo_like_settings();
    set_range(settings.services[0], 700, 705);
    test_site site(settings);
    std::vector<ticket_id> taken;
    for (int i = 0; i < 6; ++i) {
        taken.push_back(site.take("A"));
    }
    site.must(cancel_ticket{taken.front()});
    CHECK(site.number(site.take("A")) == "A700");
    CHECK(leased(site, lease("hall", 2)).first == 706);
}

TEST_CASE("tomorrow's block taken today is good tomorrow, and today's main count knows nothing of it")
{
    auto settings = demo_like_settings();
    set_range(settings.services[0], 700, 710);
    test_site site(settings);
    site.must(lease("hall", 3, monday + one_day));
    site.take("A");
    CHECK(site.number(site.take("A")) == "A701");
    CHECK(site.refused(slip(site, 701)) == refusal_code::day_not_open);
    turn(site);
    site.take("A");
    CHECK(site.number(site.take("A")) == "A704");
    site.must(slip(site, 701));
    CHECK(site.number(ticket_id{site.state.last_ticket()}) == "A701");
    CHECK(leased(site, lease("hall", 1)).first == 705);
    check_journal(site);
}

TEST_CASE("a ticket whose day is over when it comes goes to the log of that day and waits for nobody")
{
    test_site site;
    site.must(lease("hall", 10));
    auto late = slip(site, 701);
    turn(site);
    site.take("A");
    late.track = site.next_track();
    const auto happened = site.must(late);
    REQUIRE(happened.size() == 1);
    CHECK(std::get<ticket_logged>(happened.front()).day == monday);
    const auto& one = site.the(ticket_id{2});
    CHECK(one.day == monday);
    CHECK(one.issued_at == monday_morning);
    CHECK(one.state == ticket_state::cancelled);
    CHECK(one.outcome == visit_outcome::day_closed);
    CHECK(site.state.waiting().waiting("A") == 1);
    CHECK(site.refused(late) == refusal_code::number_taken);
    CHECK(site.refused(recall_ticket{one.id}) == refusal_code::wrong_state);
    // The number is free today.
    CHECK(leased(site, lease("door", 1)).first == 701);
    check_journal(site);
}

TEST_CASE("a ticket of a service that is gone is in the log like one whose day is over")
{
    test_site site;
    site.must(lease("hall", 10));
    auto settings = demo_like_settings();
    settings.services.erase(settings.services.begin());
    for (auto& at : settings.counters) {
        std::erase(at.services, "A");
    }
    site.must(configure_site{settings});
    site.must(slip(site, 701));
    CHECK(site.the(ticket_id{1}).outcome == visit_outcome::day_closed);
    check_journal(site);
}

TEST_CASE("a block is known for a month after its day")
{
    test_site site;
    site.must(lease("hall", 10));
    site.must(lease("hall", 10, monday + one_day));
    turn(site, blocks_kept);
    site.must(slip(site, 701));
    turn(site);
    CHECK(site.refused(slip(site, 702)) == refusal_code::unknown_block);
    auto of_tuesday = slip(site, 702);
    of_tuesday.block = block_id{2};
    CHECK(site.ask(of_tuesday).has_value());
}

TEST_CASE("a kiosk's wrong clock cannot jump the queue")
{
    test_site site;
    site.must(lease("hall", 10));
    const auto contact = site.now;
    site.now += minutes{20};
    auto early = slip(site, 701);
    early.issued_at = contact - minutes{60};
    early.last_contact = contact;
    site.must(early);
    CHECK(site.the(ticket_id{1}).due == contact);
    auto late = slip(site, 702);
    late.issued_at = site.now + minutes{60};
    site.must(late);
    CHECK(site.the(ticket_id{2}).due == site.now);
}

TEST_CASE("a slip is of its block's day, whenever the kiosk had last heard the server")
{
    test_site site;
    site.must(lease("hall", 10));
    site.must(lease("hall", 10, monday + one_day));
    const auto contact = site.now;
    turn(site);
    const auto tuesday = start_of_day(zone_of_vietnam(), site.state.settings(), monday + one_day);
    auto next_morning = slip(site, 701);
    next_morning.block = block_id{2};
    next_morning.issued_at = next_morning.last_contact = contact;
    site.must(next_morning);
    CHECK(site.the(ticket_id{1}).due == tuesday);
    auto late = slip(site, 702);
    late.last_contact = contact;
    site.must(late);
    CHECK(site.the(ticket_id{2}).issued_at == tuesday - std::chrono::microseconds{1});
}

TEST_CASE("no two tickets have one track")
{
    test_site site;
    site.must(lease("hall", 10));
    site.must(slip(site, 701));
    auto second = slip(site, 702);
    second.track = site.the(ticket_id{1}).track;
    CHECK(site.refused(second) == refusal_code::track_taken);
}

TEST_CASE("over days, kiosks and restarts no number of a day is given twice, and no slip is lost")
{
    struct printed
    {
        block_leased from;
        int number;
    };
    for (unsigned seed = 1; seed <= 40; ++seed) {
        INFO("seed " << seed);
        std::mt19937 random(seed);
        const auto pick = [&](int least, int most) {
            return std::uniform_int_distribution(least, most)(random);
        };
        test_site site;
        std::vector<printed> slips;
        std::set<std::pair<local_day, int>> given;
        for (int i = 0; i < 120; ++i) {
            site.now += minutes{pick(0, 30)};
            switch (pick(0, 5)) {
            case 0: {
                const auto day = *site.state.day() + std::chrono::days{pick(0, 1)};
                const auto* const kiosk = pick(0, 1) == 0 ? "hall" : "door";
                const auto block = leased(site, lease(kiosk, pick(1, 5), day));
                for (int number = block.first; number <= block.last; ++number) {
                    REQUIRE(given.emplace(block.day, number).second);
                    slips.push_back({block, number});
                }
                break;
            }
            case 1:
            case 2: {
                if (slips.empty()) {
                    break;
                }
                const auto any = slips.begin() + pick(0, static_cast<int>(slips.size()) - 1);
                auto wanted = slip(site, any->number);
                wanted.block = any->from.block;
                wanted.kiosk = any->from.kiosk;
                if (any->from.day > *site.state.day()) {
                    REQUIRE(site.refused(wanted) == refusal_code::day_not_open);
                    break;
                }
                site.must(wanted);
                REQUIRE(site.the(ticket_id{site.state.last_ticket()}).day == any->from.day);
                REQUIRE(site.refused(wanted) == refusal_code::number_taken);
                slips.erase(any);
                break;
            }
            case 3:
                site.now += std::chrono::hours{pick(0, 30)};
                site.must(turn_day{});
                break;
            case 4:
                site.state = site_state(site.state.image());
                break;
            default: {
                site.must(turn_day{});
                const auto& taken = site.the(site.take("A"));
                REQUIRE(given.emplace(taken.day, taken.number).second);
            }
            }
        }
        check_journal(site);
    }
}
