#pragma once
// What the console of one counter knows and does: a pure state machine without window, network or clock.
// Events come in with the time at which they happened; orders to the server come out.

#include "counter/console/types.hpp"

#include <variant>

namespace motcua::counter::console {

// What the server tells.
struct identified
{
    std::string counter;
    std::string office;
    std::string office_en;
    std::string officer = {};
};
struct not_a_counter
{};
struct device_refused
{};
struct connection_changed
{
    bool connected;
};
struct services_arrived
{
    std::vector<service> services;
};
struct board_arrived
{
    std::chrono::local_seconds time;
    std::vector<counter_view> counters;
};
struct counter_changed
{
    counter_view counter;
};
/// Whoever waits at the site, in calling order.
struct waiting_arrived
{
    std::vector<ticket> tickets;
};
/// Whoever is called, in service, held or was absent, at whichever counter.
struct others_arrived
{
    std::vector<ticket> tickets;
};
/// The feed tells the new state of one ticket.
struct ticket_changed
{
    console::ticket ticket;
};
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
/// Whether the order was carried out is unknown.
struct unanswered
{
    std::string key;
};

// What the staff does.
struct pressed
{
    console::action action;
};
/// The key that pauses an open counter and opens any other.
struct pressed_pause_or_open
{};
/// Asks for the outcomes beside "served".
struct pressed_outcomes
{};
struct pressed_close
{};
/// Up or down in the sheet, or in the lists without one, by so many rows.
struct moved
{
    int by;
};
/// Rows of a page; and more than any list has.
inline constexpr int page = 7, to_end = 100'000;
/// To the column of the sheet on the left (-1) or on the right (1).
struct moved_across
{
    int by;
};
/// A ticket of the lists was touched.
struct picked
{
    std::string ticket;
};
/// A choice of the sheet was touched.
struct chose
{
    std::size_t index;
};
struct confirmed
{};
struct left
{};

struct ticked
{};

using event =
    std::variant<identified, not_a_counter, device_refused, connection_changed, services_arrived,
                 board_arrived, counter_changed, waiting_arrived, others_arrived, ticket_changed, done,
                 nobody_waits, refused, unanswered, pressed, pressed_pause_or_open, pressed_outcomes,
                 pressed_close, moved, moved_across, picked, chose, confirmed, left, ticked>;

class model
{
public:
    /// `key_prefix`: unguessable and new at each start (client::new_key_prefix); the keys of orders begin
    /// with it.
    explicit model(std::string key_prefix) : key_prefix_(std::move(key_prefix)) {}

    /// Takes one event and returns what is to be asked of the server, if anything.
    std::optional<order> handle(const event& e, moment now);

    const console::state& state() const { return state_; }
    /// Rises whenever the picture changes.
    unsigned revision() const { return revision_; }

private:
    using effect = std::optional<order>;

    effect on(const identified& e, moment now);
    effect on(const not_a_counter& e, moment now);
    effect on(const device_refused& e, moment now);
    effect on(const connection_changed& e, moment now);
    effect on(const services_arrived& e, moment now);
    effect on(const board_arrived& e, moment now);
    effect on(const counter_changed& e, moment now);
    effect on(const waiting_arrived& e, moment now);
    effect on(const others_arrived& e, moment now);
    effect on(const ticket_changed& e, moment now);
    effect on(const done& e, moment now);
    effect on(const nobody_waits& e, moment now);
    effect on(const refused& e, moment now);
    effect on(const unanswered& e, moment now);
    effect on(const pressed& e, moment now);
    effect on(const pressed_pause_or_open& e, moment now);
    effect on(const pressed_outcomes& e, moment now);
    effect on(const pressed_close& e, moment now);
    effect on(const moved& e, moment now);
    effect on(const moved_across& e, moment now);
    effect on(const picked& e, moment now);
    effect on(const chose& e, moment now);
    effect on(const confirmed& e, moment now);
    effect on(const left& e, moment now);
    effect on(const ticked& e, moment now);

    effect send(const wish& w, moment now);
    effect carry_out(const wish& w, moment now);
    effect try_to(const wish& w, moment now);
    effect ask_before(const wish& w, std::optional<sheet> s, moment now);
    effect complain(std::string words, moment now);
    void remember(const wish& w);
    effect go_on(moment now);
    void ask(std::optional<sheet> s);
    std::optional<order> settle(const std::string& key);
    void give_up(moment now);
    void place(const ticket& t);
    void choose_waiting();
    void forget_what_is_gone();
    void set_contact(contact c);
    void tell(std::string words, moment now);
    void tell_done(order o, bool late, moment now);
    void see_unanswered(moment now);

    struct anchor
    {
        std::chrono::local_seconds time;
        moment at;
    };

    std::string key_prefix_;
    unsigned orders_ = 0;
    unsigned revision_ = 0;
    console::state state_;
    /// All who wait at the site, in calling order.
    std::vector<ticket> everyone_;
    moment sent_{};
    std::optional<anchor> anchor_;
    /// The server was away while the order awaited its answer.
    bool interrupted_ = false;
};

} // namespace motcua::counter::console
