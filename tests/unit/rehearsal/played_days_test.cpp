#include "small_day.hpp"

using namespace motcua::rehearsal;
namespace domain = motcua::domain;

TEST_CASE("a counter calls one after the other, with a walk, a service and a gap between")
{
    small_day day{"A"};
    day.come(7h + 40min);
    day.come(7h + 50min);
    CHECK(day.calls() == call_times{8h, 8h + one_turn});
    CHECK(day.visits[0].served);
}

TEST_CASE("an idle counter sees a newcomer within 4 to 14 seconds")
{
    small_day day{"A"};
    day.come(9h);
    const auto called = *day.calls()[0] - duration{9h};
    CHECK((called >= 4s && called < 14s));
}

TEST_CASE("an officer of pace 1.5 takes half as long again")
{
    small_day day{"A"};
    day.day.counters[0].pace = 1.5;
    day.come(7h + 40min);
    day.come(7h + 50min);
    CHECK(day.calls()[1] == 8h + 30s + 15min + 3s);
}

TEST_CASE("a counter calls nobody whose service it does not have, nor after its end")
{
    small_day day{"A"};
    day.come(8h, 1);
    day.come(11h + 29min + 50s);
    day.come(11h + 31min);
    const auto calls = day.calls();
    CHECK_FALSE(calls[0]);
    CHECK_FALSE(calls[2]);
}

TEST_CASE("a pause waits until the counter is free, and calls wait until it ends")
{
    small_day day{"A"};
    day.day.counters[0].shifts[0].pauses = {{.from = day.at(8h + 5min), .length = 20min}};
    day.come(7h + 40min);
    day.come(7h + 50min);
    CHECK(day.calls() == call_times{8h, 8h + one_turn + 20min});
}

TEST_CASE("one who misses the call and is back within the grace time keeps the place")
{
    small_day day{"A"};
    auto& absent = day.come(7h + 40min);
    absent.calls = {{.luck = 0, .seen_after = 60s, .comes_back = duration{5min}}};
    day.come(7h + 50min);
    day.come(7h + 55min);
    // Called at 8:00 and missed; the second is served meanwhile; then the first again, then the third.
    const auto second = 8h + 63s;
    CHECK(day.calls() == call_times{8h, second, second + 2 * one_turn});
    CHECK(day.visits[0].no_show);
    CHECK(day.visits[0].served);
}

TEST_CASE("one who misses the call and does not come back is not served")
{
    small_day day{"A"};
    day.come(7h + 40min).calls = {{.luck = 0, .seen_after = 60s}};
    CHECK(day.calls() == call_times{8h});
    CHECK(day.visits[0].no_show);
    CHECK_FALSE(day.visits[0].served);
}

TEST_CASE("a transfer that keeps its place is called before those who came later")
{
    small_day day{"A", "B"};
    auto& moved = day.come(7h + 40min);
    moved.legs.push_back(
        {.service = 1, .walk = 30s, .length = 10min, .transfer = transfer_plan{.keep_place = true}});
    day.come(7h + 50min, 1);
    day.come(7h + 55min, 1);
    // Counter 2 is busy with the second until 8:10:33; the first is there at 8:10:30.
    CHECK(day.calls() == call_times{8h, 8h, 8h + 2 * one_turn});
    CHECK(day.visits[0].transferred);
}

TEST_CASE("one who is reserved for a counter waits for it alone")
{
    small_day day{"A", "B", "B"};
    auto& moved = day.come(7h + 40min);
    moved.legs.push_back({.service = 1,
                          .walk = 30s,
                          .length = 10min,
                          .transfer = transfer_plan{.keep_place = true, .reserved = 0.9}});
    day.calls();
    CHECK(day.visits[0].reserved);
    CHECK(day.visits[0].served);
}

TEST_CASE("while someone on hold fetches a paper the counter serves others")
{
    small_day day{"A"};
    day.come(7h + 40min).legs[0].hold = hold_plan{.after = 0.4, .away = 5min};
    day.come(7h + 50min);
    day.come(7h + 55min);
    // The first is served for 4 of 10 minutes; the second whole; then the other 6 minutes, without a walk.
    const auto second = 8h + 30s + 4min + 3s;
    CHECK(day.calls() == call_times{8h, second, second + one_turn + 6min + 3s});
}

TEST_CASE("what is learned on a day is known on the next")
{
    small_day day{"A"};
    for (int i = 0; i < 20; ++i) {
        day.come(7h + std::chrono::minutes{i});
    }
    for (auto& person : day.day.people) {
        person.legs[0].length = 4min;
    }
    rehearsal played(day.site, own_rule());
    const auto usual_stay = [&] {
        return played.state().known().usual_stay(played.state().settings().services.front());
    };
    CHECK(usual_stay() > 10min);
    played.play(day.day);
    const auto learned = usual_stay();
    CHECK(learned < 8min);
    day.day.day += std::chrono::days{1};
    day.day.people.clear();
    day.day.counters[0].shifts = {};
    played.play(day.day);
    CHECK(usual_stay() == learned);
}

TEST_CASE("a watcher sees each arrival before its ticket, with the bookings that are still open")
{
    small_day day{"A"};
    day.check_in(8h + 20min, 8h + 30min);
    day.come(8h + 40min);
    day.day.bookings = {{.service = 0, .start = day.at(8h + 30min), .person = 0},
                        {.service = 0, .start = day.at(9h), .person = {}}};
    std::vector<std::pair<domain::instant, std::size_t>> seen;
    rehearsal(day.site, own_rule()).play(day.day, [&](const domain::site_state& state, const arrival& who) {
        CHECK(state.tickets().size() == who.person);
        seen.emplace_back(who.due, who.bookings.size());
    });
    CHECK(seen == std::vector{std::pair{day.at(8h), std::size_t{1}}, {day.at(8h + 40min), 1}});
}
