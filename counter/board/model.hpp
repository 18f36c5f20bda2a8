#pragma once
// What the board shows: a pure state machine. It shows only numbers that the server called.

#include "client/forecast.hpp"
#include "client/intake.hpp"
#include "client/office_clock.hpp"
#include "counter/announcements/call_queue.hpp"
#include "counter/limits.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace motcua::counter::board {

/// The monotonic clock; only differences matter.
using moment = std::chrono::steady_clock::time_point;

using announcements::call;

struct service
{
    std::string code;
    std::string name;
    std::string name_en;
    int waiting = 0;
    /// Of an ordinary newcomer.
    client::forecast forecast;
    client::intake intake;
    /// The numbers that are called next.
    std::vector<std::string> next = {};
    bool operator==(const service&) const = default;
};

/// A counter that is open or pauses.
struct manned_counter
{
    std::string code;
    /// Called or in service there; empty without.
    std::string number = {};
    bool is_paused = false;
    /// Why, in the office's words, or `console_gone` or `officer_gone`.
    std::string reason = {};
    bool operator==(const manned_counter&) const = default;
};

/// The office's own text along the bottom, from one time of the office's wall to another.
struct notice
{
    std::string vi;
    std::string en;
    std::optional<std::chrono::local_seconds> from = {};
    std::optional<std::chrono::local_seconds> until = {};
    bool operator==(const notice&) const = default;
};

/// What the office has set for its boards.
struct settings
{
    std::vector<notice> notices = {};
    /// Codes of languages, at least one.
    std::vector<std::string> languages = {"vi", "en"};
    std::chrono::seconds per_call = limits::call_shown;
    bool operator==(const settings&) const = default;
};

// Events.
struct office_known
{
    std::string name;
    std::string name_en;
    board::settings settings = {};
    bool operator==(const office_known&) const = default;
};
struct device_refused
{
    bool operator==(const device_refused&) const = default;
};
/// The server has refused the device's token for good.
struct device_revoked
{
    bool operator==(const device_revoked&) const = default;
};
struct connection_changed
{
    bool connected;
    bool operator==(const connection_changed&) const = default;
};
/// The whole board: every number that is called now.
struct board_arrived
{
    std::vector<call> calling;
    std::vector<board::service> services;
    std::chrono::local_seconds time;
    std::vector<manned_counter> counters = {};
    bool operator==(const board_arrived&) const = default;
};
/// A call from the feed, or the same call made again; after a pause also those that were missed.
struct called
{
    board::call call;
    bool operator==(const called&) const = default;
};
/// A number that is no longer called, from the feed.
struct ended
{
    std::string number;
    /// It is in service now: it stays beside its counter.
    bool is_served = false;
    bool operator==(const ended&) const = default;
};
struct ticked
{
    bool operator==(const ticked&) const = default;
};
using event = std::variant<office_known, device_refused, device_revoked, connection_changed, board_arrived,
                           called, ended, ticked>;

/// The board asks nothing of the outside world.
using effect = std::variant<std::monostate>;

/// How far the picture can be trusted.
enum class trust
{
    starting, ///< nothing is known yet
    fresh,
    away, ///< the server has been away for moments, or since the board started
    stale,
    refused ///< the server does not know this device's token
};

struct state
{
    std::string office;
    std::string office_en;
    announcements::announced_calls calls;
    /// The large call blinks, because it was made again, and is now in the pale half.
    bool is_pale = false;
    std::vector<service> services;
    std::vector<manned_counter> counters;
    /// Those of the office's notices that hold now.
    std::vector<notice> notices;
    std::vector<std::string> languages = settings().languages;
    /// The office's time now; unknown before the first board.
    std::optional<std::chrono::local_seconds> time;
    board::trust trust = trust::starting;
    /// The device's token is refused for good.
    bool is_revoked = false;
    /// The picture is of this time.
    std::chrono::local_seconds known_at{};
    /// Rises as messages and pages take turns.
    std::size_t turn = 0;
};

class model
{
public:
    /// Takes one input.
    void handle(const event& input, moment now);

    const board::state& state() const { return state_; }
    /// Rises whenever the picture changes.
    unsigned revision() const { return revision_; }

private:
    void on(const office_known& input, moment now);
    void on(const device_refused& input, moment now);
    void on(const device_revoked& input, moment now);
    void on(const connection_changed& input, moment now);
    void on(const board_arrived& input, moment now);
    void on(const called& input, moment now);
    void on(const ended& input, moment now);
    void on(const ticked& input, moment now);

    void show_calls(moment now);
    void put_at_counter(const std::string& counter, const std::string& number);
    void choose_notices();
    void judge(moment now);

    board::state state_;
    announcements::call_queue calls_;
    std::vector<notice> notices_;
    bool connected_ = false;
    bool refused_ = false;
    /// The server's last word; before the first one, the board's start.
    std::optional<moment> heard_;
    client::office_clock clock_;
    unsigned revision_ = 0;
};

} // namespace motcua::counter::board
