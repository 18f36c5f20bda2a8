#pragma once
// Keeps the board of a site fresh: the snapshot of the feed first, then the server is asked again, soon after
// a change, and when the board is old.

#include "client/connection.hpp"
#include "client/refresher.hpp"

namespace motcua::client {

struct board_rhythm
{
    milliseconds pace;   ///< from a change to the question, which also covers the changes until then
    milliseconds age;    ///< from a board to the next question when nothing changes: expected waits do
    milliseconds answer; ///< an answer that takes longer is not waited for: other requests stand behind it
};

/// On the strand of its connection. A board that the feed has overtaken is dropped and asked for again: it
/// must not bring back what has already ended.
class board_follower
{
public:
    /// `on_board` takes each board that is newer than what was reported before. `server` outlives this.
    board_follower(connection& server, board_rhythm when,
                   std::function<void(const protocol::board&)> on_board);

    /// Follows the board at the path `target`: asks for it when one of the functions below gives a reason.
    void follow(std::string target);

    /// Asks no more until follow(). An answer under way must be forgotten by the connection.
    void stop() { refresher_.stop(); }

    /// The feed begins with `board`.
    void take(const protocol::board& board);

    /// The feed brought a message, with the place `seq` in the order of changes if it has one.
    void changed(std::optional<std::int64_t> seq);

    /// What is known may be wrong: asks after `delay` at the latest.
    void lost(milliseconds delay = {}) { refresher_.lost(delay); }

private:
    /// What the feed had brought when the board was asked for.
    struct mark
    {
        unsigned snapshots = 0;
        unsigned messages = 0;
    };

    void ask();
    void answered(const answer<protocol::board>& got, mark asked_at);
    bool is_overtaken(const protocol::board& board, mark asked_at) const;

    connection& server_;
    board_rhythm rhythm_;
    std::function<void(const protocol::board&)> on_board_;
    std::string target_;
    refresher refresher_;
    mark feed_;            ///< what the feed has brought
    std::int64_t seq_ = 0; ///< of its last message
};

} // namespace motcua::client
