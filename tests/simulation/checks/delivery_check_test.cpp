// Live feeds: once, in order, as it was, not too early, to the end.

#include "tests/simulation/checks/tampering.hpp"

namespace motcua::simulation {

using Catch::Matchers::Contains;

namespace {

/// What a feed that misses nothing hears of a house.
std::vector<ledger::delivered> all_of(honest_house& house)
{
    house.hear_all();
    return house.seen.feeds().front().messages;
}

/// A day at whose end a board and a console have a snapshot, two counters opened, a ticket, its call, its
/// start.
honest_house followed_house()
{
    honest_house house(small_hall());
    house.follow("board", false);
    house.follow("console", true);
    house.call(post("counter:1", of_site("counters/1/open"), "", "open 1"));
    house.call(post("counter:2", of_site("counters/2/open"), "", "open 2"));
    house.call(take_ticket("one"));
    house.call(call_next_at("1", "next"));
    house.call(act(1, "start", "start"));
    return house;
}

/// Another client hears `messages`, one after the other.
void hear_as(honest_house& house, const std::string& client, const std::vector<ledger::delivered>& messages)
{
    const auto feed = house.seen.follow(client);
    for (const auto& one : messages) {
        house.pass(moment{1});
        house.seen.deliver(feed, house.now(), one.seq, one.text);
    }
}

/// The same with `from` made `to` in the message at `place`.
std::string finding_with(std::size_t place, std::string_view from, std::string_view to)
{
    auto house = followed_house();
    auto messages = all_of(house);
    messages[place].text = shared(with(*messages[place].text, from, to));
    hear_as(house, "phone", messages);
    return the_finding(house);
}

} // namespace

TEST_CASE("feeds that hear everything are right")
{
    auto house = followed_house();
    house.hear_all();
    house.follow_anew(0);
    house.hear_all();
    is_right(house);
}

TEST_CASE("a message left out is found, unless a snapshot comes")
{
    auto house = followed_house();
    auto messages = all_of(house);
    SECTION("left out")
    {
        messages.erase(messages.begin() + 3);
        hear_as(house, "phone", messages);
        const auto found = findings_in(house);
        REQUIRE(found.size() == 2);
        CHECK_THAT(found[0],
                   Contains("ticket_called of seq 6 for phone follows seq 5, and the client last heard "
                            "of seq 4"));
        CHECK_THAT(found[1], Contains("ticket_called of seq 6 for phone leaves out seq 5"));
    }
    SECTION("left out with a chain that hides it")
    {
        messages.erase(messages.begin() + 3);
        messages[3].text = shared(with(*messages[3].text, R"("prev":5)", R"("prev":4)"));
        hear_as(house, "phone", messages);
        CHECK_THAT(the_finding(house), Contains("ticket_called of seq 6 for phone leaves out seq 5"));
    }
    SECTION("before a snapshot")
    {
        messages.erase(messages.begin() + 3, messages.end());
        hear_as(house, "phone", messages);
        house.follow_anew(0);
        house.hear(0);
        const auto snapshot = house.seen.feeds().front().messages.back();
        house.seen.deliver(2, house.now(), snapshot.seq, snapshot.text);
        is_right(house);
    }
}

TEST_CASE("a feed that goes back or repeats itself is found")
{
    auto house = followed_house();
    auto messages = all_of(house);
    SECTION("a repeated message")
    {
        messages.insert(messages.begin() + 3, messages[3]);
        hear_as(house, "phone", messages);
        CHECK_THAT(the_finding(house), Contains("ticket_issued of seq 5 for phone comes after seq 5"));
    }
    SECTION("an old snapshot")
    {
        messages.push_back(messages.front());
        hear_as(house, "phone", messages);
        CHECK_THAT(the_finding(house), Contains("snapshot of seq 2 for phone goes back from seq 7"));
    }
    SECTION("no snapshot at first")
    {
        messages.erase(messages.begin());
        hear_as(house, "phone", messages);
        CHECK_THAT(the_finding(house),
                   Contains("counter_opened of seq 3 for phone comes before any snapshot"));
    }
    SECTION("another seq than it is handed on with")
    {
        messages[3].seq = 4;
        hear_as(house, "phone", {messages[0], messages[1], messages[3]});
        CHECK_THAT(findings_in(house).front(), Contains("ticket_issued of seq 4 for phone says seq 5"));
    }
}

TEST_CASE("a message that is not as it was is found")
{
    SECTION("another number")
    {
        CHECK_THAT(
            finding_with(3, "A001", "A002"),
            Contains("ticket_issued of seq 5 for phone is not as it was: the ticket has another number"));
    }
    SECTION("another state")
    {
        CHECK_THAT(finding_with(5, "serving", "called"), Contains("the ticket is in another state"));
    }
    SECTION("another counter at the ticket")
    {
        CHECK_THAT(finding_with(4, R"("counter":"1")", R"("counter":"2")"), Contains("at another counter"));
    }
    SECTION("another counter beside the ticket")
    {
        CHECK_THAT(finding_with(4, R"(},"counter":"1")", R"(},"counter":"2")"),
                   Contains("the counter beside the ticket is another"));
    }
    SECTION("another ticket")
    {
        CHECK_THAT(finding_with(4, "hall-1", "hall-2"), Contains("the ticket is another"));
    }
    SECTION("another kind")
    {
        CHECK_THAT(finding_with(4, "ticket_called", "ticket_held"), Contains("its event is of another kind"));
    }
    SECTION("another counter")
    {
        CHECK_THAT(finding_with(1, R"("status":{"counter":"1")", R"("status":{"counter":"2")"),
                   Contains("the counter is another"));
    }
    SECTION("a counter's other state")
    {
        CHECK_THAT(finding_with(1, R"("state":"open")", R"("state":"paused")"),
                   Contains("a counter is in another state"));
    }
}

TEST_CASE("a snapshot of a hall that never was is found")
{
    CHECK_THAT(finding_with(0, R"("waiting":0)", R"("waiting":1)"),
               Contains("snapshot of seq 2 for phone shows a hall that never was"));
}

TEST_CASE("a snapshot that knows more than its seq is found")
{
    auto house = followed_house();
    const auto messages = all_of(house);
    house.follow_anew(0);
    house.hear(0);
    auto late = house.seen.feeds().front().messages.back();
    late.text = shared(with(with(*late.text, R"("seq":7)", R"("seq":5)"), R"("seq":7)", R"("seq":5)"));
    late.seq = 5;
    hear_as(house, "phone", {late, messages[4], messages[5]});
    CHECK_THAT(the_finding(house), Contains("snapshot of seq 5 for phone shows a hall that never was"));
}

TEST_CASE("a message of what is not stored is found")
{
    SECTION("ever")
    {
        auto house = followed_house();
        auto messages = all_of(house);
        auto invented = messages.back();
        invented.seq = 8;
        invented.text =
            shared(with(with(*invented.text, R"("seq":7)", R"("seq":8)"), R"("prev":6)", R"("prev":7)"));
        messages.push_back(invented);
        hear_as(house, "phone", messages);
        const auto found = findings_in(house);
        REQUIRE_FALSE(found.empty());
        CHECK_THAT(found.front(),
                   Contains("ticket_started of seq 8 for phone reports what the journal does not"));
    }
    SECTION("yet")
    {
        auto house = followed_house();
        auto later = house;
        later.call(act(1, "finish", "finish"));
        const auto last = all_of(later).back();
        house.hear_all();
        house.seen.deliver(0, house.now(), last.seq, last.text);
        house.pass(moment{10});
        house.call(act(1, "finish", "finish"));
        const auto found = findings_in(house);
        REQUIRE_FALSE(found.empty());
        const std::string early =
            "message of seq 8 for board was delivered when no more than seq 7 was stored";
        CHECK(std::ranges::find(found, early) != found.end());
    }
}

TEST_CASE("a feed that misses the end is found when all was calm, and only if it still follows")
{
    auto house = followed_house();
    house.hear(0);
    house.hear(0);
    for (int i = 0; i < 6; ++i) {
        house.hear(1);
    }
    CHECK(findings_in(house) == findings{});
    CHECK_THAT(the_finding(house, true), Contains("board never heard of seq 4, though all was calm"));
    house.seen.unfollow(0);
    is_right(house);
}

} // namespace motcua::simulation
