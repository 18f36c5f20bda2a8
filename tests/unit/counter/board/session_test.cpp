#include "counter/board/session.hpp"
#include "counter/limits.hpp"
#include "tests/unit/client/wire_sample.hpp"

#include <catch2/catch.hpp>

using namespace motcua;
using namespace motcua::counter::board;
using namespace std::chrono_literals;
using test::message_json;
using test::response;

namespace {

const std::string board = "/api/v1/sites/demo/board";

std::string public_ticket(const std::string& state, const std::string& counter)
{
    return R"("ticket":{"id":"demo-1","number":"A013","service":"A","site":"demo","day":"2026-11-23","state":")" +
           state + R"(","counter":)" + counter +
           R"(,"issued_at":"2026-11-23T09:20:00+07:00","called_at":"2026-11-23T09:41:00+07:00","calls":1},
        "counter":)" +
           counter;
}

struct served_window
{
    served_window()
    {
        world.answers["/api/v1/whoami"] = response(200, test::who_json("display", "null"));
        world.answers[board] = response(200, test::board_json());
        session.start("secret");
        world.pass(10ms);
    }

    void open()
    {
        world.feed.on_open();
        world.feed.on_message(test::snapshot_json());
    }

    template <class Event>
    std::vector<Event> reported() const
    {
        std::vector<Event> all;
        for (const auto& one : events) {
            if (const auto* known = std::get_if<Event>(&one)) {
                all.push_back(*known);
            }
        }
        return all;
    }

    test::scripted_world world;
    client::connection connection{world, world, client::random_engine{1}};
    std::vector<event> events;
    counter::board::session session{connection,
                                    [this](event happened) { events.push_back(std::move(happened)); }};
};

} // namespace

TEST_CASE("the board learns its office from its token and reports the board of the snapshot")
{
    served_window t;
    t.open();
    REQUIRE(t.reported<office_known>().size() == 1);
    CHECK(t.reported<office_known>().front().name_en == "An Binh");
    REQUIRE(t.reported<board_arrived>().size() == 1);
    CHECK(t.reported<board_arrived>().front().calling.front().number == "A012");
    CHECK(t.reported<board_arrived>().front().services.front().forecast.wait->expected == 10min);
    CHECK(t.reported<connection_changed>().back().connected);
}

TEST_CASE("a board reports the counters that are open, and those that pause")
{
    served_window t;
    auto snapshot = test::snapshot_json();
    const std::string open = R"("counter":"2","state":"open")";
    snapshot.replace(snapshot.find(open), open.size(), R"("counter":"2","state":"paused")");
    t.world.feed.on_open();
    t.world.feed.on_message(snapshot);
    REQUIRE(t.reported<board_arrived>().size() == 1);
    const auto counters = t.reported<board_arrived>().front().counters;
    REQUIRE(counters.size() == 2);
    CHECK_FALSE(counters.front().is_paused);
    CHECK(counters.back().code == "2");
    CHECK(counters.back().is_paused);
}

TEST_CASE("a service that no open counter serves is reported without minutes")
{
    served_window t;
    auto snapshot = test::snapshot_json();
    const std::string open = R"("expected_wait_s":600,"forecast_state":"open")";
    snapshot.replace(snapshot.find(open), open.size(), R"("expected_wait_s":null,"forecast_state":"paused")");
    t.world.feed.on_open();
    t.world.feed.on_message(snapshot);
    REQUIRE(t.reported<board_arrived>().size() == 1);
    const auto shown = t.reported<board_arrived>().front().services.front().forecast;
    CHECK(shown.state == client::forecast_state::paused);
    CHECK_FALSE(shown.wait);
}

TEST_CASE("a call is reported at once, and so is its end")
{
    served_window t;
    t.open();
    t.world.feed.on_message(message_json("ticket_called", 8, public_ticket("called", R"("1")")));
    REQUIRE(t.reported<called>().size() == 1);
    CHECK(t.reported<called>().front().call.number == "A013");
    CHECK(t.reported<called>().front().call.counter == "1");
    t.world.feed.on_message(message_json("ticket_started", 9, public_ticket("serving", R"("1")")));
    REQUIRE(t.reported<ended>().size() == 1);
    CHECK(t.reported<ended>().front().number == "A013");
}

TEST_CASE("many changes ask for one board, and a quiet site for one now and then")
{
    served_window t;
    t.open();
    for (int seq = 8; seq < 20; ++seq) {
        t.world.feed.on_message(message_json("ticket_issued", seq, public_ticket("waiting", "null")));
    }
    t.world.pass(counter::limits::board_pace + 10ms);
    CHECK(t.world.count(board) == 1);
    for (int second = 0; second < 21; ++second) {
        t.world.feed.on_heard();
        t.world.pass(1s);
    }
    CHECK(t.world.count(board) == 2);
}
