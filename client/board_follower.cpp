#include "client/board_follower.hpp"

namespace motcua::client {

board_follower::board_follower(connection& server, board_rhythm when,
                               std::function<void(const protocol::board&)> on_board)
    : server_{server}, rhythm_{when}, on_board_{std::move(on_board)}, refresher_{server.clock(),
                                                                                 {when.pace, when.age},
                                                                                 [this] { ask(); }}
{}

void board_follower::follow(std::string target)
{
    target_ = std::move(target);
    feed_ = {};
    seq_ = 0;
}

void board_follower::take(const protocol::board& board)
{
    ++feed_.snapshots;
    seq_ = board.seq;
    on_board_(board);
    refresher_.refreshed();
}

void board_follower::changed(std::optional<std::int64_t> seq)
{
    ++feed_.messages;
    seq_ = seq.value_or(seq_);
    refresher_.changed();
}

void board_follower::ask()
{
    server_.send<protocol::board>(
        verb::get, target_,
        [this, asked_at = feed_](const answer<protocol::board>& got) { answered(got, asked_at); },
        request_options{.deadline = rhythm_.answer});
}

void board_follower::answered(const answer<protocol::board>& got, mark asked_at)
{
    refresher_.answered();
    if (!got || is_overtaken(*got, asked_at)) {
        return refresher_.changed();
    }
    on_board_(*got);
}

/// Whether the feed brought something after the question that `board` may not know. After a snapshot that is
/// all of it: the server may have another history than before. Otherwise the board's own seq decides, so that
/// a busy site over a slow network still gets boards.
bool board_follower::is_overtaken(const protocol::board& board, mark asked_at) const
{
    return asked_at.snapshots != feed_.snapshots || (asked_at.messages != feed_.messages && board.seq < seq_);
}

} // namespace motcua::client
