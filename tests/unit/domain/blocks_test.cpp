// Blocks of numbers that kiosks lease, and the tickets that they bring from them.

#include "hall.hpp"

#include "server/domain/invariants.hpp"

#include <random>
#include <set>

using namespace motcua::domain;

namespace {

constexpr std::chrono::days one_day{1};
const local_day monday = business_day(demo_like_settings(), monday_morning);

lease_block lease(const std::string& kiosk, int count, std::optional<local_day> day = {})
{
    return {.kiosk = kiosk, .service = "A", .day = day, .count = count};
}

/// A slip that the kiosk `hall` prints from its block 1 just now.
issue_offline_ticket slip(const hall& at, int number)
{
    return {.kiosk = "hall",
            .block = block_id{1},
            .number = number,
            .issued_at = at.now,
            .last_contact = at.now,
            .track = at.next_track()};
}

block_leased leased(hall& at, const lease_block& wanted)
{
    return std::get<block_leased>(at.must(wanted).front());
}

void turn(hall& at, std::chrono::days by = one_day)
{
    at.now += by;
    at.must(turn_day{});
}

/// Every event of the hall may follow, and no state on the way is broken.
void check_journal(const hall& at)
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
    hall hall;
    CHECK(leased(hall, lease("hall", 10)).first == 701);
    CHECK(leased(hall, lease("door", 10)).first == 711);
    hall.must(slip(hall, 705));
    CHECK(hall.number(ticket_id{1}) == "A705");
    CHECK(hall.refused(slip(hall, 705)) == refusal_code::number_taken);
    CHECK(hall.refused(slip(hall, 711)) == refusal_code::number_not_in_block);
    auto unknown = slip(hall, 701);
    unknown.block = block_id{9};
    CHECK(hall.refused(unknown) == refusal_code::unknown_block);
}

TEST_CASE("a block belongs to the kiosk that leased it")
{
    hall hall;
    hall.must(lease("hall", 10));
    auto foreign = slip(hall, 701);
    foreign.kiosk = "door";
    CHECK(hall.refused(foreign) == refusal_code::not_your_block);
    hall.must(slip(hall, 701));
    CHECK(hall.refused(foreign) == refusal_code::not_your_block);
}

TEST_CASE("the upper range of a service ends at 999")
{
    hall hall;
    CHECK(leased(hall, lease("hall", 290)).last == 990);
    CHECK(hall.refused(lease("hall", 10)) == refusal_code::no_numbers_left);
    CHECK(leased(hall, lease("door", 9)).last == 999);
    CHECK(hall.refused(lease("hall", 1)) == refusal_code::no_numbers_left);
    CHECK(leased(hall, lease("hall", 299, monday + one_day)).last == 999);
    CHECK(hall.must(lease_block{"hall", "B", {}, 1}).size() == 1);
}

TEST_CASE("a lease is of at least one number, of a day that is not over and not far away")
{
    hall hall;
    CHECK(hall.refused(lease("hall", 0)) == refusal_code::out_of_range);
    CHECK(hall.refused(lease("hall", -5)) == refusal_code::out_of_range);
    CHECK(hall.refused(lease("hall", 1, monday - one_day)) == refusal_code::out_of_range);
    CHECK(hall.refused(lease("hall", 1, monday + std::chrono::days{15})) == refusal_code::out_of_range);
    CHECK(leased(hall, lease("hall", 1, monday + std::chrono::days{14})).first == 701);
    CHECK(leased(hall, lease("hall", 1)).day == monday);
}

TEST_CASE("a lease begins above every number of the day, however the count came there")
{
    auto settings = demo_like_settings();
    settings.services[0].range = number_range{700, 705};
    hall hall(settings);
    std::vector<ticket_id> taken;
    for (int i = 0; i < 6; ++i) {
        taken.push_back(hall.take("A"));
    }
    hall.must(cancel_ticket{taken.front()});
    CHECK(hall.number(hall.take("A")) == "A700");
    CHECK(leased(hall, lease("hall", 2)).first == 706);
}

TEST_CASE("tomorrow's block taken today is good tomorrow, and today's main count knows nothing of it")
{
    auto settings = demo_like_settings();
    settings.services[0].range = number_range{700, 710};
    hall hall(settings);
    hall.must(lease("hall", 3, monday + one_day));
    hall.take("A");
    CHECK(hall.number(hall.take("A")) == "A701");
    CHECK(hall.refused(slip(hall, 701)) == refusal_code::day_not_open);
    turn(hall);
    hall.take("A");
    CHECK(hall.number(hall.take("A")) == "A704");
    hall.must(slip(hall, 701));
    CHECK(hall.number(ticket_id{hall.state.last_ticket()}) == "A701");
    CHECK(leased(hall, lease("hall", 1)).first == 705);
    check_journal(hall);
}

TEST_CASE("a ticket whose day is over when it comes goes to the log of that day and waits for nobody")
{
    hall hall;
    hall.must(lease("hall", 10));
    auto late = slip(hall, 701);
    turn(hall);
    hall.take("A");
    late.track = hall.next_track();
    const auto happened = hall.must(late);
    REQUIRE(happened.size() == 1);
    CHECK(std::get<ticket_logged>(happened.front()).day == monday);
    const auto& one = hall.the(ticket_id{2});
    CHECK(one.day == monday);
    CHECK(one.issued_at == monday_morning);
    CHECK(one.state == ticket_state::cancelled);
    CHECK(one.outcome == visit_outcome::day_closed);
    CHECK(hall.state.waiting().waiting("A") == 1);
    CHECK(hall.refused(late) == refusal_code::number_taken);
    CHECK(hall.refused(recall_ticket{one.id}) == refusal_code::wrong_state);
    // The number is free today.
    CHECK(leased(hall, lease("door", 1)).first == 701);
    check_journal(hall);
}

TEST_CASE("a ticket of a service that is gone is in the log like one whose day is over")
{
    hall hall;
    hall.must(lease("hall", 10));
    auto settings = demo_like_settings();
    settings.services.erase(settings.services.begin());
    for (auto& at : settings.counters) {
        std::erase(at.services, "A");
    }
    hall.must(configure_site{settings});
    hall.must(slip(hall, 701));
    CHECK(hall.the(ticket_id{1}).outcome == visit_outcome::day_closed);
    check_journal(hall);
}

TEST_CASE("a block is known for a month after its day")
{
    hall hall;
    hall.must(lease("hall", 10));
    hall.must(lease("hall", 10, monday + one_day));
    turn(hall, blocks_kept);
    hall.must(slip(hall, 701));
    turn(hall);
    CHECK(hall.refused(slip(hall, 702)) == refusal_code::unknown_block);
    auto of_tuesday = slip(hall, 702);
    of_tuesday.block = block_id{2};
    CHECK(hall.ask(of_tuesday).has_value());
}

TEST_CASE("a kiosk's wrong clock cannot jump the queue")
{
    hall hall;
    hall.must(lease("hall", 10));
    const auto contact = hall.now;
    hall.now += minutes{20};
    auto early = slip(hall, 701);
    early.issued_at = contact - minutes{60};
    early.last_contact = contact;
    hall.must(early);
    CHECK(hall.the(ticket_id{1}).due == contact);
    auto late = slip(hall, 702);
    late.issued_at = hall.now + minutes{60};
    hall.must(late);
    CHECK(hall.the(ticket_id{2}).due == hall.now);
}

TEST_CASE("a slip is of its block's day, whenever the kiosk had last heard the server")
{
    hall hall;
    hall.must(lease("hall", 10));
    hall.must(lease("hall", 10, monday + one_day));
    const auto contact = hall.now;
    turn(hall);
    const auto tuesday = start_of_day(hall.state.settings(), monday + one_day);
    auto next_morning = slip(hall, 701);
    next_morning.block = block_id{2};
    next_morning.issued_at = next_morning.last_contact = contact;
    hall.must(next_morning);
    CHECK(hall.the(ticket_id{1}).due == tuesday);
    auto late = slip(hall, 702);
    late.last_contact = contact;
    hall.must(late);
    CHECK(hall.the(ticket_id{2}).issued_at == tuesday - std::chrono::microseconds{1});
}

TEST_CASE("no two tickets have one track")
{
    hall hall;
    hall.must(lease("hall", 10));
    hall.must(slip(hall, 701));
    auto second = slip(hall, 702);
    second.track = hall.the(ticket_id{1}).track;
    CHECK(hall.refused(second) == refusal_code::track_taken);
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
        hall hall;
        std::vector<printed> slips;
        std::set<std::pair<local_day, int>> given;
        for (int i = 0; i < 120; ++i) {
            hall.now += minutes{pick(0, 30)};
            switch (pick(0, 5)) {
            case 0: {
                const auto day = *hall.state.day() + std::chrono::days{pick(0, 1)};
                const auto* const kiosk = pick(0, 1) == 0 ? "hall" : "door";
                const auto block = leased(hall, lease(kiosk, pick(1, 5), day));
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
                auto wanted = slip(hall, any->number);
                wanted.block = any->from.block;
                wanted.kiosk = any->from.kiosk;
                if (any->from.day > *hall.state.day()) {
                    REQUIRE(hall.refused(wanted) == refusal_code::day_not_open);
                    break;
                }
                hall.must(wanted);
                REQUIRE(hall.the(ticket_id{hall.state.last_ticket()}).day == any->from.day);
                REQUIRE(hall.refused(wanted) == refusal_code::number_taken);
                slips.erase(any);
                break;
            }
            case 3:
                hall.now += std::chrono::hours{pick(0, 30)};
                hall.must(turn_day{});
                break;
            case 4:
                hall.state = site_state(hall.state.image());
                break;
            default: {
                hall.must(turn_day{});
                const auto& taken = hall.the(hall.take("A"));
                REQUIRE(given.emplace(taken.day, taken.number).second);
            }
            }
        }
        check_journal(hall);
    }
}
