#pragma once
// The appointments of today and later, the places that are held, and the closures that lie ahead.

#include "server/domain/appointments/appointment.hpp"
#include "server/domain/appointments/events.hpp"
#include "server/domain/calendar/events.hpp"
#include "server/domain/tickets/events.hpp"

#include <functional>
#include <map>
#include <set>
#include <unordered_map>

namespace motcua::domain {

struct event;

struct appointment_list_image
{
    std::int64_t last{};
    std::int64_t last_closure{};
    std::vector<appointment> all;
    std::vector<slot_hold> holds;
    std::vector<closure> closures;
    std::vector<persons_of_day> persons;
};
BOOST_DESCRIBE_STRUCT(appointment_list_image, (), (last, last_closure, all, holds, closures, persons))

class appointment_list
{
public:
    appointment_list() = default;
    explicit appointment_list(appointment_list_image saved);

    appointment_list_image image() const;

    /// The id of the last appointment and of the last closure, as numbers; 0 before the first.
    std::int64_t last() const { return last_; }
    std::int64_t last_closure() const { return last_closure_; }

    /// By id: those of days that are over have gone.
    const std::map<appointment_id, appointment>& all() const { return all_; }
    const std::vector<slot_hold>& holds() const { return holds_; }
    const std::vector<closure>& closures() const { return closures_; }
    /// In order of days.
    const std::vector<persons_of_day>& persons_kept() const { return persons_; }

    /// Null when there is none of today or later.
    const appointment* find(appointment_id id) const;
    const appointment* find(const appointment_code& code) const;
    /// The one that was booked with the hold.
    const appointment* find_booked_with(const hold_id& hold) const;
    const slot_hold* find_hold(const hold_id& id) const;
    const closure* find_closure(closure_id id) const;
    /// One that leaves `service` without a counter at `at`.
    const closure* find_closure(const service_code& service, instant at) const;

    /// One that must be there.
    const appointment& at(appointment_id id) const;

    /// Runs `visit` with those of `service` that take a place and start from `from` on and before `to`, in
    /// order of time.
    void visit_taken(const service_code& service, instant from, instant to,
                     const std::function<void(const appointment&)>& visit) const;

    /// How many places people with that phone number have on `day`.
    int count_of(const phone_tag& phone, local_day day) const;

    void on(const slot_held& body);
    void on(const slot_hold_expired& body);
    void on(const appointment_booked& body, const event& happened);
    void on(const appointment_moved& body);
    void on(const appointment_cancelled& body);
    void on(const appointment_missed& body);
    void on(const slots_closed& body);
    /// Of a check-in.
    void on(const ticket_issued& body);
    void on(const person_shown&) {}
    void on(const persons_erased& body);
    /// The appointments of days before and the closures that are over go.
    void on(const day_opened& body, const event& happened);

private:
    using time_index = std::map<service_code, std::set<std::pair<instant, appointment_id>>>;

    appointment& edit(appointment_id id);
    void take_place(const appointment& one);
    void free_place(const appointment& one);
    void keep_person(const appointment& ended);
    void forget(std::map<appointment_id, appointment>::iterator gone);

    std::int64_t last_ = 0;
    std::int64_t last_closure_ = 0;
    std::map<appointment_id, appointment> all_;
    std::vector<slot_hold> holds_;
    std::vector<closure> closures_;
    std::vector<persons_of_day> persons_;

    std::unordered_map<appointment_code, appointment_id> by_code_;
    /// Only those that take a place.
    time_index by_time_;
    std::map<std::pair<local_day, phone_tag>, int> by_phone_;
};

} // namespace motcua::domain
