#include "counter/console/wire.hpp"
#include "counter/limits.hpp"
#include "tests/unit/counter/console/sample.hpp"

#include <catch2/catch.hpp>

using namespace motcua;
using namespace motcua::counter::console;
using namespace std::chrono_literals;
using protocol::ticket_state;
using test::one;
using test::serving;

TEST_CASE("a number for a citizen takes three keys: the service, and the class or none")
{
    auto m = serving();
    CHECK_FALSE(m.handle(pressed{action::issue}, {}));
    REQUIRE(m.state().sheet);
    CHECK(m.state().sheet->choices.size() == 4);
    CHECK_FALSE(m.handle(typed{U'2'}, {}));
    REQUIRE(m.state().sheet);
    auto plain = m;
    const auto elderly = m.handle(typed{U'1'}, {});
    REQUIRE(elderly);
    const auto request = request_of(elderly->wish, "demo", "1");
    CHECK(request.path == "/sites/demo/tickets");
    CHECK(request.body.find(R"("service":"B","priority":"elderly","channel":"staff")") != std::string::npos);
    CHECK(plain.handle(confirmed{}, {})->wish.priority == protocol::priority::none);
}

TEST_CASE("the number that was issued stays to be read")
{
    auto m = serving();
    m.handle(pressed{action::issue}, {});
    m.handle(confirmed{}, {});
    const auto sent = m.handle(confirmed{}, {});
    m.handle(done{sent->key, one(ticket_state::waiting, "A014")}, {});
    CHECK(m.state().waiting.back().number == "A014");
    CHECK(m.state().notice->words == "console.done.issue");
    CHECK(m.state().notice->about->number == "A014");
    m.handle(ticked{}, moment(counter::limits::notice));
    CHECK(m.state().notice);
    m.handle(ticked{}, moment(counter::limits::number_notice));
    CHECK_FALSE(m.state().notice);
}

TEST_CASE("a service that takes no numbers now is named")
{
    auto m = serving();
    m.handle(pressed{action::issue}, {});
    m.handle(confirmed{}, {});
    const auto sent = m.handle(confirmed{}, {});
    m.handle(refused{sent->key, "quota_used"}, {});
    CHECK(m.state().notice->words == "console.refused.intake");
    CHECK(m.state().notice->about->wish.to == destination{false, "A"});
}
