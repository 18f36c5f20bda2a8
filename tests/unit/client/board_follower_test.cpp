#include "client/board_follower.hpp"
#include "tests/unit/client/wire_sample.hpp"

#include <catch2/catch.hpp>

using namespace motcua::client;
using namespace motcua::test;
namespace protocol = motcua::protocol;
using namespace std::chrono_literals;

namespace {

const std::string target = "/api/v1/sites/demo/board";
constexpr board_rhythm rhythm{.pace = 1s, .age = 20s, .answer = 3s};

struct followed_board
{
    followed_board()
    {
        serve(7);
        follower.follow(target);
    }

    /// From now on the server's board is that after message `seq`.
    void serve(int seq) { world.answers[target] = response(200, board_json(seq)); }

    void snapshot(std::int64_t seq)
    {
        protocol::board board;
        board.seq = seq;
        follower.take(board);
    }

    scripted_world world;
    connection server{world, world, random_engine{1}};
    std::vector<std::int64_t> seqs; ///< of the boards reported
    board_follower follower{server, rhythm, [this](const auto& board) { seqs.push_back(board.seq); }};
};

} // namespace

TEST_CASE("the board of the snapshot is reported at once and asked for again only when it is old")
{
    followed_board b;
    b.snapshot(7);
    CHECK(b.seqs == std::vector<std::int64_t>{7});
    b.world.pass(rhythm.age - 1ms);
    CHECK(b.world.count(target) == 0);
    b.world.pass(10ms);
    CHECK(b.seqs == std::vector<std::int64_t>{7, 7});
    b.world.pass(rhythm.age);
    CHECK(b.seqs.size() == 3);
}

TEST_CASE("many changes ask for one board, soon after the first")
{
    followed_board b;
    b.snapshot(7);
    b.serve(20);
    for (int seq = 8; seq <= 20; ++seq) {
        b.follower.changed(seq);
        b.world.pass(50ms);
    }
    CHECK(b.world.count(target) == 0);
    b.world.pass(rhythm.pace);
    CHECK(b.world.count(target) == 1);
    CHECK(b.seqs == std::vector<std::int64_t>{7, 20});
}

TEST_CASE("a board that the feed has overtaken is dropped and asked for again")
{
    followed_board b;
    b.snapshot(7);
    b.serve(8);
    b.follower.changed(8);
    b.world.on_sent = [&](const auto&) {
        // The answer is on its way when the next change comes.
        b.world.on_sent = nullptr;
        b.follower.changed(9);
    };
    b.world.pass(rhythm.pace + 10ms);
    CHECK(b.world.count(target) == 1);
    CHECK(b.seqs == std::vector<std::int64_t>{7});
    b.serve(9);
    b.world.pass(rhythm.pace);
    CHECK(b.seqs == std::vector<std::int64_t>{7, 9});
}

TEST_CASE("a board that knows the changes since the question is reported")
{
    followed_board b;
    b.snapshot(7);
    b.serve(9);
    b.follower.changed(8);
    b.world.on_sent = [&](const auto&) {
        b.world.on_sent = nullptr;
        b.follower.changed(9);
    };
    b.world.pass(rhythm.pace + 10ms);
    CHECK(b.seqs == std::vector<std::int64_t>{7, 9});
}

TEST_CASE("a change without a place in the order asks for the board, too")
{
    followed_board b;
    b.snapshot(7);
    b.follower.changed({});
    b.world.pass(rhythm.pace + 10ms);
    CHECK(b.seqs == std::vector<std::int64_t>{7, 7});
}

TEST_CASE("a board from before a new snapshot is dropped, whatever its seq")
{
    followed_board b;
    b.snapshot(7);
    b.serve(30);
    b.follower.lost();
    b.world.on_sent = [&](const auto&) {
        b.world.on_sent = nullptr;
        b.snapshot(3); // A restored backup.
    };
    b.world.pass(10ms);
    CHECK(b.seqs == std::vector<std::int64_t>{7, 3});
    b.serve(3);
    b.world.pass(rhythm.pace + 10ms);
    CHECK(b.seqs == std::vector<std::int64_t>{7, 3, 3});
}

TEST_CASE("a board without an answer is asked for again, and no longer waited for than its limit")
{
    followed_board b;
    b.world.answers.clear();
    b.follower.lost();
    b.world.pass(rhythm.answer + rhythm.pace - 10ms);
    const auto tries = b.world.count(target);
    CHECK(tries > 1); // Of the one request.
    b.serve(7);
    b.world.pass(20ms);
    CHECK(b.seqs == std::vector<std::int64_t>{7});
}

TEST_CASE("a lost board is asked for at once, or with the delay given")
{
    followed_board b;
    b.snapshot(7);
    b.follower.lost();
    b.world.pass(1ms);
    CHECK(b.seqs == std::vector<std::int64_t>{7, 7});
    b.follower.lost(2s);
    b.world.pass(2s - 1ms);
    CHECK(b.seqs.size() == 2);
    b.world.pass(2ms);
    CHECK(b.seqs.size() == 3);
}

TEST_CASE("a follower that was stopped asks no more until it follows another board")
{
    followed_board b;
    b.snapshot(7);
    b.follower.changed(8);
    b.server.forget();
    b.follower.stop();
    b.world.pass(1min);
    CHECK(b.world.sent.empty());
    const std::string other = "/api/v1/sites/other/board";
    b.world.answers[other] = response(200, board_json(4));
    b.follower.follow(other);
    b.follower.lost();
    b.world.pass(10ms);
    CHECK(b.seqs == std::vector<std::int64_t>{7, 4});
}
