#include "client/window_session.hpp"
#include "tests/unit/client/wire_sample.hpp"

#include <catch2/catch.hpp>

using namespace motcua::client;
using namespace motcua::test;
namespace protocol = motcua::protocol;
using namespace std::chrono_literals;

namespace {

const std::string board = "/api/v1/sites/demo/board";

struct window
{
    window()
    {
        world.answers["/api/v1/whoami"] = response(200, who_json("display", "null"));
        world.answers[board] = response(200, board_json());
        session.start("first");
        world.pass(10ms);
        world.feed.on_open();
        world.feed.on_message(snapshot_json());
    }

    scripted_world world;
    connection server{world, world, random_engine{1}};
    std::vector<std::string> reports;
    window_session session{
        server,
        {.pace = 1s, .age = 20s, .answer = 3s},
        {.on_known =
             [this](const auto& who) {
                 reports.push_back("known " + who.role);
                 return true;
             },
         .on_refused = [this] { reports.push_back("refused"); },
         .on_connected = [this](bool connected) { reports.push_back(connected ? "connected" : "away"); },
         .on_board = [this](const auto& seen) { reports.push_back("board " + std::to_string(seen.seq)); },
         .on_snapshot = [this] { reports.push_back("snapshot"); },
         .on_message =
             [this](const auto& message) { reports.push_back(message.at("type").as_string().c_str()); }}};
};

} // namespace

TEST_CASE("a window learns its identity, the contact, the board and that all else is to be asked for")
{
    const window w;
    CHECK(w.reports == std::vector<std::string>{"known display", "connected", "board 7", "snapshot"});
}

TEST_CASE(
    "a message goes to the window first, and then the board is asked for, also when its type is unknown")
{
    window w;
    w.reports.clear();
    w.world.answers[board] = response(200, board_json(8));
    w.world.feed.on_message(message_json("weather_changed", 8, R"("sky":"grey")"));
    w.world.pass(1s + 10ms);
    CHECK(w.reports == std::vector<std::string>{"weather_changed", "board 8"});
}

TEST_CASE("changed settings reach a window at once: its names and its board")
{
    window w;
    w.reports.clear();
    w.world.answers[board] = response(200, board_json(8));
    w.world.feed.on_message(message_json("site_configured", 8, R"("version":2)"));
    w.world.pass(10ms);
    CHECK(w.reports == std::vector<std::string>{"site_configured", "known display", "board 8"});
}

TEST_CASE("a snapshot that cannot be read leads to a question for the board")
{
    window w;
    w.reports.clear();
    w.world.feed.on_message(R"({"type":"snapshot","seq":9,"epoch":"e","board":7})");
    w.world.pass(10ms);
    CHECK(w.reports == std::vector<std::string>{"snapshot", "board 7"});
}

TEST_CASE("another login asks for no board of the old one")
{
    window w;
    w.world.feed.on_message(message_json("ticket_issued", 8, R"("ticket":{})"));
    w.world.answers["/api/v1/whoami"] = response(401);
    w.session.start("second");
    w.reports.clear();
    w.world.pass(1min);
    CHECK(w.world.count(board) == 0);
    CHECK(std::ranges::count(w.reports, "refused") == std::ssize(w.reports));
    CHECK(w.world.token == "second");
}
