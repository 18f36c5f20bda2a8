#pragma once
// What the hall board shows: a pure state machine. Only what the server called ever gets on it.

#include <chrono>
#include <deque>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace motcua::counter::hall {

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

struct service
{
    std::string code;
    std::string name;
    std::string name_en;
    int waiting = 0;
    std::chrono::seconds expected_wait{0};
};

// Events.
struct office_known
{
    std::string name;
};
/// The whole board: every number that is called now.
struct board_arrived
{
    std::vector<call> calling;
    std::vector<hall::service> services;
    std::chrono::local_seconds time;
};
/// The feed tells a call, or the same call again.
struct called
{
    hall::call call;
};
/// A sign of life from the server.
struct heard
{};
struct ticked
{};
using event = std::variant<office_known, board_arrived, called, heard, ticked>;

struct state
{
    std::string office;
    /// The call shown large.
    std::optional<call> large;
    /// Calls shown before it, latest first; each number once.
    std::vector<call> past;
    std::vector<service> services;
    /// The office's time now; unknown before the first board.
    std::optional<std::chrono::local_seconds> time;
    bool stale = true;
};

class model
{
public:
    /// Takes one event.
    void handle(const event& e, moment now);

    const hall::state& state() const { return state_; }
    /// Rises whenever the picture changes.
    unsigned revision() const { return revision_; }

private:
    void on(const office_known& e, moment now);
    void on(const board_arrived& e, moment now);
    void on(const called& e, moment now);
    void on(const heard& e, moment now);
    void on(const ticked& e, moment now);

    bool known(const call& c) const;
    void line_up(const call& c);
    void step(moment now);
    void put_past(const call& c);

    struct anchor
    {
        std::chrono::local_seconds time;
        moment at;
    };

    hall::state state_;
    std::deque<call> pending_;
    moment large_since_{};
    moment heard_{};
    std::optional<anchor> anchor_;
    unsigned revision_ = 0;
};

} // namespace motcua::counter::hall
