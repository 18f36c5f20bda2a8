#include "small_day.hpp"

using namespace motcua::rehearsal;
namespace domain = motcua::domain;

namespace {

calling_rule rule_of(const std::string& name)
{
    for (auto& rule : all_rules()) {
        if (rule.name == name) {
            return rule;
        }
    }
    FAIL("no rule " << name);
    return {};
}

constexpr auto elderly = domain::priority_class::elderly;

} // namespace

TEST_CASE("a rule changes who waits, and neither who comes nor what they need")
{
    const auto site = make_site(3, load_band::rush);
    const auto day = make_day(site, 1);
    const auto own = rehearsal(site, own_rule()).play(day);
    for (const auto& rule : all_rules()) {
        const auto other = rehearsal(site, rule).play(day);
        REQUIRE(other.size() == own.size());
        for (std::size_t i = 0; i < own.size(); ++i) {
            CHECK(other[i].issued_at == own[i].issued_at);
        }
    }
    CHECK(rehearsal(site, own_rule()).play(day) == own);
}

TEST_CASE("by the own rule a head start overtakes only those who came less than it before")
{
    small_day day{"A"};
    day.come(7h);
    day.come(7h + 20min);
    day.come(7h + 40min, 0, elderly);
    CHECK(day.calls() == call_times{8h, 8h + 2 * one_turn, 8h + one_turn});
    CHECK(day.visits[0].overtaken == 0);
    CHECK(day.visits[1].overtaken == 1);
}

TEST_CASE("with a head start of 15 an appointment yields to those with one of 30")
{
    small_day day{"A"};
    day.come(7h + 5min);
    day.check_in(7h + 10min, 7h + 30min);
    CHECK(day.calls(rule_of("appointment 30")) == call_times{8h + one_turn, 8h});
    CHECK(day.calls(rule_of("appointment 15")) == call_times{8h, 8h + one_turn});
}

TEST_CASE("by the share an appointment that is five minutes late goes after two other calls")
{
    small_day day{"A"};
    for (int i = 0; i < 4; ++i) {
        day.come(7h + std::chrono::minutes{i});
    }
    day.check_in(7h + 50min, 8h + 10min);
    CHECK(day.calls(own_rule())[4] == 8h + 4 * one_turn);
    CHECK(day.calls(rule_of("30 and share 3"))[4] == 8h + 2 * one_turn);
}

TEST_CASE("FIFO overtakes nobody")
{
    small_day day{"A"};
    day.come(7h + 20min);
    day.come(7h + 40min, 0, elderly);
    CHECK(day.calls(rule_of("FIFO")) == call_times{8h, 8h + one_turn});
    CHECK(day.visits[0].overtaken == 0);
}

TEST_CASE("strict priority overtakes everybody")
{
    small_day day{"A"};
    day.come(7h);
    day.come(7h + 1min);
    day.check_in(7h + 50min, 8h);
    day.come(7h + 55min, 0, elderly);
    CHECK(day.calls(rule_of("strict priority (ZMS)")) ==
          call_times{8h + 2 * one_turn, 8h + 3 * one_turn, 8h + one_turn, 8h});
}

TEST_CASE("the shortest service goes first by the time that it usually takes")
{
    small_day day{"AB"};
    day.come(7h);
    day.come(7h + 10min, 1);
    CHECK(day.calls(rule_of("shortest first")) == call_times{8h + one_turn, 8h});
}
