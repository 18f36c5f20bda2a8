#pragma once
// A second opinion of the site: told the journal's events one by one, it works out by itself what each may
// be, and keeps what clients may have seen after it. Plain lists and full scans: it must be right before it
// is fast.

#include "server/domain/events.hpp"
#include "server/domain/tickets/ticket.hpp"
#include "tests/simulation/checks/access_model.hpp"
#include "tests/simulation/checks/booking_model.hpp"
#include "tests/simulation/checks/findings.hpp"
#include "tests/simulation/checks/number_book.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace motcua::simulation {

struct model_ticket
{
    domain::ticket_id id{};
    std::string number; ///< "A001"
    domain::service_code service;
    domain::service_code series; ///< whose numbers it has
    int number_value{};
    std::optional<domain::block_id> block;
    domain::priority_class priority{};
    domain::ticket_state state{};
    domain::instant issued_at;
    domain::instant due;
    /// When its present turn in the queue began to count: due is this less the head start.
    domain::instant ready;
    std::string issuer;       ///< the actor who took it
    std::string counter;      ///< who has it, or had it last; empty: nobody
    std::string reserved_for; ///< while it waits: the one counter that may call it; empty: any
    std::optional<domain::instant> no_show_at;
    int calls{};
    int transfers{};
    domain::track_id track{};
    /// An appointment that was kept: one that was not late.
    bool keeps_appointment{};
    bool is_of_appointment{};
    int postponements{};
    domain::minutes postponed{};
    bool has_note{};
};

struct model_counter
{
    domain::counter_code code;
    domain::counter_state state{};
    std::vector<domain::service_code> services;
    std::optional<domain::ticket_id> current; ///< called or in service
    std::optional<domain::instant> until;     ///< while it is paused
    std::optional<domain::instant> paused_at; ///< the same
};

class calling_model
{
public:
    /// Takes over what happened and adds to `found` each rule that it breaks.
    void apply(const domain::event& happened, findings& found);

    /// After the last event: a day's close must not be half done.
    void end(findings& found) const;

    std::int64_t seq() const { return seq_; }
    const domain::site_settings& settings() const { return settings_; }
    std::optional<domain::local_day> day() const { return day_; }

    /// A ticket of today; null when it is none.
    const model_ticket* find(domain::ticket_id id) const;
    const model_counter* find_counter(std::string_view code) const;
    /// By the text of its track id, as a path has it.
    const model_ticket* find_track(std::string_view track) const;

    const booking_model& bookings() const { return bookings_; }

    /// Of today, in the order of issue; among them those that came today from blocks of days before.
    const std::vector<model_ticket>& tickets() const { return tickets_; }
    const std::vector<model_counter>& counters() const { return counters_; }

    /// Whom `at` must call next; null when nobody waits for it.
    const model_ticket* head_for(const model_counter& at) const;

    int count_waiting(std::string_view service) const;

    /// Whether the intake of exactly `service` stands suspended; "" for the whole site.
    bool is_suspended(std::string_view service) const { return suspended_.contains(service); }

    /// The time of the last event.
    domain::instant now() const { return now_; }

private:
    void on(const domain::site_configured& body, const domain::event& happened);
    void on(const domain::clock_anchored& body, const domain::event& happened);
    void on(const domain::utc_offset_changed& body, const domain::event& happened);
    void on(const domain::day_opened& body, const domain::event& happened);
    void on(const domain::day_closed& body, const domain::event& happened);
    void on(const domain::ticket_issued& body, const domain::event& happened);
    void on(const domain::ticket_called& body, const domain::event& happened);
    void on(const domain::ticket_recalled& body, const domain::event& happened);
    void on(const domain::ticket_started& body, const domain::event& happened);
    void on(const domain::ticket_finished& body, const domain::event& happened);
    void on(const domain::ticket_no_show& body, const domain::event& happened);
    void on(const domain::ticket_held& body, const domain::event& happened);
    void on(const domain::ticket_resumed& body, const domain::event& happened);
    void on(const domain::ticket_released& body, const domain::event& happened);
    void on(const domain::ticket_transferred& body, const domain::event& happened);
    void on(const domain::ticket_cancelled& body, const domain::event& happened);
    void on(const domain::ticket_priority_set& body, const domain::event& happened);
    void on(const domain::ticket_note_set& body, const domain::event& happened);
    void on(const domain::notes_erased& body, const domain::event& happened);
    void on(const domain::ticket_closed& body, const domain::event& happened);
    void on(const domain::counter_opened& body, const domain::event& happened);
    void on(const domain::counter_paused& body, const domain::event& happened);
    void on(const domain::counter_closed& body, const domain::event& happened);
    void on(const domain::block_leased& body, const domain::event& happened);
    void on(const domain::ticket_logged& body, const domain::event& happened);
    void on(const domain::intake_suspended& body, const domain::event& happened);
    void on(const domain::intake_resumed& body, const domain::event& happened);
    void on(const domain::ticket_postponed& body, const domain::event& happened);
    void on(const domain::visit_rated& body, const domain::event& happened);
    void on(const domain::remarks_erased& body, const domain::event& happened);
    void on(const domain::slot_held& body, const domain::event& happened);
    void on(const domain::appointment_booked& body, const domain::event& happened);
    void on(const domain::appointment_moved& body, const domain::event& happened);
    // Beside places and times, which are the booking model's, nothing depends on these.
    void on(const domain::slot_hold_expired&, const domain::event&) {}
    void on(const domain::appointment_cancelled&, const domain::event&) {}
    void on(const domain::appointment_missed&, const domain::event&) {}
    void on(const domain::slots_closed&, const domain::event&) {}
    void on(const domain::person_shown&, const domain::event&) {}
    void on(const domain::persons_erased&, const domain::event&) {}
    // The pause and the opening that may follow are events of their own.
    void on(const domain::console_connected&, const domain::event&) {}
    void on(const domain::console_lost&, const domain::event&) {}
    template <of_access Body>
    void on(const Body&, const domain::event&)
    {}

    void check_time(const domain::event& happened);
    void check_day(const domain::event& happened);
    void check_offset(const domain::event& happened);
    void check_intake(const domain::ticket_issued& body, const domain::event& happened);
    void check_change_of_service(const model_ticket& moved, const domain::service_code& wanted);
    void check_quota(const model_ticket& subject, const domain::service_code& code, int more);
    void check_place(const model_ticket& issued, const domain::ticket_issued& body);
    bool is_stopped(const domain::service_code& code) const;
    /// Of exactly `what`, "" for the whole site.
    bool is_suspended_now(std::string_view what) const;
    domain::minutes head_start_for(const model_ticket& one, domain::priority_class priority) const;
    void note_end(const model_ticket& ended);
    void check_call(const model_ticket& called, const model_counter& at, bool out_of_order);
    void check_overtaken(const model_ticket& called, const model_counter& at);

    model_ticket* ticket_for(domain::ticket_id id, std::initializer_list<domain::ticket_state> from);
    model_counter* counter_for(std::string_view code);
    void leave_counter(model_ticket& leaving);
    void stand_at(model_counter& at, model_ticket& standing);
    void must(bool holds, std::string_view what);
    void must(bool holds, const model_ticket& subject, std::string_view what);
    void must(bool holds, const model_counter& subject, std::string_view what);

    findings* found_ = nullptr; ///< while an event is applied
    std::int64_t seq_ = 0;
    domain::instant now_{};
    bool was_set_back_ = false; ///< clock or calendar: the open day may lie ahead of the clock's
    bool is_closing_ = false;   ///< the fates of a day's tickets are being told
    domain::site_settings settings_;
    domain::minutes utc_offset_{};
    std::optional<domain::local_day> day_;
    std::optional<domain::local_day> last_day_;
    std::int64_t last_ticket_ = 0;
    std::vector<model_ticket> tickets_;
    std::vector<model_counter> counters_;
    number_book numbers_;
    booking_model bookings_;
    std::map<domain::ticket_id, domain::instant> served_; ///< of all days: when their service ended
    struct given_rating
    {
        domain::local_day day{};
        domain::instant at; ///< of the first
        bool has_remark = false;
    };
    std::map<domain::ticket_id, given_rating> ratings_;
    /// By service, "" for the whole site; until when, or none for until it is resumed.
    std::map<std::string, std::optional<domain::instant>, std::less<>> suspended_;
};

} // namespace motcua::simulation
