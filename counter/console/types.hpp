#pragma once
// The words of the console: tickets, counters, what can be asked of the server.

#include "protocol/messages.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace motcua::counter::console {

/// The monotonic clock; only differences matter.
using moment = std::chrono::steady_clock::time_point;

/// What the staff can do.
enum class action
{
    call_next,
    call, ///< out of order
    recall,
    start,
    finish,
    no_show,
    hold,
    resume,
    transfer,
    cancel,
    pause,
    open,
    close
};
BOOST_DESCRIBE_ENUM(action, call_next, call, recall, start, finish, no_show, hold, resume, transfer, cancel,
                    pause, open, close)

struct ticket
{
    std::string id;
    std::string number;
    std::string service;
    protocol::ticket_state state{};
    protocol::priority priority{};
    bool has_appointment = false;
    /// Where it is or was called last; empty: nowhere yet.
    std::string counter;
    /// The one counter that may call it; empty: any that serves it.
    std::string reserved_for;
    std::chrono::local_seconds issued_at{};
    /// The calling rule's key: the earliest is called first.
    std::chrono::local_seconds due_at{};
    std::optional<std::chrono::local_seconds> called_at;
    std::optional<std::chrono::local_seconds> served_from;
    int calls = 0;
};

struct service
{
    std::string code;
    std::string name;
    std::string name_en;
    /// The office means to call within so long.
    std::chrono::seconds target{0};
};

struct counter_view
{
    std::string code;
    protocol::counter_state state{};
    std::vector<std::string> services;
};

/// One place that a ticket can be sent to: a service, or a counter.
struct destination
{
    bool to_counter = false;
    std::string code;
    bool operator==(const destination&) const = default;
};

/// What is wanted of the server. `ticket` is empty for what concerns the counter itself.
struct wish
{
    console::action action{};
    std::string ticket = {};
    std::optional<destination> to = {};
    /// Of `finish`; without one the ticket was served.
    std::optional<protocol::finish_outcome> outcome = {};
    bool operator==(const wish&) const = default;
};

/// An effect: a wish on its way to the server.
struct order
{
    std::string key;
    console::wish wish;
    /// Of its ticket; empty: it concerns the counter.
    std::string number = {};
};

/// What the console asks of the outside world.
using effect = std::variant<order>;

enum class sheet_kind
{
    transfer,
    outcome,
    ticket, ///< what can be done with one that waits
    cancel, ///< whether it is meant: there is no way back
    close
};

/// A question that lies over the screen: one of several wishes, or none.
struct sheet
{
    sheet_kind kind{};
    /// The ticket that it is about; empty: the counter.
    std::string ticket;
    std::string number;
    std::vector<wish> choices;
    std::size_t chosen = 0;
};

struct notice
{
    /// The key of its text.
    std::string words;
    moment since;
    /// What was done, when it tells of that; otherwise it tells of what cannot be.
    std::optional<order> about = {};
};

/// How the console stands with the server.
enum class contact
{
    starting,
    connected,
    away,
    refused,      ///< the server does not know this device's token
    not_a_counter ///< the token is that of another kind of device
};

struct state
{
    std::string office;
    std::string office_en;
    /// Who signed in at this console; empty: a device of its own, which tells nobody.
    std::string officer;
    console::contact contact = contact::starting;
    counter_view counter;
    std::vector<counter_view> other_counters;
    std::vector<service> services;
    std::optional<ticket> current;
    /// Kept by this counter, longest first.
    std::vector<ticket> held;
    /// Whom this counter may call, in calling order.
    std::vector<ticket> waiting;
    /// Who did not come to this counter, latest first.
    std::vector<ticket> absent;
    /// The time on the office's wall; unknown before the first board.
    std::optional<std::chrono::local_seconds> time;
    /// The order that awaits its answer.
    std::optional<order> awaited;
    /// The one whose answer did not come: whether it was carried out is unknown.
    std::optional<order> unanswered;
    /// What the staff wished meanwhile, the last of it; done after the answer if it still can be.
    std::optional<wish> remembered;
    /// The answer is awaited for long enough to say so.
    bool slow = false;
    std::optional<console::sheet> sheet;
    std::optional<console::notice> notice;
    /// The ticket of the lists that the keys are at; empty: none.
    std::string selected;
};

} // namespace motcua::counter::console
