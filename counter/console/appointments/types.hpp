#pragma once
// The words of the console's view of the appointments: what the officer sees, what happens, what is
// requested.

#include "protocol/appointments.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace motcua::counter::console::appointments {

using base::timestamp;
/// The time on the office's wall.
using local_time = std::chrono::local_seconds;
/// The monotonic clock; only differences matter.
using moment = std::chrono::steady_clock::time_point;

/// One appointment in the list of a day.
struct appointment
{
    std::string code;
    std::string service;
    /// What its visit is for, where the citizen said so; empty: not known.
    std::string procedure = {};
    local_time start{};
    protocol::appointment_state state{};
    /// That of the ticket that it became; empty: none, or not known any more.
    std::string number = {};
    /// It was checked in after the grace time.
    bool is_late = false;
    bool operator==(const appointment&) const = default;
};

/// A time that can be booked, with places left.
struct free_time
{
    timestamp start;
    int places = 0;
    bool operator==(const free_time&) const = default;
};

/// A place that is kept while name and phone number are typed.
struct held_place
{
    std::string hold;
    timestamp start;
    local_time expires_at{};
    bool operator==(const held_place&) const = default;
};

/// Everything that is done to an appointment, or to get one.
enum class deed_kind
{
    check_in,
    move,
    cancel,
    show_person, ///< name and phone number in clear; the server notes who looked
    hold,        ///< a place, before it is booked
    book
};
BOOST_DESCRIBE_ENUM(deed_kind, check_in, move, cancel, show_person, hold, book)

/// A deed on its way to the server. Answered by one of the events that carry its key.
struct deed
{
    std::string key = {};
    deed_kind kind{};
    /// Of the appointment; empty: there is none yet.
    std::string code = {};
    /// Of `hold` and `book`.
    std::string service = {};
    /// Of `move`, `hold` and `book`.
    timestamp start = {};
    /// Of `book`.
    std::string hold = {}, name = {}, phone = {};
    bool operator==(const deed&) const = default;
};

// ---- what is requested of the server

/// Keeps the list of this day fresh from now on, in place of another day's; none: of no day.
struct watch_day
{
    std::optional<std::chrono::local_days> day;
    bool operator==(const watch_day&) const = default;
};
/// The free times of `from` to `to`.
struct ask_times
{
    std::string service;
    std::string procedure;
    std::chrono::local_days from{};
    std::chrono::local_days to{};
    bool operator==(const ask_times&) const = default;
};
using request = std::variant<watch_day, ask_times, deed>;

// ---- what happens

/// The key that opens and leaves the list.
struct pressed_appointments
{
    bool operator==(const pressed_appointments&) const = default;
};
/// The key that books for a caller.
struct pressed_book
{
    bool operator==(const pressed_book&) const = default;
};
enum class field
{
    name,
    phone
};
struct picked_field
{
    appointments::field field{};
    bool operator==(const picked_field&) const = default;
};
struct list_came
{
    std::chrono::local_days day{};
    std::vector<appointment> appointments;
    bool operator==(const list_came&) const = default;
};
struct times_came
{
    ask_times request;
    std::vector<free_time> times;
    bool operator==(const times_came&) const = default;
};
struct times_failed
{
    ask_times request;
    bool operator==(const times_failed&) const = default;
};
/// The appointment is as the deed wanted it.
struct deed_done
{
    std::string key;
    appointments::appointment appointment;
    bool operator==(const deed_done&) const = default;
};
/// The ticket that it became.
struct checked_in
{
    std::string key;
    std::string number;
    bool is_late = false;
    bool operator==(const checked_in&) const = default;
};
struct place_held
{
    std::string key;
    held_place place;
    bool operator==(const place_held&) const = default;
};
struct person_came
{
    std::string key;
    std::string name;
    std::string phone;
    bool operator==(const person_came&) const = default;
};
/// `code` is the server's stable word; the rest is what it said beside it.
struct deed_refused
{
    std::string key;
    std::string code;
    std::string field = {};
    /// That could be had instead.
    std::optional<timestamp> first_free = {};
    /// From when on it is possible.
    std::optional<local_time> opens_at = {};
    /// Of the appointment.
    std::optional<local_time> start = {};
    std::string number = {};
    bool operator==(const deed_refused&) const = default;
};
/// Whether the deed was done is unknown.
struct deed_unanswered
{
    std::string key;
    bool operator==(const deed_unanswered&) const = default;
};
using event =
    std::variant<pressed_appointments, pressed_book, picked_field, list_came, times_came, times_failed,
                 deed_done, checked_in, place_held, person_came, deed_refused, deed_unanswered>;

// ---- what is seen

enum class step
{
    closed,      ///< the counter is seen instead
    list,        ///< of the appointments of a day
    appointment, ///< the chosen one, and what can be done with it
    cancel,      ///< is it meant?
    service,     ///< of a new appointment
    times,       ///< that are free, for a new appointment or the chosen one
    form         ///< name and phone number of a new appointment
};

enum class loading
{
    asked,
    came,
    failed
};

struct shown_person
{
    std::string name;
    std::string phone;
    moment since;
};

struct notice
{
    /// The key of its text.
    std::string words;
    moment since;
    bool is_good = false;
    /// What the text may name.
    std::string code = {}, number = {};
    std::optional<local_time> time = {};
};

struct state
{
    appointments::step step = step::closed;
    /// Of the list, and whether the list came.
    std::chrono::local_days day{};
    bool is_loaded = false;
    /// All of that day's, in order of time.
    std::vector<appointment> all;
    /// What was typed to find a code.
    std::string search;
    /// The code that the keys are at; empty: none.
    std::string chosen;
    /// The row that the keys are at, in every step but the list.
    std::size_t row = 0;
    /// A new appointment is made; otherwise the chosen one is moved.
    bool is_new = false;
    /// Whose free times are seen, on which day.
    std::string service;
    std::string procedure;
    std::chrono::local_days times_day{};
    loading times_are = loading::asked;
    std::vector<free_time> times;
    /// What was requested last: older answers do not count.
    std::optional<ask_times> times_request;
    /// The row begins there when the times come.
    std::optional<timestamp> wanted_time;
    std::optional<held_place> held;
    std::string name;
    std::string phone;
    appointments::field field{};
    std::optional<shown_person> person;
    std::optional<deed> awaited;
    moment sent{};
    /// The awaited answer takes long enough to mention it.
    bool is_slow = false;
    /// The deed whose answer did not come; the same again carries the same key.
    std::optional<deed> unanswered;
    std::optional<appointments::notice> notice;
    /// Sent so far, for their keys.
    unsigned deeds = 0;
};

} // namespace motcua::counter::console::appointments
