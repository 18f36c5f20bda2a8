#pragma once
// What the console of one counter knows and does: a pure state machine without window, network or clock.
// Events come in with the time at which they happened; orders to the server come out as effects.

#include "client/office_clock.hpp"
#include "counter/console/types.hpp"

#include <functional>
#include <utility>
#include <variant>

namespace motcua::counter::console {

// What the server reports.
struct identified
{
    std::string counter;
    std::string office;
    std::string office_en;
    std::string officer = {};
    bool operator==(const identified&) const = default;
};
struct not_a_counter
{
    bool operator==(const not_a_counter&) const = default;
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
/// Officers sign in at this device before it does anything.
struct sign_in_needed
{
    bool operator==(const sign_in_needed&) const = default;
};
struct connection_changed
{
    bool connected;
    bool operator==(const connection_changed&) const = default;
};
struct services_arrived
{
    std::vector<service> services;
    bool operator==(const services_arrived&) const = default;
};
struct settings_arrived
{
    protocol::window_settings settings;
    bool operator==(const settings_arrived&) const = default;
};
struct board_arrived
{
    std::chrono::local_seconds time;
    std::vector<counter_view> counters;
    /// What `time` is ahead of UTC.
    std::chrono::minutes offset{0};
    bool operator==(const board_arrived&) const = default;
};
/// When the office opens today.
struct hours_arrived
{
    std::vector<std::chrono::local_seconds> openings;
    bool operator==(const hours_arrived&) const = default;
};
struct counter_changed
{
    counter_view counter;
    bool operator==(const counter_changed&) const = default;
};
/// All who wait at the site, in calling order.
struct waiting_arrived
{
    std::vector<ticket> tickets;
    bool operator==(const waiting_arrived&) const = default;
};
/// All tickets of the site that are called, in service, held or no-shows.
struct others_arrived
{
    std::vector<ticket> tickets;
    bool operator==(const others_arrived&) const = default;
};
/// The new state of one ticket, from the feed; `is_note`: its note is another, or gone.
struct ticket_changed
{
    console::ticket ticket;
    bool is_note = false;
    bool operator==(const ticket_changed&) const = default;
};
/// The note on a ticket; empty: it cannot be read, or is gone.
struct note_came
{
    std::string ticket;
    std::string text;
    bool operator==(const note_came&) const = default;
};
struct note_failed
{
    std::string ticket;
    bool operator==(const note_failed&) const = default;
};
/// The order was carried out; with the ticket that it changed, if it changed one.
struct done
{
    std::string key;
    std::optional<console::ticket> ticket;
    bool operator==(const done&) const = default;
};
struct nobody_waits
{
    std::string key;
    bool operator==(const nobody_waits&) const = default;
};
/// `code` is the server's stable word.
struct refused
{
    std::string key;
    std::string code;
    bool operator==(const refused&) const = default;
};
/// Whether the order was carried out is unknown.
struct unanswered
{
    std::string key;
    bool operator==(const unanswered&) const = default;
};

/// The officer's session is over, by their own wish.
struct signed_out
{
    bool operator==(const signed_out&) const = default;
};

// What the staff does.
struct pressed
{
    console::action action;
    bool operator==(const pressed&) const = default;
};
/// The key that pauses an open counter and opens any other.
struct pressed_pause_or_open
{
    bool operator==(const pressed_pause_or_open&) const = default;
};
/// Asks for the outcomes beside "served".
struct pressed_outcomes
{
    bool operator==(const pressed_outcomes&) const = default;
};
struct pressed_close
{
    bool operator==(const pressed_close&) const = default;
};
struct pressed_sign_out
{
    bool operator==(const pressed_sign_out&) const = default;
};
/// The note of a ticket was touched, or its button.
struct pressed_note
{
    std::string ticket;
    bool operator==(const pressed_note&) const = default;
};
/// What is being typed is not wanted any more: a note is taken away.
struct cleared
{
    bool operator==(const cleared&) const = default;
};
/// Up or down in the sheet, or in the lists without one; in rows.
struct moved
{
    int by;
    bool operator==(const moved&) const = default;
};
/// Rows of a page; and more than any list has.
inline constexpr int page = 7, to_end = 100'000;
/// To the column of the sheet on the left (-1) or on the right (1).
struct moved_across
{
    int by;
    bool operator==(const moved_across&) const = default;
};
/// A ticket of the lists was touched.
struct picked
{
    std::string ticket;
    bool operator==(const picked&) const = default;
};
/// A choice of the sheet was touched.
struct chose
{
    std::size_t index;
    bool operator==(const chose&) const = default;
};
/// A list was chosen.
struct showed
{
    list_kind list;
    bool operator==(const showed&) const = default;
};
/// A letter or digit: finds a number, or chooses from a sheet whose choices are numbered.
struct typed
{
    char32_t letter;
    bool operator==(const typed&) const = default;
};
/// The last typed letter was a mistake.
struct erased
{
    bool operator==(const erased&) const = default;
};
struct confirmed
{
    bool operator==(const confirmed&) const = default;
};
struct left
{
    bool operator==(const left&) const = default;
};

/// The program ends: nothing is sent behind the order that is under way.
struct ends
{
    bool operator==(const ends&) const = default;
};

struct ticked
{
    bool operator==(const ticked&) const = default;
};

using event =
    std::variant<identified, not_a_counter, device_refused, device_revoked, sign_in_needed, signed_out,
                 connection_changed, services_arrived, settings_arrived, board_arrived, hours_arrived,
                 counter_changed, waiting_arrived, others_arrived, ticket_changed, done, nobody_waits,
                 refused, unanswered, pressed, pressed_pause_or_open, pressed_outcomes, pressed_close,
                 pressed_sign_out, note_came, note_failed, pressed_note, cleared, moved, moved_across, picked,
                 chose, showed, typed, erased, confirmed, left, ends, ticked, appointments::event>;

class model
{
public:
    /// `key_prefix`: unguessable and new at each start (client::new_key_prefix); the keys of orders begin
    /// with it.
    /// `is_session`: an officer has signed in at this console, and can sign out.
    explicit model(std::string key_prefix, bool is_session = false) : key_prefix_(std::move(key_prefix))
    {
        state_.is_session = is_session;
    }

    /// Takes one event that happens `now` and returns what it asks of the server, if anything.
    std::optional<order> handle(const event& input, moment now);

    /// What the view of the appointments has asked of the server since the last time, in order.
    std::vector<appointments::request> take_appointment_requests()
    {
        return std::exchange(appointment_requests_, {});
    }

    /// The notes that it wants to read since the last time.
    std::vector<ask_note> take_note_requests() { return std::exchange(note_requests_, {}); }

    const console::state& state() const { return state_; }
    /// Rises whenever the picture changes.
    unsigned revision() const { return revision_; }

private:
    std::optional<order> on(const identified& input, moment now);
    std::optional<order> on(const not_a_counter& input, moment now);
    std::optional<order> on(const device_refused& input, moment now);
    std::optional<order> on(const device_revoked& input, moment now);
    std::optional<order> on(const sign_in_needed& input, moment now);
    std::optional<order> on(const signed_out& input, moment now);
    std::optional<order> on(const connection_changed& input, moment now);
    std::optional<order> on(const services_arrived& input, moment now);
    std::optional<order> on(const settings_arrived& input, moment now);
    std::optional<order> on(const board_arrived& input, moment now);
    std::optional<order> on(const hours_arrived& input, moment now);
    std::optional<order> on(const counter_changed& input, moment now);
    std::optional<order> on(const waiting_arrived& input, moment now);
    std::optional<order> on(const others_arrived& input, moment now);
    std::optional<order> on(const ticket_changed& input, moment now);
    std::optional<order> on(const note_came& input, moment now);
    std::optional<order> on(const note_failed& input, moment now);
    std::optional<order> on(const pressed_note& input, moment now);
    std::optional<order> on(const cleared& input, moment now);
    std::optional<order> on(const done& input, moment now);
    std::optional<order> on(const nobody_waits& input, moment now);
    std::optional<order> on(const refused& input, moment now);
    std::optional<order> on(const unanswered& input, moment now);
    std::optional<order> on(const pressed& input, moment now);
    std::optional<order> on(const pressed_pause_or_open& input, moment now);
    std::optional<order> on(const pressed_outcomes& input, moment now);
    std::optional<order> on(const pressed_close& input, moment now);
    std::optional<order> on(const pressed_sign_out& input, moment now);
    std::optional<order> on(const moved& input, moment now);
    std::optional<order> on(const moved_across& input, moment now);
    std::optional<order> on(const picked& input, moment now);
    std::optional<order> on(const chose& input, moment now);
    std::optional<order> on(const showed& input, moment now);
    std::optional<order> on(const typed& input, moment now);
    std::optional<order> on(const erased& input, moment now);
    std::optional<order> on(const confirmed& input, moment now);
    std::optional<order> on(const left& input, moment now);
    std::optional<order> on(const ends& input, moment now);
    std::optional<order> on(const ticked& input, moment now);
    std::optional<order> on(const appointments::event& input, moment now);
    bool see_appointments(const event& input, moment now);

    std::optional<order> send(wish wish, moment now);
    std::optional<order> carry_out(const wish& wish, moment now);
    std::optional<order> try_to(const wish& wish, moment now);
    std::optional<order> ask_before(const wish& wish, std::optional<sheet> sheet, moment now);
    std::optional<order> choose_by_digit(char32_t letter, moment now);
    std::optional<order> complain(std::string words, moment now);
    void remember(const wish& wish);
    std::optional<order> go_on(moment now);
    void ask(std::optional<sheet> sheet);
    void renew_sheet();
    std::optional<order> take_awaited(const std::string& key);
    void give_up(moment now);
    void place(const ticket& changed);
    void take_away(const std::string& ticket);
    void choose_waiting();
    void find_typed();
    void search(std::string letters);
    void forget_what_is_gone();
    void tend_notes();
    known_note& note_on(const std::string& ticket);
    void change_note(const std::function<void(std::string&)>& change);
    std::optional<order> write_note(const sheet& asked, moment now);
    void set_contact(contact contact);
    void notify(std::string words, moment now);
    void notify_failed(std::string words, order order, moment now);
    void notify_done(order order, bool late, moment now);
    void see_unanswered(moment now);

    std::string key_prefix_;
    unsigned orders_ = 0;
    unsigned revision_ = 0;
    console::state state_;
    std::vector<appointments::request> appointment_requests_;
    std::vector<ask_note> note_requests_;
    /// All who wait at the site, in calling order.
    std::vector<ticket> everyone_;
    /// Called, in service or held at other counters.
    std::vector<ticket> elsewhere_;
    moment sent_{};
    client::office_clock clock_;
    /// The server was away while the order awaited its answer.
    bool interrupted_ = false;
};

} // namespace motcua::counter::console
