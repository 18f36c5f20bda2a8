#include "kiosk/limits.hpp"
#include "tests/unit/kiosk/sample.hpp"

#include <catch2/catch.hpp>

using namespace motcua;
using namespace motcua::kiosk;
using namespace std::chrono_literals;

namespace {

const moment start{};

request request_in(const std::vector<effect>& effects)
{
    REQUIRE(effects.size() == 1);
    return std::get<issue>(effects.front()).request;
}

template <class Screen>
bool shows(const model& model)
{
    return std::holds_alternative<Screen>(model.state().screen);
}

} // namespace

TEST_CASE("one touch on a service asks for one ticket, and impatient touches for no more")
{
    auto m = test::ready_kiosk();
    const auto r = request_in(m.handle(tapped_service{"A"}, start + 1s));
    CHECK(r == request{"boot-1", "A", "none", "vi"});
    CHECK(shows<sending>(m));
    CHECK(m.handle(tapped_service{"A"}, start + 2s).empty());
    CHECK(m.handle(tapped_service{"B"}, start + 3s).empty());
}

TEST_CASE("the ticket that was asked for is shown and printed")
{
    auto m = test::ready_kiosk();
    const auto r = request_in(m.handle(tapped_service{"A"}, start));
    const auto effects = m.handle(ticket_issued{r.key, test::demo_ticket()}, start + 1s);
    REQUIRE(effects.size() == 1);
    CHECK(std::get<print>(effects.front()).slip.ticket.number == "A013");
    REQUIRE(shows<issued>(m));
    CHECK_FALSE(std::get<issued>(m.state().screen).printed);
    m.handle(slip_printed{"A012", true}, start + 1s);
    CHECK_FALSE(std::get<issued>(m.state().screen).printed);
    m.handle(slip_printed{"A013", true}, start + 1s);
    CHECK(std::get<issued>(m.state().screen).printed);
}

TEST_CASE("an answer to another request is not shown")
{
    auto m = test::ready_kiosk();
    m.handle(tapped_service{"A"}, start);
    CHECK(m.handle(ticket_issued{"boot-7", test::demo_ticket()}, start) ==
          std::vector<effect>{give_back{"demo-13"}});
    CHECK(shows<sending>(m));
}

TEST_CASE("a priority ticket takes the class first and the service then")
{
    auto m = test::ready_kiosk();
    m.handle(tapped_priority{}, start);
    CHECK(shows<choosing_class>(m));
    m.handle(tapped_class{"elderly"}, start + 1s);
    CHECK(shows<choosing_service>(m));
    m.handle(tapped_back{}, start + 2s);
    CHECK(shows<choosing_class>(m));
    m.handle(tapped_class{"pregnant"}, start + 3s);
    CHECK(request_in(m.handle(tapped_service{"C"}, start + 4s)).priority == "pregnant");
}

TEST_CASE("a ticket gives way to home by itself, in Vietnamese again")
{
    auto m = test::ready_kiosk();
    m.handle(tapped_language{"en"}, start);
    const auto r = request_in(m.handle(tapped_service{"A"}, start));
    CHECK(r.language == "en");
    m.handle(ticket_issued{r.key, test::demo_ticket()}, start + 1s);
    CHECK(m.state().home_in == limits::shown);
    m.handle(ticked{}, start + 1s + limits::shown - 1ms);
    CHECK(shows<issued>(m));
    CHECK(m.state().home_in == 1s);
    m.handle(ticked{}, start + 1s + limits::shown);
    CHECK(shows<at_home>(m));
    CHECK(m.state().language == "vi");
}

TEST_CASE("a touch so soon after a change of screen is not meant for the new one")
{
    auto m = test::ready_kiosk();
    const auto r = request_in(m.handle(tapped_service{"A"}, start));
    m.handle(ticket_issued{r.key, test::demo_ticket()}, start + 1s);
    m.handle(tapped_done{}, start + 1s + limits::settling - 1ms);
    CHECK(shows<issued>(m));
    const auto left = start + 1s + limits::settling;
    m.handle(tapped_done{}, left);
    REQUIRE(shows<at_home>(m));
    m.handle(tapped_priority{}, left + 450ms);
    CHECK(m.handle(tapped_service{"A"}, left + 450ms).empty());
    m.handle(tapped_language{"en"}, left + 450ms);
    CHECK(shows<at_home>(m));
    CHECK(m.state().language == "vi");
    m.handle(tapped_priority{}, left + limits::settling);
    CHECK(shows<choosing_class>(m));
}

TEST_CASE("a touch just after the ticket has given way by itself is for no service")
{
    auto m = test::ready_kiosk();
    const auto r = request_in(m.handle(tapped_service{"A"}, start));
    m.handle(ticket_issued{r.key, test::demo_ticket()}, start + 1s);
    const auto left = start + 1s + limits::shown;
    m.handle(ticked{}, left);
    m.handle(tapped_priority{}, left + 100ms);
    CHECK(shows<at_home>(m));
}

TEST_CASE("a kiosk left alone returns home and forgets")
{
    auto m = test::ready_kiosk();
    m.handle(tapped_language{"en"}, start);
    m.handle(tapped_priority{}, start + 10s);
    m.handle(ticked{}, start + 10s + limits::left_alone - 1ms);
    CHECK(shows<choosing_class>(m));
    m.handle(ticked{}, start + 10s + limits::left_alone);
    CHECK(shows<at_home>(m));
    CHECK(m.state().language == "vi");
}

TEST_CASE("done leaves the ticket, and after a refusal the same citizen goes on")
{
    auto m = test::ready_kiosk();
    auto r = request_in(m.handle(tapped_service{"A"}, start));
    m.handle(ticket_issued{r.key, test::demo_ticket()}, start);
    m.handle(tapped_done{}, start + 1s);
    CHECK(shows<at_home>(m));
    m.handle(tapped_language{"en"}, start + 2s);
    r = request_in(m.handle(tapped_service{"A"}, start + 2s));
    m.handle(ticket_refused{r.key, refusal::unknown}, start + 2s);
    CHECK(std::get<refused>(m.state().screen).why == refusal::unknown);
    m.handle(tapped_done{}, start + 3s);
    CHECK(shows<at_home>(m));
    CHECK(m.state().language == "en");
}

TEST_CASE("a request never answered is given up, and the same wish takes up its key")
{
    auto m = test::ready_kiosk();
    const auto first = request_in(m.handle(tapped_service{"A"}, start));
    m.handle(ticked{}, start + limits::answer);
    CHECK(std::get<refused>(m.state().screen).why == refusal::unanswered);
    m.handle(tapped_done{}, start + limits::answer + 1s);
    SECTION("the same wish soon after")
    {
        CHECK(request_in(m.handle(tapped_service{"A"}, start + limits::answer + 5s)).key == first.key);
    }
    SECTION("another wish")
    {
        CHECK(request_in(m.handle(tapped_service{"B"}, start + limits::answer + 5s)).key != first.key);
    }
    SECTION("much later")
    {
        const auto later = start + limits::answer + limits::unanswered;
        CHECK(request_in(m.handle(tapped_service{"A"}, later)).key != first.key);
    }
}

TEST_CASE("a number that comes when nobody waits for it any longer is given back")
{
    auto m = test::ready_kiosk();
    const auto first = request_in(m.handle(tapped_service{"A"}, start));
    const std::vector<effect> back{give_back{"demo-13"}};
    SECTION("after the apology was read")
    {
        m.handle(ticked{}, start + limits::answer);
        m.handle(tapped_done{}, start + limits::answer + 1s);
        CHECK(m.handle(ticket_issued{first.key, test::demo_ticket()}, start + 30s) == back);
        // That number is gone, and so is its key.
        CHECK(request_in(m.handle(tapped_service{"A"}, start + 31s)).key != first.key);
    }
    SECTION("after the way back")
    {
        m.handle(tapped_back{}, start + 2s);
        CHECK(shows<at_home>(m));
        CHECK(m.handle(ticket_issued{first.key, test::demo_ticket()}, start + 3s) == back);
        CHECK(shows<at_home>(m));
    }
    SECTION("while another number is requested")
    {
        m.handle(tapped_back{}, start + 2s);
        request_in(m.handle(tapped_service{"B"}, start + 4s));
        CHECK(m.handle(ticket_issued{first.key, test::demo_ticket()}, start + 5s) == back);
        CHECK(shows<sending>(m));
    }
}

TEST_CASE("a number that is shown is not given back when its answer comes twice")
{
    auto m = test::ready_kiosk();
    const auto first = request_in(m.handle(tapped_service{"A"}, start));
    m.handle(tapped_back{}, start + 2s);
    const auto again = request_in(m.handle(tapped_service{"A"}, start + 4s));
    REQUIRE(again.key == first.key);
    m.handle(ticket_issued{first.key, test::demo_ticket()}, start + 5s);
    CHECK(shows<issued>(m));
    CHECK(m.handle(ticket_issued{again.key, test::demo_ticket()}, start + 6s).empty());
    CHECK(shows<issued>(m));
}

TEST_CASE("a number goes back after a question, and the screen says whether it did")
{
    auto m = test::ready_kiosk();
    const auto r = request_in(m.handle(tapped_service{"A"}, start));
    m.handle(ticket_issued{r.key, test::demo_ticket()}, start);
    CHECK(m.handle(tapped_give_back_yes{}, start + 1s).empty());
    m.handle(tapped_give_back{}, start + 2s);
    CHECK(std::get<issued>(m.state().screen).asks);
    SECTION("no")
    {
        CHECK(m.handle(tapped_back{}, start + 3s).empty());
        CHECK_FALSE(std::get<issued>(m.state().screen).asks);
    }
    SECTION("yes")
    {
        CHECK(m.handle(tapped_give_back_yes{}, start + 3s) ==
              std::vector<effect>{give_back{"demo-13", true}});
        const bool done = GENERATE(true, false);
        m.handle(ticket_given_back{"demo-13", done}, start + 4s);
        CHECK(std::get<returning>(m.state().screen).done == done);
        m.handle(tapped_done{}, start + 5s);
        CHECK(shows<at_home>(m));
    }
}

TEST_CASE("children at play get a few numbers, then a pause, and the next citizen is served")
{
    auto m = test::ready_kiosk();
    auto now = start;
    for (std::size_t taken = 0; taken < limits::numbers_at_once; ++taken) {
        const auto r = request_in(m.handle(tapped_service{"A"}, now));
        m.handle(ticket_issued{r.key, test::demo_ticket()}, now);
        m.handle(tapped_done{}, now + 1s);
        now += 2s;
    }
    CHECK(m.handle(tapped_service{"A"}, now).empty());
    CHECK(std::get<refused>(m.state().screen).why == refusal::too_fast);
    m.handle(tapped_done{}, now + 1s);
    CHECK(m.handle(tapped_service{"A"}, start + limits::numbers_time).size() == 1);
}

TEST_CASE("a screen that nobody touches stays for the time that the office sets, and a ticket for its own")
{
    auto m = test::ready_kiosk();
    auto office = test::office();
    office.home_after = 20s;
    m.handle(office_known{office}, start);
    m.handle(tapped_language{"en"}, start);
    m.handle(ticked{}, start + 20s - 1ms);
    CHECK(m.state().language == "en");
    m.handle(ticked{}, start + 20s);
    CHECK(m.state().language == "vi");
    const auto r = request_in(m.handle(tapped_service{"A"}, start + 30s));
    m.handle(ticket_issued{r.key, test::demo_ticket()}, start + 30s);
    m.handle(ticked{}, start + 30s + limits::shown - 1ms);
    CHECK(shows<issued>(m));
}

TEST_CASE("a late answer still reaches the citizen who reads the apology")
{
    auto m = test::ready_kiosk();
    const auto r = request_in(m.handle(tapped_service{"A"}, start));
    m.handle(ticket_refused{r.key, refusal::unanswered}, start + 10s);
    CHECK(m.handle(ticket_issued{r.key, test::demo_ticket()}, start + 12s).size() == 1);
    CHECK(shows<issued>(m));
}

TEST_CASE("without the server nothing can be asked for, and with it everything goes on")
{
    auto m = test::ready_kiosk();
    const auto before = m.revision();
    m.handle(connection_changed{false}, start);
    CHECK(m.revision() != before);
    CHECK(m.handle(tapped_service{"A"}, start).empty());
    m.handle(connection_changed{true}, start);
    CHECK(m.handle(tapped_service{"A"}, start).size() == 1);
}

TEST_CASE("a request under way outlives a lost connection")
{
    auto m = test::ready_kiosk();
    const auto r = request_in(m.handle(tapped_service{"A"}, start));
    m.handle(connection_changed{false}, start + 1s);
    CHECK(shows<sending>(m));
    m.handle(ticket_issued{r.key, test::demo_ticket()}, start + 5s);
    CHECK(shows<issued>(m));
}

TEST_CASE("a service that the board does not name cannot be asked for")
{
    auto m = test::ready_kiosk();
    CHECK(m.handle(tapped_service{"Z"}, start).empty());
}

TEST_CASE("the clock is the server's, carried on; the picture changes with the minute only")
{
    auto m = test::ready_kiosk();
    m.handle(ticked{}, start);
    const auto before = m.revision();
    m.handle(ticked{}, start + 59s);
    CHECK(m.revision() == before);
    m.handle(ticked{}, start + 60s);
    CHECK(m.revision() != before);
    CHECK(m.state().time == test::monday_morning() + 60s);
}

TEST_CASE("a touch turns to the page of services that it names")
{
    auto m = test::ready_kiosk(test::many_services(20));
    m.handle(tapped_more{1}, start);
    CHECK(m.state().page == 1);
    m.handle(tapped_more{0}, start);
    CHECK(m.state().page == 0);
}

TEST_CASE("the server's refusals have words of their own")
{
    CHECK(refusal_of("day_not_open") == refusal::closed);
    CHECK(refusal_of("closed") == refusal::closed);
    CHECK(refusal_of("too_late_today") == refusal::closed);
    CHECK(refusal_of("suspended") == refusal::suspended);
    CHECK(refusal_of("quota_used") == refusal::full);
    CHECK(refusal_of("no_numbers_left") == refusal::full);
    CHECK(refusal_of("unknown_service") == refusal::unknown);
    CHECK(refusal_of("something_new") == refusal::other);
}
