#pragma once
// The words of the console: tickets, counters, wishes and orders.

#include "base/timestamp.hpp"
#include "counter/console/appointments/types.hpp"
#include "protocol/messages.hpp"
#include "protocol/window_settings.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace motcua::counter::console {

/// The monotonic clock; only differences matter.
using moment = std::chrono::steady_clock::time_point;

/// Everything that the staff can do.
enum class action
{
    call_next,
    finish_and_call, ///< the one at the counter was served, and the next is called
    call,            ///< out of order
    recall,
    start,
    finish,
    no_show,
    hold,
    resume,
    transfer,
    set_note, ///< for the colleague who gets the ticket
    cancel,
    confirm_priority,
    refuse_priority,
    correct_priority,
    issue, ///< a number for a citizen who cannot use the kiosk
    pause,
    open,
    close,
    sign_out
};
BOOST_DESCRIBE_ENUM(action, call_next, finish_and_call, call, recall, start, finish, no_show, hold, resume,
                    transfer, set_note, cancel, confirm_priority, refuse_priority, correct_priority, issue,
                    pause, open, close, sign_out)

struct ticket
{
    std::string id;
    std::string number;
    std::string service;
    protocol::ticket_state state{};
    protocol::priority priority{};
    /// Whether an officer has looked at a proof of it; none: nobody has yet.
    std::optional<bool> priority_confirmed = {};
    bool has_appointment = false;
    /// When its appointment begins.
    std::optional<std::chrono::local_seconds> booked_for = {};
    /// Its holder came after the grace time.
    bool is_late = false;
    /// Where it is or was called last; empty: nowhere yet.
    std::string counter;
    /// The one counter that may call it; empty: any that serves it.
    std::string reserved_for;
    std::chrono::local_seconds issued_at{};
    /// The calling rule's key: the earliest is called first.
    std::chrono::local_seconds due_at{};
    std::optional<std::chrono::local_seconds> called_at;
    /// When its service here began, or would have begun had no hold interrupted it.
    std::optional<std::chrono::local_seconds> served_from;
    /// While it is held; empty: not known.
    std::optional<std::chrono::local_seconds> held_since;
    /// Why it is held; empty: nobody said.
    std::string hold_reason;
    /// While it is held: when the citizen means to be back.
    std::optional<std::chrono::local_seconds> held_until;
    int calls = 0;
    bool is_transferred = false;
    /// A colleague left a note on it.
    bool has_note = false;
    bool operator==(const ticket&) const = default;
};

struct service
{
    std::string code;
    std::string name;
    std::string name_en;
    /// The wait that the office promises itself at most.
    std::chrono::seconds target{0};
    bool operator==(const service&) const = default;
};

struct counter_view
{
    std::string code;
    protocol::counter_state state{};
    std::vector<std::string> services;
    /// That it is set up for; empty: not known.
    std::vector<std::string> allowed;
    /// Who sits there; empty: nobody, or not known.
    std::string staff;
    /// Why it is paused, in the office's words or the site's own; empty: nobody said.
    std::string pause_reason;
    /// While it is paused: when its officer means to be back.
    std::optional<std::chrono::local_seconds> paused_until = {};
    /// Since when it is paused.
    std::optional<std::chrono::local_seconds> paused_at = {};
    bool operator==(const counter_view&) const = default;
};

/// One place that a ticket can be sent to: a service, or a counter.
struct destination
{
    bool to_counter = false;
    std::string code;
    bool operator==(const destination&) const = default;
};

/// A wish of the staff. `ticket` is empty when it concerns the counter itself.
struct wish
{
    console::action action{};
    std::string ticket = {};
    /// Of `transfer` and `issue`.
    std::optional<destination> to = {};
    /// Of `finish`; without one the ticket was served.
    std::optional<protocol::finish_outcome> outcome = {};
    /// Of `hold` and `pause`, in the Vietnamese words of the office's list; empty: none. Without one nobody
    /// was asked yet.
    std::optional<std::string> reason = {};
    /// Of `hold` and `pause`: when they are meant to end.
    std::optional<base::timestamp> until = {};
    /// The class that is given to the ticket.
    std::optional<protocol::priority> priority = {};
    /// Of `set_note`; empty takes the note away. Without one nobody was asked yet.
    std::optional<std::string> note = {};
    /// The staff has answered the question that comes before it.
    bool is_sure = false;
    bool operator==(const wish&) const = default;
};

/// A wish on its way to the server. Answered by done, nobody_waits, refused or unanswered with its key.
struct order
{
    std::string key;
    console::wish wish;
    /// Of its ticket; empty: it concerns the counter.
    std::string number = {};
    bool operator==(const order&) const = default;
};

/// Wants to know the note on a ticket. Answered by note_came or note_failed.
struct ask_note
{
    std::string ticket;
    bool operator==(const ask_note&) const = default;
};

/// What the console asks of the outside world.
using effect = std::variant<order, appointments::request, ask_note>;

enum class note_progress
{
    old, ///< it has changed since, or was never read
    asked,
    came,
    failed
};

/// The note on a ticket that is looked at, as far as it is known.
struct known_note
{
    std::string ticket;
    std::string text = {};
    note_progress progress{};
};

enum class sheet_kind
{
    hasty_next,     ///< the one who was just called: served already?
    no_show,        ///< called a moment ago, or once only
    hold,           ///< why
    pause,          ///< why
    until,          ///< and how long that will take
    priority,       ///< which class it is instead
    issue,          ///< for which service
    issue_priority, ///< and in which class
    transfer,
    note, ///< what it says
    outcome,
    ticket, ///< what can be done with one that waits
    cancel, ///< is it meant? There is no way back
    close,
    sign_out ///< although somebody is at the counter
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
    /// The digit that chooses the first of them, the next digits those behind it; without one none does.
    std::optional<int> first_digit = {};
    /// Of `note`: its text, and whether the officer has changed it.
    std::string text = {};
    bool is_typed = false;
};

/// The lists beside the current ticket, of which one is shown.
enum class list_kind
{
    waiting,
    held,
    no_shows,
    found
};

struct notice
{
    /// The key of its text.
    std::string words;
    moment since;
    /// The order that was carried out, or was not; without one the notice is about something that is not
    /// possible.
    std::optional<order> about = {};
    /// The order was not carried out, as far as is known.
    bool has_failed = false;
    /// What the staff pressed behind it, which was not sent.
    std::optional<wish> unsent = {};

    bool is_success() const { return about && !has_failed; }
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
    /// Who signed in at this console; empty: the console is a device without a name.
    std::string officer;
    console::contact contact = contact::starting;
    /// The token is refused for good.
    bool is_revoked = false;
    /// Nothing is possible here before an officer has signed in.
    bool needs_sign_in = false;
    /// An officer has signed in at this console.
    bool is_session = false;
    /// And has signed out again.
    bool is_signed_out = false;
    counter_view counter;
    std::vector<counter_view> other_counters;
    protocol::window_settings settings;
    std::vector<service> services;
    std::optional<ticket> current;
    /// Kept by this counter, longest first.
    std::vector<ticket> held;
    /// The tickets that this counter may call, in calling order.
    std::vector<ticket> waiting;
    /// The no-shows of the hall, latest first.
    std::vector<ticket> no_shows;
    /// Those of the hall's tickets of today whose number has the typed letters, the likeliest first.
    std::vector<ticket> found;
    /// What the staff has typed to find a number.
    std::string search;
    list_kind list = list_kind::waiting;
    /// The time on the office's wall; unknown before the first board.
    std::optional<std::chrono::local_seconds> time;
    /// What that is ahead of UTC.
    std::chrono::minutes offset{0};
    /// When the office opens today: in the morning, and again after each break.
    std::vector<std::chrono::local_seconds> openings;
    /// The order that awaits its answer.
    std::optional<order> awaited;
    /// The order whose answer did not come: whether it was carried out is unknown.
    std::optional<order> unanswered;
    /// The last wish of the staff meanwhile; carried out after the answer if it still fits.
    std::optional<wish> remembered;
    /// The answer takes long enough to mention it.
    bool slow = false;
    std::optional<console::sheet> sheet;
    std::optional<console::notice> notice;
    /// The ticket of the lists that the keys are at; empty: none.
    std::string selected;
    /// The notes on the tickets that are looked at.
    std::vector<known_note> notes;
    /// The view of the appointments, which lies over the counter while it is open.
    appointments::state appointments;
};

} // namespace motcua::counter::console
