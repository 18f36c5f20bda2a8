#include "server/runtime/rounds.hpp"

#include <catch2/catch.hpp>

using namespace motcua;
using namespace motcua::runtime;

namespace {

domain::event day_opened(std::int64_t seq)
{
    return {.seq = seq, .at = {}, .actor = "site", .key = {}, .body = domain::day_opened{}};
}

/// One of everything that a round can carry, for event `seq`.
void fill(journal::batch& rows, std::int64_t seq)
{
    rows.events.push_back(day_opened(seq));
    rows.rows.emplace_back(journal::visit_row{});
    rows.answers.push_back({.seq = seq, .kind = answer_kind::done, .body = "{}"});
    rows.offline_answers.push_back({});
    rows.erasable.emplace_back(
        journal::erasable_row{.ref = "person-1", .kind = "phone", .seq = seq, .body = {}});
}

void check_holds_one_event(const journal::batch& rows)
{
    CHECK(rows.events.size() == 1);
    CHECK(rows.rows.empty());
    CHECK(rows.answers.empty());
    CHECK(rows.offline_answers.empty());
    CHECK(rows.erasable.empty());
}

} // namespace

TEST_CASE("nothing of a round that is stored or lost is stored again with a later round")
{
    rounds rounds;
    fill(rounds.open(), 1);
    rounds.launch();
    std::int64_t next = 2;
    SECTION("stored") { rounds.land(1); }
    SECTION("lost")
    {
        rounds.lose();
        next = 1;
    }
    // Both rounds take turns: the second to come has the memory of the first.
    for (const auto seq : {next, next + 1}) {
        rounds.open().events.push_back(day_opened(seq));
        check_holds_one_event(rounds.launch());
        rounds.land(seq);
    }
}
