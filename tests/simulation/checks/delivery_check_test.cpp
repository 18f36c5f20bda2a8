// Live feeds: once, in order, as it was, not too early, to the end.

#include "tests/simulation/checks/tampering.hpp"

namespace motcua::simulation {

using Catch::Matchers::Contains;

namespace {

/// What a feed that misses nothing hears of a site.
std::vector<ledger::delivered> all_of(honest_site& site)
{
    site.hear_all();
    return site.seen.feeds().front().messages;
}

/// A day at whose end a board and a console have a snapshot, two counters opened, a ticket, its call, its
/// start.
honest_site followed_site()
{
    honest_site site(small_site());
    site.follow("board", false);
    site.follow("console", true);
    site.send(post("counter:1", of_site("counters/1/open"), "", "open 1"));
    site.send(post("counter:2", of_site("counters/2/open"), "", "open 2"));
    site.send(take_ticket("one"));
    site.send(call_next_at("1", "next"));
    site.send(act(1, "start", "start"));
    return site;
}

/// Another client hears `messages`, one after the other.
void hear_as(honest_site& site, const std::string& client, const std::vector<ledger::delivered>& messages)
{
    const auto feed = site.seen.follow(client);
    for (const auto& one : messages) {
        site.pass(moment{1});
        site.seen.deliver(feed, site.now(), one.seq, one.text);
    }
}

/// The same with `from` made `to` in the message at `place`.
std::string finding_with(std::size_t place, std::string_view from, std::string_view to)
{
    auto site = followed_site();
    auto messages = all_of(site);
    messages[place].text = shared(with(*messages[place].text, from, to));
    hear_as(site, "phone", messages);
    return the_finding(site);
}

} // namespace

TEST_CASE("feeds that hear everything are right")
{
    auto site = followed_site();
    site.hear_all();
    site.follow_again(0);
    site.hear_all();
    is_right(site);
}

TEST_CASE("a message left out is found, unless a snapshot comes")
{
    auto site = followed_site();
    auto messages = all_of(site);
    SECTION("left out")
    {
        messages.erase(messages.begin() + 3);
        hear_as(site, "phone", messages);
        const auto found = findings_in(site);
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
        hear_as(site, "phone", messages);
        CHECK_THAT(the_finding(site), Contains("ticket_called of seq 6 for phone leaves out seq 5"));
    }
    SECTION("before a snapshot")
    {
        messages.erase(messages.begin() + 3, messages.end());
        hear_as(site, "phone", messages);
        site.follow_again(0);
        site.hear(0);
        const auto snapshot = site.seen.feeds().front().messages.back();
        site.seen.deliver(2, site.now(), snapshot.seq, snapshot.text);
        is_right(site);
    }
}

TEST_CASE("a feed that goes back or repeats itself is found")
{
    auto site = followed_site();
    auto messages = all_of(site);
    SECTION("a repeated message")
    {
        messages.insert(messages.begin() + 3, messages[3]);
        hear_as(site, "phone", messages);
        CHECK_THAT(the_finding(site), Contains("ticket_issued of seq 5 for phone comes after seq 5"));
    }
    SECTION("an old snapshot")
    {
        messages.push_back(messages.front());
        hear_as(site, "phone", messages);
        CHECK_THAT(the_finding(site), Contains("snapshot of seq 2 for phone goes back from seq 7"));
    }
    SECTION("no snapshot at first")
    {
        messages.erase(messages.begin());
        hear_as(site, "phone", messages);
        CHECK_THAT(the_finding(site),
                   Contains("counter_opened of seq 3 for phone comes before any snapshot"));
    }
    SECTION("another seq than it is handed on with")
    {
        messages[3].seq = 4;
        hear_as(site, "phone", {messages[0], messages[1], messages[3]});
        CHECK_THAT(findings_in(site).front(), Contains("ticket_issued of seq 4 for phone says seq 5"));
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

TEST_CASE("a snapshot of a site that never was is found")
{
    CHECK_THAT(finding_with(0, R"("waiting":0)", R"("waiting":1)"),
               Contains("snapshot of seq 2 for phone shows a site that never was"));
}

TEST_CASE("a snapshot that knows more than its seq is found")
{
    auto site = followed_site();
    const auto messages = all_of(site);
    site.follow_again(0);
    site.hear(0);
    auto late = site.seen.feeds().front().messages.back();
    late.text = shared(with(with(*late.text, R"("seq":7)", R"("seq":5)"), R"("seq":7)", R"("seq":5)"));
    late.seq = 5;
    hear_as(site, "phone", {late, messages[4], messages[5]});
    CHECK_THAT(the_finding(site), Contains("snapshot of seq 5 for phone shows a site that never was"));
}

TEST_CASE("a message of what is not stored is found")
{
    SECTION("ever")
    {
        auto site = followed_site();
        auto messages = all_of(site);
        auto invented = messages.back();
        invented.seq = 8;
        invented.text =
            shared(with(with(*invented.text, R"("seq":7)", R"("seq":8)"), R"("prev":6)", R"("prev":7)"));
        messages.push_back(invented);
        hear_as(site, "phone", messages);
        const auto found = findings_in(site);
        REQUIRE_FALSE(found.empty());
        CHECK_THAT(found.front(),
                   Contains("ticket_started of seq 8 for phone reports what the journal does not"));
    }
    SECTION("yet")
    {
        auto site = followed_site();
        auto later = site;
        later.send(act(1, "finish", "finish"));
        const auto last = all_of(later).back();
        site.hear_all();
        site.seen.deliver(0, site.now(), last.seq, last.text);
        site.pass(moment{10});
        site.send(act(1, "finish", "finish"));
        const auto found = findings_in(site);
        REQUIRE_FALSE(found.empty());
        const std::string early =
            "message of seq 8 for board was delivered when no more than seq 7 was stored";
        CHECK(std::ranges::find(found, early) != found.end());
    }
}

TEST_CASE("a feed that misses the end is found when all was calm, and only if it still follows")
{
    auto site = followed_site();
    site.hear(0);
    site.hear(0);
    for (int i = 0; i < 6; ++i) {
        site.hear(1);
    }
    CHECK(findings_in(site) == findings{});
    CHECK_THAT(the_finding(site, true), Contains("board never heard of seq 4, though all was calm"));
    site.seen.unfollow(0);
    is_right(site);
}

} // namespace motcua::simulation
