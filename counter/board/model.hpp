#pragma once
// What the hall board shows: a pure state machine. Only what the server called ever gets on it.

#include <chrono>
#include <deque>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace motcua::counter::board {

/// The monotonic clock; only differences matter.
using moment = std::chrono::steady_clock::time_point;

struct call
{
    std::string number;
    std::string counter;
    std::string service;
    std::chrono::local_seconds called_at{};
    bool operator==(const call&) const = default;
};

/// A call below the large one.
struct row
{
    board::call call;
    /// It is still called.
    bool is_calling = false;
};

struct service
{
    std::string code;
    std::string name;
    std::string name_en;
    int waiting = 0;
    std::chrono::seconds expected_wait{0};
    /// An open counter serves it; without one the wait is no promise.
    bool is_served = true;
};

/// A counter that is open.
struct open_counter
{
    std::string code;
    /// Codes of what it serves.
    std::vector<std::string> services;
};

// Events.
struct office_known
{
    std::string name;
    std::string name_en;
};
struct device_refused
{};
struct connection_changed
{
    bool connected;
};
/// The whole board: every number that is called now.
struct board_arrived
{
    std::vector<call> calling;
    std::vector<board::service> services;
    std::chrono::local_seconds time;
    std::vector<open_counter> counters = {};
};
/// The feed tells a call, or the same call made again; after a pause it tells what was missed, too.
struct called
{
    board::call call;
};
/// The feed tells that a number is no longer called.
struct ended
{
    std::string number;
};
struct ticked
{};
using event =
    std::variant<office_known, device_refused, connection_changed, board_arrived, called, ended, ticked>;

/// The board asks nothing of the outside world.
using effect = std::variant<std::monostate>;

/// How far what is shown can be trusted.
enum class trust
{
    starting, ///< nothing is known yet
    fresh,
    away, ///< the server is away, since moments only or since the board started
    stale,
    refused ///< the server does not know this device's token
};

struct state
{
    std::string office;
    std::string office_en;
    /// The call shown large.
    std::optional<call> large;
    /// It is still called.
    bool is_calling = false;
    /// Every other number that is called now, then some that were; each latest first, each number once.
    std::vector<row> rows;
    std::vector<service> services;
    std::vector<open_counter> counters;
    /// The office's time now; unknown before the first board.
    std::optional<std::chrono::local_seconds> time;
    board::trust trust = trust::starting;
    /// What is shown is that of this time.
    std::chrono::local_seconds known_at{};
    /// Rises as messages and pages take turns.
    std::size_t turn = 0;
};

class model
{
public:
    /// Takes one event.
    void handle(const event& e, moment now);

    const board::state& state() const { return state_; }
    /// Rises whenever the picture changes.
    unsigned revision() const { return revision_; }

private:
    void on(const office_known& e, moment now);
    void on(const device_refused& e, moment now);
    void on(const connection_changed& e, moment now);
    void on(const board_arrived& e, moment now);
    void on(const called& e, moment now);
    void on(const ended& e, moment now);
    void on(const ticked& e, moment now);

    bool is_known(const call& c) const;
    bool is_news(const call& c, moment now) const;
    void line_up(const call& c, moment now);
    void take(const call& c);
    void end(const std::string& number);
    void end_all_but(const std::vector<call>& calling);
    void step(moment now);
    std::optional<call> unannounced() const;
    void show(const call& c);
    void put_row(const call& c, bool is_calling);
    void tidy_rows();
    void judge(moment now);

    struct anchor
    {
        std::chrono::local_seconds time;
        moment at;
    };

    board::state state_;
    /// The rows that await their turn to be large, oldest first.
    std::deque<call> pending_;
    /// Since when what is large has its turn; what was called before the board watched has none.
    std::optional<moment> turn_since_;
    bool connected_ = false;
    bool refused_ = false;
    /// The server's last word; before the first one, the board's start.
    std::optional<moment> heard_;
    std::optional<anchor> anchor_;
    unsigned revision_ = 0;
};

} // namespace motcua::counter::board
