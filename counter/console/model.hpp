#pragma once
// What the console of one counter knows and does: a pure state machine without window, network or clock.
// Events come in with the time at which they happened; orders to the server come out.

#include "protocol/messages.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace motcua::counter::console {

/// The monotonic clock; only differences matter.
using moment = std::chrono::steady_clock::time_point;

/// What the staff can do; each has its key on the keyboard.
enum class action
{
    call_next,
    recall,
    start,
    finish,
    no_show,
    hold,
    transfer,
    pause,
    open
};

struct ticket
{
    std::string id;
    std::string number;
    std::string service;
    protocol::ticket_state state{};
    protocol::priority priority{};
    std::chrono::local_seconds issued_at{};
    std::optional<std::chrono::local_seconds> called_at;
    std::optional<std::chrono::local_seconds> served_from;
};

struct service
{
    std::string code;
    std::string name;
    std::string name_en;
};

/// One place that a ticket can be sent to: a service, or a counter.
struct destination
{
    bool to_counter = false;
    std::string code;
    bool operator==(const destination&) const = default;
};

/// An effect: what is asked of the server. `ticket` is empty for orders to the counter itself.
struct order
{
    std::string key;
    console::action action;
    std::string ticket;
    std::optional<destination> to;

    bool same_wish(const order& o) const { return action == o.action && ticket == o.ticket && to == o.to; }
};

// Events.
struct office_known
{
    std::vector<console::service> services;
    /// The codes of the other counters.
    std::vector<std::string> counters;
};
/// The counter as the server has it, whole.
struct counter_arrived
{
    std::string code;
    protocol::counter_state state{};
    std::vector<std::string> services;
    std::optional<ticket> current;
};
/// Who waits for this counter's services, in calling order.
struct waiting_arrived
{
    std::vector<ticket> waiting;
};
struct time_arrived
{
    std::chrono::local_seconds time;
};
/// The feed tells a change of one ticket; `counter` is empty when it belongs to none.
struct ticket_changed
{
    console::ticket ticket;
    std::string counter;
};
struct connection_changed
{
    bool connected;
};
struct pressed
{
    console::action action;
};
/// The key that pauses an open counter and opens any other.
struct pressed_pause_or_open
{};
struct moved
{
    int by;
};
struct chose
{
    destination to;
};
struct confirmed
{};
struct left
{};
/// The order was carried out; the ticket that it changed, if one.
struct done
{
    std::string key;
    std::optional<console::ticket> ticket;
};
struct nobody_waits
{
    std::string key;
};
/// `code` is the server's stable word.
struct refused
{
    std::string key;
    std::string code;
};
struct ticked
{};
using event = std::variant<office_known, counter_arrived, waiting_arrived, time_arrived, ticket_changed,
                           connection_changed, pressed, pressed_pause_or_open, moved, chose, confirmed, left,
                           done, nobody_waits, refused, ticked>;

struct transfer_sheet
{
    std::vector<destination> choices;
    std::size_t chosen = 0;
};

struct notice
{
    /// The key of its text.
    std::string words;
    moment since;
};

struct state
{
    std::string counter;
    protocol::counter_state counter_state = protocol::counter_state::closed;
    std::vector<std::string> serves;
    std::vector<service> services;
    std::vector<std::string> other_counters;
    std::optional<ticket> current;
    std::vector<ticket> waiting;
    std::optional<std::chrono::local_seconds> time;
    bool connected = false;
    /// The order that awaits its answer.
    std::optional<order> awaited;
    std::optional<transfer_sheet> sheet;
    std::optional<console::notice> notice;
};

/// Whether the server would take `a` now, as far as the console knows. Nothing is allowed while the
/// server is away or an answer is awaited.
bool allowed(const state& s, action a);

class model
{
public:
    /// `boot`: unguessable and new at each start; the keys of orders begin with it.
    explicit model(std::string boot) : boot_(std::move(boot)) {}

    /// Takes one event and returns what is to be asked of the server, if anything.
    std::optional<order> handle(const event& e, moment now);

    const console::state& state() const { return state_; }
    /// Rises whenever the picture changes.
    unsigned revision() const { return revision_; }

private:
    using effect = std::optional<order>;

    effect on(const office_known& e, moment now);
    effect on(const counter_arrived& e, moment now);
    effect on(const waiting_arrived& e, moment now);
    effect on(const time_arrived& e, moment now);
    effect on(const ticket_changed& e, moment now);
    effect on(const connection_changed& e, moment now);
    effect on(const pressed& e, moment now);
    effect on(const pressed_pause_or_open& e, moment now);
    effect on(const moved& e, moment now);
    effect on(const chose& e, moment now);
    effect on(const confirmed& e, moment now);
    effect on(const left& e, moment now);
    effect on(const done& e, moment now);
    effect on(const nobody_waits& e, moment now);
    effect on(const refused& e, moment now);
    effect on(const ticked& e, moment now);

    effect send(action a, std::optional<destination> to, moment now);
    bool settle(const std::string& key);
    void take(const ticket& t);
    void tell(std::string words, moment now);

    struct anchor
    {
        std::chrono::local_seconds time;
        moment at;
    };

    std::string boot_;
    unsigned orders_ = 0;
    unsigned revision_ = 0;
    console::state state_;
    moment sent_{};
    std::optional<anchor> anchor_;
    std::optional<order> unanswered_;
};

} // namespace motcua::counter::console
