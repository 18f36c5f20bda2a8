#pragma once
// The kiosk's model: a pure state machine without window, network, clock or chance. Events come
// in with the time at which they happened; what must be done outside comes out as effects.

#include "client/office_clock.hpp"
#include "kiosk/appointments/events.hpp"
#include "kiosk/appointments/screens.hpp"
#include "kiosk/types.hpp"

#include <deque>
#include <variant>

namespace motcua::kiosk {

// Events: from the network, the finger, the printer and the clock.
struct office_known
{
    kiosk::office office;
    bool operator==(const office_known&) const = default;
};
struct board_arrived
{
    std::vector<kiosk::service> services;
    std::chrono::local_seconds time;
    bool operator==(const board_arrived&) const = default;
};
/// The hours of the day that the board has reached.
struct hours_known
{
    opening_hours hours;
    bool operator==(const hours_known&) const = default;
};
struct connection_changed
{
    bool connected;
    bool operator==(const connection_changed&) const = default;
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
struct tapped_service
{
    std::string code;
    bool operator==(const tapped_service&) const = default;
};
struct tapped_priority
{
    bool operator==(const tapped_priority&) const = default;
};
struct tapped_class
{
    std::string priority;
    bool operator==(const tapped_class&) const = default;
};
struct tapped_language
{
    std::string language;
    bool operator==(const tapped_language&) const = default;
};
struct tapped_more
{
    /// The page of services to turn to; only the screen knows how many there are.
    std::size_t page;
    bool operator==(const tapped_more&) const = default;
};
struct tapped_back
{
    bool operator==(const tapped_back&) const = default;
};
struct tapped_done
{
    bool operator==(const tapped_done&) const = default;
};
/// The citizen does not want the number that is shown; then whether that is meant.
struct tapped_give_back
{
    bool operator==(const tapped_give_back&) const = default;
};
struct tapped_give_back_yes
{
    bool operator==(const tapped_give_back_yes&) const = default;
};
struct ticket_issued
{
    std::string key;
    kiosk::ticket ticket;
    bool operator==(const ticket_issued&) const = default;
};
struct ticket_refused
{
    std::string key;
    refusal why;
    /// When an appointment can be booked instead, where the server says so.
    std::optional<base::timestamp> first_free = {};
    bool operator==(const ticket_refused&) const = default;
};
/// What became of a `give_back`.
struct ticket_given_back
{
    std::string ticket;
    bool done;
    bool operator==(const ticket_given_back&) const = default;
};
/// What became of a `print`.
struct slip_printed
{
    /// Of its ticket.
    std::string number;
    bool done;
    bool operator==(const slip_printed&) const = default;
};
struct ticked
{
    bool operator==(const ticked&) const = default;
};
using event =
    std::variant<office_known, board_arrived, hours_known, connection_changed, device_refused, device_revoked,
                 tapped_service, tapped_priority, tapped_class, tapped_language, tapped_more, tapped_back,
                 tapped_done, tapped_give_back, tapped_give_back_yes, ticket_issued, ticket_refused,
                 ticket_given_back, slip_printed, ticked, appointment_event>;

// Effects: what the model asks of the outside.
/// Answered by ticket_issued or ticket_refused with the request's key.
struct issue
{
    kiosk::request request;
    bool operator==(const issue&) const = default;
};
/// Answered by slip_printed with the ticket's number.
struct print
{
    kiosk::slip slip;
    bool operator==(const print&) const = default;
};
/// Answered by ticket_given_back with the ticket's id.
struct give_back
{
    std::string ticket;
    /// A citizen saw the number and does not want it; otherwise no screen showed it.
    bool is_wish = false;
    bool operator==(const give_back&) const = default;
};
using effect = std::variant<issue, print, give_back, appointment_effect>;

// The screens.
struct at_home
{};
struct choosing_class
{};
struct choosing_service
{
    std::string priority;
};
struct sending
{
    kiosk::request request;
    moment since;
};
struct issued
{
    kiosk::ticket ticket;
    moment since;
    bool printed = false;
    /// Asks whether the number is to be given back.
    bool asks = false;
};
/// A number on its way back.
struct returning
{
    kiosk::ticket ticket;
    moment since;
    /// What became of it; unknown at first.
    std::optional<bool> done = {};
};
struct refused
{
    refusal why;
    moment since;
    /// Of the ticket; empty where none was requested.
    std::string service = {};
    /// See ticket_refused.
    std::optional<base::timestamp> first_free = {};
};
using screen = std::variant<at_home, choosing_class, choosing_service, sending, issued, returning, refused,
                            appointment_screen>;

struct state
{
    kiosk::screen screen;
    kiosk::office office;
    std::vector<service> services;
    /// Of today; without stretches until they are known.
    opening_hours hours;
    /// Which can be booked, and when.
    slot_lists slots;
    std::string language = "vi";
    /// Of the services; one that is gone counts as the first.
    std::size_t page = 0;
    /// Until the contrary is known.
    bool connected = true;
    /// The server does not know this device's token.
    bool unregistered = false;
    /// And will not know it again.
    bool is_revoked = false;
    /// The office's time now; unknown before the first board.
    std::optional<std::chrono::local_seconds> time;
    /// Whole seconds until the present screen gives way to home by itself.
    std::chrono::seconds home_in{0};
    /// Of how many.
    std::chrono::seconds home_after{0};
};

/// The codes of the services that can be booked, in the order of the cards.
std::vector<std::string> bookable_services(const state& state);

/// The times of a service as they are known; none for one that cannot be booked.
const std::vector<slot>& slots_of(const state& state, std::string_view service);

/// The slip of a ticket that is printed in this state.
slip slip_of(const state& state, const ticket& ticket);

class model
{
public:
    /// `key_prefix`: unguessable and new at each start (client::new_key_prefix); the keys of requests begin
    /// with it.
    explicit model(std::string key_prefix) : key_prefix_(std::move(key_prefix)) {}

    /// Takes one event that happens `now` and returns what it asks of the outside, in this order.
    std::vector<effect> handle(const event& input, moment now);

    const kiosk::state& state() const { return state_; }
    /// Rises whenever the picture changes.
    unsigned revision() const { return revision_; }

private:
    using effects = std::vector<effect>;

    effects on(const office_known& input, moment now);
    effects on(const board_arrived& input, moment now);
    effects on(const hours_known& input, moment now);
    effects on(const connection_changed& input, moment now);
    effects on(const device_refused& input, moment now);
    effects on(const device_revoked& input, moment now);
    effects on(const tapped_service& input, moment now);
    effects on(const tapped_priority& input, moment now);
    effects on(const tapped_class& input, moment now);
    effects on(const tapped_language& input, moment now);
    effects on(const tapped_more& input, moment now);
    effects on(const tapped_back& input, moment now);
    effects on(const tapped_done& input, moment now);
    effects on(const tapped_give_back& input, moment now);
    effects on(const tapped_give_back_yes& input, moment now);
    effects on(const ticket_issued& input, moment now);
    effects on(const ticket_refused& input, moment now);
    effects on(const ticket_given_back& input, moment now);
    effects on(const slip_printed& input, moment now);
    effects on(const ticked& input, moment now);
    effects on(const appointment_event& input, moment now);

    effects on(const tapped_book& input, moment now);
    effects on(const tapped_check_in& input, moment now);
    effects on(const tapped_bookable& input, moment now);
    effects on(const tapped_week& input, moment now);
    effects on(const tapped_day& input, moment now);
    effects on(const tapped_times& input, moment now);
    effects on(const tapped_slot& input, moment now);
    effects on(const tapped_key& input, moment now);
    effects on(const tapped_delete& input, moment now);
    effects on(const tapped_confirm& input, moment now);
    effects on(const tapped_retry& input, moment now);
    effects on(const typed_letter& input, moment now);
    effects on(const slots_arrived& input, moment now);
    effects on(const slots_missing& input, moment now);
    effects on(const slot_held& input, moment now);
    effects on(const booking_refused& input, moment now);
    effects on(const appointment_booked& input, moment now);
    effects on(const checked_in& input, moment now);
    effects on(const check_in_refused& input, moment now);

    /// The screen of an appointment that is shown; null when it is another one.
    template <class Screen>
    Screen* on_screen()
    {
        auto* present = std::get_if<appointment_screen>(&state_.screen);
        return present ? std::get_if<Screen>(present) : nullptr;
    }
    std::string new_key();
    effects choose_slot(std::string service, moment now);
    void show_phone(held_slot place, moment now);
    bool is_expired(const held_slot& place, moment now) const;
    void update_hold(moment now);
    void not_held(booking_refusal why, const std::string& service, const base::timestamp& start,
                  std::optional<base::timestamp> next, moment now);
    effects book_held(moment now);
    effects send_check_in(checking_in wanted, moment now);
    effects look_for_slots(moment now);
    effects tend_appointments(moment now);
    effects leave_appointments(moment now);
    void end_appointments(moment now);
    void forget_appointments();
    std::optional<moment> appointment_leaves_at(const appointment_screen& present) const;

    bool can_choose() const;
    bool is_too_fast(moment now);
    std::optional<moment> leaves_at() const;
    bool awaits(const std::string& key) const;
    void show(kiosk::screen next, moment now);
    void go_home(moment now);
    void await_late(const sending& sending, moment now);
    void update_time(moment now);
    request make_request(const std::string& service, const std::string& priority, moment now);

    struct unanswered
    {
        kiosk::request request;
        moment at;
    };

    std::string key_prefix_;
    unsigned requests_ = 0;
    unsigned revision_ = 0;
    kiosk::state state_;
    moment touched_{};
    /// When the screen became another one.
    std::optional<moment> changed_;
    client::office_clock clock_;
    std::optional<unanswered> unanswered_;
    /// The key of the ticket shown last: its answer may come twice, because its request was made twice.
    std::string shown_key_;
    /// When numbers were requested, oldest first; limits::numbers_at_once at most.
    std::deque<moment> requested_;
    /// A place that the citizen at the screen holds.
    std::optional<held_slot> held_;
    /// Of the appointment shown last: see shown_key_.
    std::string shown_booking_key_;
    /// What a scanner, or a keyboard, has typed since its last pause, and when it typed last.
    std::string scanned_;
    std::optional<moment> scanned_at_;
    /// When times were requested whose answer is still to come.
    std::optional<moment> finding_;
    /// When each service's times are requested again.
    std::map<std::string, moment, std::less<>> look_again_;
};

} // namespace motcua::kiosk
