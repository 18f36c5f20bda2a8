#pragma once
// A second opinion on appointments: told the journal's events one by one, it works out by itself which places
// are taken, and what may be booked, moved, checked in and missed. Plain lists and full scans: it must be
// right before it is fast.

#include "server/domain/appointments/appointment.hpp"
#include "server/domain/events.hpp"
#include "tests/simulation/checks/findings.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace motcua::simulation {

/// One that was ever booked.
struct model_appointment
{
    domain::appointment_id id{};
    domain::appointment_code code;
    domain::service_code service;
    std::optional<domain::hold_id> hold; ///< the one that it used
    domain::local_day day{};
    domain::instant start;
    domain::instant end;
    bool is_officers = false; ///< booked by one
    domain::phone_tag phone{};
    domain::appointment_state state{};
    std::optional<domain::ticket_id> ticket;
    bool is_over = false; ///< a later day has opened
};

/// A place that was ever held.
struct model_hold
{
    domain::hold_id id{};
    domain::service_code service;
    domain::instant start;
    domain::instant end;
    bool is_officers = false;
    domain::instant expires_at;
    bool is_used = false;
    bool has_expired = false; ///< an event said so
};

struct model_closure
{
    domain::closure_id id{};
    domain::instant from;
    domain::instant to;
    bool is_of_all = false;
    std::vector<domain::service_code> services;
    bool is_over = false; ///< it had ended when a day opened
};

/// A visit that somebody wants to make, and who asks.
struct wanted_visit
{
    domain::service_code service;
    domain::instant start;
    domain::instant end;
    bool by_officer = false;
    /// What it frees at the same time.
    std::optional<domain::appointment_id> moved{};
    std::optional<domain::hold_id> hold{};
};

/// What an appointment is called in a sentence.
inline std::string title_of(domain::appointment_id id)
{
    return "appointment " + std::to_string(static_cast<std::int64_t>(id));
}

class booking_model
{
public:
    /// Takes over what happened and adds to `found` each rule that it breaks.
    void apply(const domain::event& happened, findings& found);

    /// Null where there was never one. Of several with one code, the last.
    const model_appointment* find(domain::appointment_id id) const;
    const model_appointment* find(std::string_view code) const;

    /// Whether a closure leaves `service` without a counter at `at`.
    bool is_closed(std::string_view service, domain::instant at) const;

    /// Whether `wanted` would have a place beside all others, by the time of the last event.
    bool has_place(const wanted_visit& wanted) const;

    /// How many open appointments lie in the way of a closure.
    int count_affected(domain::closure_id id) const;

    /// The time of the last event.
    domain::instant now() const { return now_; }

    /// The rules of `service` on the local day of `at`.
    domain::appointment_settings rules_at(const domain::service_code& service, domain::instant at) const;

private:
    void on(const domain::site_configured& body, const domain::event& happened);
    void on(const domain::day_opened& body, const domain::event& happened);
    void on(const domain::slot_held& body, const domain::event& happened);
    void on(const domain::slot_hold_expired& body, const domain::event& happened);
    void on(const domain::appointment_booked& body, const domain::event& happened);
    void on(const domain::appointment_moved& body, const domain::event& happened);
    void on(const domain::appointment_cancelled& body, const domain::event& happened);
    void on(const domain::appointment_missed& body, const domain::event& happened);
    void on(const domain::slots_closed& body, const domain::event& happened);
    void on(const domain::ticket_issued& body, const domain::event& happened);
    void on(const domain::person_shown& body, const domain::event& happened);
    void on(const domain::persons_erased& body, const domain::event& happened);
    template <class Body>
    void on(const Body&, const domain::event&)
    {}

    void use_hold(const domain::appointment_booked& body);
    void check_time(const std::string& name, const wanted_visit& wanted, domain::minutes lead);
    void check_hours(const std::string& name, const wanted_visit& wanted,
                     const domain::service_settings& service);
    void check_places(const std::string& name, const wanted_visit& wanted);
    void check_phone(const model_appointment& booked);
    void check_closure(const model_appointment& changed, const std::optional<domain::closure_id>& closure);

    model_appointment* open_one(domain::appointment_id id, std::string_view what);
    model_appointment* find_own(domain::appointment_id id);
    const model_closure* find_closure(domain::closure_id id) const;
    int most_at_once(const wanted_visit& wanted, bool only_citizens) const;
    void must(bool holds, std::string_view what);
    void must(bool holds, const std::string& subject, std::string_view what);

    findings* found_ = nullptr; ///< while an event is applied
    std::int64_t seq_ = 0;
    domain::instant now_{};
    domain::site_settings settings_;
    std::optional<domain::local_day> day_; ///< the last that was opened
    std::vector<model_appointment> appointments_;
    std::vector<model_hold> holds_;
    std::vector<model_closure> closures_;
    std::vector<domain::local_day> erased_; ///< the days whose persons are erased
};

} // namespace motcua::simulation
